"""Files as people bring them, in tests/cases, and what is told of each."""

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
    """By file name: "taught" or "refused", then one line for each thing that is told."""
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
    """What came of a file, in the form of the expectations."""
    return [verdict, *(_without_path(problem) for problem in problems)]


def _without_path(problem: Problem) -> str:
    """Without the names, either, that a new kind or field would add to."""
    told = sentence(problem).removeprefix(f"{problem.path}:")
    for name, fact in problem.facts:
        told = told.replace(fact, "…") if name in ("fields", "kinds") else told
    return told


def cases_in(sort: str) -> list[str]:
    """The names of all files of a sort."""
    return sorted(path.name for path in (CASES / sort).iterdir() if path.is_file())


def read_case(path: Path) -> list[str]:
    """What came of a lesson file: its problems, and the advice if it can be taught."""
    reading = read_lesson(path, media_in(Folders()))
    problems = list(reading.problems)
    if reading.lesson:
        document = read_document(path)
        problems += Adviser(reading.lesson, document, Facts(), TODAY).advice()
    return told_of("taught" if reading.lesson else "refused", sorted(problems))
