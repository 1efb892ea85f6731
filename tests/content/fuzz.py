"""Reads mutated lessons in a process of its own: python fuzz.py SEED COUNT FOLDER.

Prints the measurements as JSON. A crash, or a lesson that exceeds the limit of time or memory, ends
it with a traceback; the lesson that caused it is then the file in the folder.
"""

import json
import re
import resource
import sys
import time
from pathlib import Path

from mutations import mutants, texts_of

from kiosk.authoring.examples import element_example_file, example_file
from kiosk.authoring.inspection import today
from kiosk.content.advice import Adviser
from kiosk.content.facts import read_facts
from kiosk.content.media import media_in
from kiosk.content.positions import read_document
from kiosk.content.problems import any_error
from kiosk.content.reader import ReadResult, read_lesson
from kiosk.content.source import LINE_BREAK
from kiosk.content.wording import sentence
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.library.library import lesson_files
from kiosk.phone import element_kinds
from kiosk.player.lesson_run import begin, touch
from kiosk.steps import step_kinds

MAX_S = 1.0
MAX_MEMORY = 200 * 1024 * 1024
TOUCHES = 60

HERE = Folders()
MEDIA = media_in(HERE)
FACTS = read_facts(HERE.lessons)


def bases() -> tuple[list[str], list[str]]:
    """The small example lessons and the large shipped ones."""
    small = [
        *(example_file(kind) for kind in step_kinds()),
        *(element_example_file(key) for key in element_kinds()),
    ]
    return texts_of(small), texts_of(sorted(lesson_files(HERE.lessons)))


def read(path: Path) -> ReadResult:
    """The reading of a file; formats each of its problems in both languages."""
    reading = read_lesson(path, MEDIA)
    problems = list(reading.problems)
    if reading.lesson:
        problems += Adviser(reading.lesson, read_document(path), FACTS, today()).advice()
    for problem in problems:
        assert all(sentence(problem, language).strip() for language in ("vi", "en"))
    return reading


def check(reading: ReadResult, data: bytes) -> None:
    """Checks that there is a lesson or an error, and that each problem's line is in the file."""
    assert (reading.lesson is None) == any_error(reading.problems)
    lines = len(LINE_BREAK.split(data.decode("utf-8", "replace")))
    assert all(1 <= problem.line <= lines + 1 for problem in reading.problems)
    if reading.lesson:
        play(reading.lesson)


def play(lesson: Lesson) -> None:
    """Checks that a loaded lesson can be played and spoken."""
    assert all(line.text for line in lesson.lines())
    for way in lesson.ways:
        run = begin(lesson, way)
        for _ in range(TOUCHES):
            if run.over:
                break
            run = touch(run, run.expected)


def main(seed: int, count: int, folder: Path) -> dict[str, object]:
    """Reads `count` mutants and returns the measurements."""
    path = folder / f"dot-bien-{seed}.yaml"
    slowest_s, sound, codes = 0.0, 0, dict[str, int]()
    for data in mutants(*bases(), seed, count):
        path.write_bytes(data)
        begun_s = time.process_time()
        reading = read(path)
        took_s = time.process_time() - begun_s
        assert took_s <= MAX_S, took_s
        check(reading, data)
        slowest_s = max(slowest_s, took_s)
        sound += reading.sound
        for problem in reading.problems:
            codes[problem.code] = codes.get(problem.code, 0) + 1
    path.unlink(missing_ok=True)
    return {"read": count, "sound": sound, "slowest_s": slowest_s, "codes": codes}


def most_memory_mb() -> float:
    """Peak memory of this process; getrusage would include its parent's from before exec."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    measured = main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
    measured["memory_mb"] = most_memory_mb()
    sys.stdout.write(json.dumps(measured))
