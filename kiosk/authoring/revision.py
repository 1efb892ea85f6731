"""The state of one lesson file while it is being written."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.authoring.inspection import numbers_in, today
from kiosk.content.advice import Adviser
from kiosk.content.facts import Facts, read_facts
from kiosk.content.file_names import ENDING
from kiosk.content.media import media_in
from kiosk.content.positions import document_of
from kiosk.content.problems import Problem
from kiosk.content.reader import ReadResult, reading_of
from kiosk.content.source import lines_of, read_text, shown_path
from kiosk.content.verification import read_entries, verification_of
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.library.library import clash, rank_in

OF_THE_NAME = frozenset({"file_name", "id_twice", "wrong_ending"})
"""Problems of the file's name, which belong to no line."""


class RevisionState(StrEnum):
    """What exists at the file's path."""

    LESSON = "lesson"
    """A file, valid or not."""
    NOTHING = "nothing"
    NO_FILE = "no-file"
    """A folder, or something else that is no regular file."""
    UNREAD = "unread"
    """Reading failed through a fault of the program."""


@dataclass(frozen=True, slots=True)
class RevisionProblem:
    """A problem with the text of its line."""

    problem: Problem
    line: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """The file as last saved."""

    finding: RevisionState
    lesson: Lesson | None = None
    """None when the file has an error."""
    problems_at: tuple[RevisionProblem, ...] = ()


class RevisionReader:
    """Reads one file repeatedly, caching what does not depend on it."""

    def __init__(self, path: Path, folders: Folders) -> None:
        self._path = path
        self._folders = folders
        self._facts: Facts | None = None
        self._taken: dict[int, tuple[Path, int]] | None = None

    def read(self) -> Revision:
        """The file as it is now; never raises."""
        try:
            return self._read()
        except OSError:
            return Revision(RevisionState.NO_FILE)

    def places(self) -> frozenset[str]:
        """The paths to watch for changes: the file and its folder."""
        return frozenset({str(self._path), str(self._path.parent)})

    def _read(self) -> Revision:
        if not self._path.exists():
            return Revision(RevisionState.NOTHING)
        if not self._path.is_file():
            return Revision(RevisionState.NO_FILE)
        text = read_text(self._path)
        if isinstance(text, Problem):
            return Revision(RevisionState.LESSON, problems_at=(RevisionProblem(text),))
        return self.revision_of(text)

    def revision_of(self, text: str) -> Revision:
        """The revision that the file would be with this text."""
        media = media_in(self._folders)
        document = document_of(text, shown_path(self._path))
        reading = reading_of(document, self._path, media)
        problems = [*reading.problems, *self._clashes(reading)]
        if reading.lesson:
            facts, entries = self._known_facts(), read_entries(*self._folders.lesson_folders)
            found = verification_of(reading.lesson, facts, entries, today())
            adviser = Adviser(reading.lesson, document, facts, today(), found)
            problems += adviser.advice()
        lines = lines_of(text)
        problems_at = tuple(_note(problem, lines) for problem in sorted(set(problems)))
        return Revision(RevisionState.LESSON, reading.lesson, problems_at)

    def _known_facts(self) -> Facts:
        if self._facts is None:
            self._facts = read_facts(*self._folders.lesson_folders)
        return self._facts

    def _clashes(self, reading: ReadResult) -> Iterator[Problem]:
        """Reports a number used by another lesson, for a file in a lesson folder."""
        lessons = tuple(folder.absolute() for folder in self._folders.lesson_folders)
        own = self._path.absolute()
        if reading.number is None or own.suffix != ENDING or rank_in(lessons, own) == len(lessons):
            return
        if self._taken is None or reading.number in self._taken:
            self._taken = numbers_in(*lessons, besides=frozenset({own}))
        other = self._taken.get(reading.number)
        if other and other[0].stem != own.stem:
            path, line = other
            yield clash(reading, f"{shown_path(path)}:{line}")


def _note(problem: Problem, lines: list[str]) -> RevisionProblem:
    has_line = problem.code not in OF_THE_NAME and problem.line <= len(lines)
    return RevisionProblem(problem, lines[problem.line - 1] if has_line else "")
