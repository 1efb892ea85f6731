"""All lessons of a kiosk."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from kiosk.content.file_names import ENDING, better_name, is_meant_as_lesson
from kiosk.content.media import media_in
from kiosk.content.near import near_matches
from kiosk.content.problems import Position, Problem, problem_at
from kiosk.content.reader import ReadResult, read_lesson
from kiosk.content.source import shown_path
from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.folders import Folders

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Broken:
    """A lesson file that is not taught, and its problems."""

    path: Path
    problems: tuple[Problem, ...]

    @property
    def worst(self) -> Problem:
        """The first problem that is an error."""
        return next(problem for problem in self.problems if problem.is_error)


@dataclass(frozen=True)
class Library:
    """The lessons that can be taught, by id and number, and the problems of all files."""

    lessons: Mapping[str, Lesson]
    """The lessons by id, sorted by number; those of an index are loaded on access."""
    heads: Mapping[str, LessonHead]
    """The same lessons without their steps."""
    broken: tuple[Broken, ...] = ()
    problems: tuple[Problem, ...] = ()
    """The problems of all files, valid or not."""

    @cached_property
    def _numbers(self) -> Mapping[int, str]:
        return {head.number: name for name, head in self.heads.items()}

    @cached_property
    def by_number(self) -> Mapping[int, Lesson]:
        return LazyLessons(self._numbers, self.lessons.__getitem__)

    def without(self, names: Collection[str]) -> "Library":
        """The library without the lessons of these ids."""
        heads = {name: head for name, head in self.heads.items() if name not in names}
        kept = LazyLessons({name: name for name in heads}, self.lessons.__getitem__)
        return replace(self, lessons=kept, heads=MappingProxyType(heads))

    def id_of(self, name_or_number: str) -> str | None:
        """The id of the lesson with this id or number; None if there is none."""
        wanted = name_or_number.strip()
        if wanted.isascii() and wanted.isdigit() and len(wanted) <= 9:
            wanted = self._numbers.get(int(wanted), wanted)
        return wanted if wanted in self.heads else None

    def find(self, name_or_number: str) -> Lesson | None:
        """The lesson with this id or number; None if there is none."""
        name = self.id_of(name_or_number)
        return self.lessons.get(name) if name else None

    def find_similar(self, name_or_number: str) -> tuple[Lesson, ...]:
        """Lessons with a similar id or number, the most similar first."""
        wanted = name_or_number.strip()
        by_word = {str(number): name for number, name in self._numbers.items()}
        if not wanted.isdigit():
            by_word = {name: name for name in self.heads}
            within = [name for name in by_word if wanted and wanted in name]
            if within:
                return tuple(self.lessons[name] for name in within[:2])
        return tuple(self.lessons[by_word[word]] for word in near_matches(wanted, by_word))


class LazyLessons(Mapping[Key, Lesson]):
    """A mapping from keys to lessons that reads each lesson on access."""

    def __init__(self, ids: Mapping[Key, str], read: Callable[[str], Lesson]) -> None:
        self._ids = ids
        self._read = read

    def __getitem__(self, key: Key) -> Lesson:
        return self._read(self._ids[key])

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    def __iter__(self) -> Iterator[Key]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


EMPTY = Library({}, {})


def load_library(folders: Folders) -> Library:
    """Reads every lesson below the lesson folders, without the index; never raises."""
    media = media_in(folders)
    readings = (read_lesson(path, media) for path in all_lesson_files(folders))
    return library_of(readings, folders.lesson_folders)


def all_lesson_files(folders: Folders) -> Iterator[Path]:
    """The lesson files of all lesson folders, in order of precedence."""
    for folder in folders.lesson_folders:
        yield from lesson_files(folder)


def lesson_files(folder: Path) -> Iterator[Path]:
    """The lesson files in a folder and below it, sorted; names that begin with _ are skipped."""
    for path in _files(folder):
        if path.suffix == ENDING:
            yield path


def misnamed_files(folder: Path) -> Iterator[Problem]:
    """Problems for files that are meant as lessons but have a wrong suffix."""
    for path in _files(folder):
        if is_meant_as_lesson(path.name) and path.suffix != ENDING:
            better = better_name(path.name)
            yield problem_at(shown_path(path), Position(1, 1), "wrong_ending", better=better)


def _files(folder: Path) -> Iterator[Path]:
    for root, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith((".", "_")))
        for name in sorted(names):
            if not name.startswith((".", "_")):
                yield Path(root) / name


def library_of(readings: Iterable[ReadResult], folders: Sequence[Path] = ()) -> Library:
    """The library of lesson files; of two with one number, the first in `sort_key_for` keeps it.

    `folders`: the lesson folders, in order of precedence.
    """
    read = list(readings)
    clashing = clashes(read, folders)
    sound: list[Lesson] = []
    broken: list[Broken] = []
    problems: list[Problem] = []
    for reading in sorted(read, key=sort_key_for(folders)):
        all_problems = tuple(sorted({*reading.problems, *clashing.get(reading.path, ())}))
        problems += all_problems
        if reading.lesson and reading.path not in clashing:
            sound.append(reading.lesson)
        elif all_problems:
            broken.append(Broken(reading.path, all_problems))
    sound.sort(key=lambda lesson: lesson.head.number)
    return Library(
        lessons=MappingProxyType({lesson.id: lesson for lesson in sound}),
        heads=MappingProxyType({lesson.id: lesson.head for lesson in sound}),
        broken=tuple(broken),
        problems=tuple(sorted(problems)),
    )


class Claim(Protocol):
    """A lesson file with the number and id that it uses."""

    @property
    def path(self) -> Path:
        """The path, whose stem is the id."""

    @property
    def sound(self) -> bool:
        """Whether the lesson is valid."""

    @property
    def number(self) -> int | None:
        """The lesson's number; None if it has none."""

    @property
    def number_at(self) -> Position:
        """The position of the number in the file."""


def sort_key_for(folders: Sequence[Path]) -> Callable[[Claim], tuple[bool, int, tuple[str, ...]]]:
    """A sort key: valid files first, then by folder, then by path."""

    def turn(claim: Claim) -> tuple[bool, int, tuple[str, ...]]:
        return not claim.sound, rank_in(folders, claim.path), claim.path.parts

    return turn


def rank_in(folders: Sequence[Path], path: Path) -> int:
    """The index of the folder that contains a file; `len(folders)` if none does."""
    ranks = (rank for rank, folder in enumerate(folders) if path.is_relative_to(folder))
    return next(ranks, len(folders))


def clashes(
    claims: Iterable[Claim], folders: Sequence[Path] = ()
) -> Mapping[Path, tuple[Problem, ...]]:
    """The files that are not taught because their number or id is already used, with the problems.

    A file replaced by one with the same id in another folder has no problem.
    """
    numbers: dict[int, Claim] = {}
    ids: dict[str, Claim] = {}
    found: dict[Path, tuple[Problem, ...]] = {}
    for claim in sorted(claims, key=sort_key_for(folders)):
        before = ids.get(claim.path.stem)
        if before and rank_in(folders, before.path) != rank_in(folders, claim.path):
            found[claim.path] = ()
            continue
        problems = []
        if claim.number is not None and numbers.setdefault(claim.number, claim) is not claim:
            first = numbers[claim.number]
            problems.append(clash(claim, f"{shown_path(first.path)}:{first.number_at.line}"))
        if ids.setdefault(claim.path.stem, claim) is not claim:
            other = shown_path(ids[claim.path.stem].path)
            problems.append(
                problem_at(shown_path(claim.path), Position(1, 1), "id_twice", other=other)
            )
        if problems:
            found[claim.path] = tuple(problems)
    return found


def clash(claim: Claim, other: str) -> Problem:
    """The problem of a lesson whose number is used by another file."""
    return problem_at(
        shown_path(claim.path),
        claim.number_at,
        "number_twice",
        number=str(claim.number),
        other=other,
    )
