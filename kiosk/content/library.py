"""All lessons of a kiosk."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from kiosk.content.media import media_in
from kiosk.content.near import near_matches
from kiosk.content.problems import Position, Problem, any_error, problem_at
from kiosk.content.reader import Reading, read_lesson
from kiosk.content.source import shown_path
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders

ENDING = ".yaml"
NEARLY_ENDINGS = (".yml", ".yaml.txt", ".yml.txt")


@dataclass(frozen=True, slots=True)
class Broken:
    """A lesson file that the kiosk leaves out, and why."""

    path: Path
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Library:
    """The lessons that can be taught, by number, and what is wrong with the others."""

    lessons: Mapping[str, Lesson]
    """By id, in the order of their numbers."""
    broken: tuple[Broken, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Those of all files, sound or broken."""

    @cached_property
    def by_number(self) -> Mapping[int, Lesson]:
        """The lessons by the number that opens them."""
        return MappingProxyType({lesson.head.number: lesson for lesson in self.lessons.values()})

    def find(self, name_or_number: str) -> Lesson | None:
        """The lesson of that id or number."""
        wanted = name_or_number.strip()
        if wanted.isascii() and wanted.isdigit() and len(wanted) <= 9:
            return self.by_number.get(int(wanted)) or self.lessons.get(wanted)
        return self.lessons.get(wanted)

    def near(self, name_or_number: str) -> tuple[Lesson, ...]:
        """The lessons that somebody may have meant, the nearest first."""
        wanted = name_or_number.strip()
        by_word = {str(number): lesson for number, lesson in self.by_number.items()}
        if not wanted.isdigit():
            by_word = dict(self.lessons)
            within = [lesson for name, lesson in by_word.items() if wanted and wanted in name]
            if within:
                return tuple(within[:2])
        return tuple(by_word[word] for word in near_matches(wanted, by_word))


def load_library(folders: Folders) -> Library:
    """Every lesson below the lessons folder; never raises."""
    media = media_in(folders)
    return library_of(read_lesson(path, media) for path in lesson_files(folders.lessons))


def lesson_files(folder: Path) -> Iterator[Path]:
    """The lesson files in a folder and below it, in order; names that begin with _ are none."""
    for path in _files(folder):
        if path.suffix == ENDING:
            yield path


def misnamed_files(folder: Path) -> Iterator[Problem]:
    """Files that were meant as lessons, but that nobody will find."""
    for path in _files(folder):
        ending = next((end for end in NEARLY_ENDINGS if path.name.lower().endswith(end)), None)
        if ending:
            better = path.name[: -len(ending)] + ENDING
            yield problem_at(shown_path(path), Position(1, 1), "wrong_ending", better=better)


def _files(folder: Path) -> Iterator[Path]:
    for root, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith((".", "_")))
        for name in sorted(names):
            if not name.startswith((".", "_")):
                yield Path(root) / name


def library_of(readings: Iterable[Reading]) -> Library:
    """The library of some lesson files; of two that claim the same number, the first has it."""
    sound: list[Lesson] = []
    broken: list[Broken] = []
    problems: list[Problem] = []
    for reading in _without_clashes(list(readings)):
        problems += reading.problems
        if reading.lesson:
            sound.append(reading.lesson)
        else:
            broken.append(Broken(reading.path, reading.problems))
    sound.sort(key=lambda lesson: lesson.head.number)
    lessons = MappingProxyType({lesson.id: lesson for lesson in sound})
    return Library(lessons, tuple(broken), tuple(sorted(problems)))


def _without_clashes(readings: list[Reading]) -> Iterator[Reading]:
    """The readings, in which a number or an id that is taken already is a problem."""
    numbers: dict[int, Reading] = {}
    ids: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda reading: (reading.lesson is None, reading.path)):
        problems = []
        if reading.number is not None and numbers.setdefault(reading.number, reading) != reading:
            first = numbers[reading.number]
            other = f"{shown_path(first.path)}:{first.number_at.line}"
            problems.append(clash(reading, other))
        if ids.setdefault(reading.path.stem, reading) != reading:
            other = shown_path(ids[reading.path.stem].path)
            problems.append(
                problem_at(shown_path(reading.path), Position(1, 1), "id_twice", other=other)
            )
        yield _with(reading, problems) if problems else reading


def clash(reading: Reading, other: str) -> Problem:
    """The problem of a lesson whose number another file has."""
    return problem_at(
        shown_path(reading.path),
        reading.number_at,
        "number_twice",
        number=str(reading.number),
        other=other,
    )


def _with(reading: Reading, more: list[Problem]) -> Reading:
    problems = tuple(sorted({*reading.problems, *more}))
    lesson = None if any_error(problems) else reading.lesson
    return Reading(reading.path, lesson, problems, reading.number, reading.number_at)
