"""The sample files of tests/cases and the problems expected for each."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from kiosk.content.advice import Adviser
from kiosk.content.facts import Facts
from kiosk.content.media import media_in
from kiosk.content.positions import read_document
from kiosk.content.problems import Problem
from kiosk.content.reader import read_lesson
from kiosk.content.wording import sentence
from kiosk.folders import Folders

TODAY = date(2026, 11, 24)
CASES = Path(__file__).parent.parent / "cases"


def expected_of(sort: str) -> Mapping[str, list[str]]:
    """By file name: "taught" or "refused", then one line for each problem."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (CASES / f"{sort}.expected.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            lines.append(line.strip())
        elif line:
            name, _, verdict = line.rpartition(": ")
            lines = found[name] = [verdict]
    return found


def told_of(verdict: str, problems: Iterable[Problem]) -> list[str]:
    """The result for a file, in the format of the expectations."""
    return [verdict, *(_without_path(problem) for problem in problems)]


def _without_path(problem: Problem) -> str:
    """The sentence without the path, and without lists that grow with each new kind or field."""
    reported = sentence(problem).removeprefix(f"{problem.path}:")
    for name, fact in problem.facts:
        reported = reported.replace(fact, "…") if name in ("fields", "kinds") else reported
    return reported


def cases_in(sort: str) -> list[str]:
    """The names of all files of one sort, which is a subfolder."""
    return sorted(path.name for path in (CASES / sort).iterdir() if path.is_file())


def read_case(path: Path) -> list[str]:
    """The result for a lesson file: its problems, and advice if the lesson loads."""
    reading = read_lesson(path, media_in(Folders()))
    problems = list(reading.problems)
    if reading.lesson:
        document = read_document(path)
        problems += Adviser(reading.lesson, document, Facts(), TODAY).advice()
    return told_of("taught" if reading.lesson else "refused", sorted(problems))
