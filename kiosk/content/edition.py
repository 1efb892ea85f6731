"""What a lesson file holds at one moment, for whoever is writing it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.content.advice import Adviser
from kiosk.content.facts import Facts, read_facts
from kiosk.content.inspection import numbers_in, today
from kiosk.content.library import ENDING, clash
from kiosk.content.media import media_in
from kiosk.content.positions import document_of
from kiosk.content.problems import Problem
from kiosk.content.reader import Reading, reading_of
from kiosk.content.source import lines_of, read_text, shown_path
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders

OF_THE_NAME = frozenset({"file_name", "id_twice", "wrong_ending"})
"""The problems of a file's name: no line of it is to blame."""


class Finding(StrEnum):
    """What was found at the file's place."""

    LESSON = "lesson"
    """A file, sound or not."""
    NOTHING = "nothing"
    NO_FILE = "no-file"
    """A folder, or something else that is no file."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem, and the line of the file that it is about."""

    problem: Problem
    line: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """The file as it was saved last."""

    finding: Finding
    lesson: Lesson | None = None
    """None when something in it is an error."""
    remarks: tuple[Remark, ...] = ()


class Editor:
    """Reads one file again and again."""

    def __init__(self, path: Path, folders: Folders) -> None:
        self._path = path
        self._folders = folders
        self._facts: Facts | None = None
        self._taken: dict[int, tuple[Path, int]] | None = None

    def read(self) -> Edition:
        """The file as it is now; never raises, whatever it is."""
        try:
            return self._read()
        except OSError:
            return Edition(Finding.NO_FILE)

    def places(self) -> frozenset[str]:
        """Where a change of the file shows: the file itself, and the folder that holds it."""
        return frozenset({str(self._path), str(self._path.parent)})

    def _read(self) -> Edition:
        if not self._path.exists():
            return Edition(Finding.NOTHING)
        if not self._path.is_file():
            return Edition(Finding.NO_FILE)
        text, media = read_text(self._path), media_in(self._folders)
        if isinstance(text, Problem):
            return Edition(Finding.LESSON, remarks=(Remark(text),))
        document = document_of(text, shown_path(self._path))
        reading = reading_of(document, self._path, media)
        problems = [*reading.problems, *self._clashes(reading)]
        if reading.lesson:
            adviser = Adviser(reading.lesson, document, self._known_facts(), today())
            problems += adviser.advice()
        lines = lines_of(text)
        remarks = tuple(_remark(problem, lines) for problem in sorted(set(problems)))
        return Edition(Finding.LESSON, reading.lesson, remarks)

    def _known_facts(self) -> Facts:
        if self._facts is None:
            self._facts = read_facts(self._folders.lessons)
        return self._facts

    def _clashes(self, reading: Reading) -> Iterator[Problem]:
        """That the number is another lesson's, for a file that the kiosk would find."""
        lessons = self._folders.lessons.absolute()
        own = self._path.absolute()
        if reading.number is None or own.suffix != ENDING or not own.is_relative_to(lessons):
            return
        if self._taken is None or reading.number in self._taken:
            self._taken = numbers_in(self._folders.lessons, frozenset({own}))
        if other := self._taken.get(reading.number):
            path, line = other
            yield clash(reading, f"{shown_path(path)}:{line}")


def _remark(problem: Problem, lines: list[str]) -> Remark:
    has_line = problem.code not in OF_THE_NAME and problem.line <= len(lines)
    return Remark(problem, lines[problem.line - 1] if has_line else "")
