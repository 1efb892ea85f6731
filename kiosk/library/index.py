"""An index with the data of every lesson file, which avoids opening the files.

An index does not read files. It determines which files must be read, stores the results, and
lists the lessons that can be taught: the valid ones, and for a file that became invalid its
last valid lesson.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kiosk.content.media import Media, is_file_name
from kiosk.content.problems import START, Position, Problem
from kiosk.content.reader import ReadResult
from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.domain.step import Reference
from kiosk.library.library import Broken, LazyLessons, Library, clashes


class Stamp(NamedTuple):
    """The data by which a change of a file is detected."""

    modified_ns: int
    changed_ns: int
    size: int


@dataclass(frozen=True, slots=True)
class FolderScan:
    """A snapshot of the lesson and media folders."""

    lessons: Mapping[Path, Stamp]
    media: Media
    surroundings: str = ""
    """A hash that changes when a drawing or another file beside the lessons is added or removed."""
    folders: tuple[Path, ...] = ()
    """The folders to watch: the lesson folders with their subfolders, and the packs folder."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """The result of the last reading of a lesson file."""

    path: Path
    stamp: Stamp
    head: LessonHead | None
    """None if the lesson is invalid."""
    problems: tuple[Problem, ...] = ()
    number: int | None = None
    number_at: Position = START
    drawings: frozenset[str] = frozenset()
    """The drawings of a valid lesson: `icon:name`, `picture:name` or `file:path`."""
    last_good: LessonHead | None = None
    """The head of the last valid lesson of a file that is invalid now."""

    @property
    def sound(self) -> bool:
        """Whether the file itself is valid, regardless of other files."""
        return self.head is not None


class CatalogEntry(NamedTuple):
    """A lesson that is taught, and its file."""

    path: Path
    head: LessonHead
    is_kept: bool
    """Whether it is the last valid lesson of a file that is invalid now."""
    stamp: Stamp


@dataclass(frozen=True)
class LessonIndex:
    entries: Mapping[Path, IndexEntry] = field(default_factory=dict)
    surroundings: str = ""
    folders: Sequence[Path] = ()
    """The lesson folders, in order of precedence."""

    def to_read(self, seen: FolderScan) -> tuple[Path, ...]:
        """The files that are new or changed, or whose drawings may have changed."""
        moved = self.surroundings != seen.surroundings
        return tuple(
            path
            for path, stamp in seen.lessons.items()
            if (entry := self.entries.get(path)) is None
            or entry.stamp != stamp
            or (moved and _drawn_otherwise(entry, seen.media))
        )

    def without_gone(self, seen: FolderScan) -> "LessonIndex":
        """The index without files that no longer exist."""
        entries = {path: entry for path, entry in self.entries.items() if path in seen.lessons}
        return replace(self, entries=entries)

    def with_entries(self, fresh: Iterable[IndexEntry]) -> "LessonIndex":
        """The index with newly read entries; an invalid file keeps its last valid lesson."""
        taught = {each.path: each.head for each in self.taught}
        entries = {**self.entries, **{entry.path: entry for entry in fresh}}
        changed = replace(self, entries=entries)
        for path, entry in entries.items():
            before = self.entries.get(path)
            if before is None or entry is before:
                continue
            if entry.head is None or path in changed.clashing:
                entries[path] = replace(entry, last_good=taught.get(path, before.last_good))
        return changed

    def without_kept(self) -> "LessonIndex":
        """The index without last valid lessons, because their texts could not be saved."""
        entries = {path: replace(entry, last_good=None) for path, entry in self.entries.items()}
        return replace(self, entries=entries)

    @cached_property
    def clashing(self) -> Mapping[Path, tuple[Problem, ...]]:
        """The problems of files whose number or id is used by another file."""
        return clashes(self.entries.values(), self.folders)

    @cached_property
    def taught(self) -> tuple[CatalogEntry, ...]:
        """The lessons that can be taught, sorted by number."""
        sound = [
            CatalogEntry(entry.path, entry.head, is_kept=False, stamp=entry.stamp)
            for entry in self.entries.values()
            if entry.head and entry.path not in self.clashing
        ]
        found = [*sound, *self._kept_beside(sound)]
        return tuple(sorted(found, key=lambda each: each.head.number))

    def _kept_beside(self, sound: Iterable[CatalogEntry]) -> Iterator[CatalogEntry]:
        """The last valid lessons whose number and id are not used by another lesson."""
        numbers = {each.head.number for each in sound}
        ids = {each.path.stem for each in sound}
        taught = {each.path for each in sound}
        kept = (entry for entry in self.entries.values() if entry.last_good)
        for entry in sorted(kept, key=lambda entry: entry.path):
            head = entry.last_good
            if head is None or entry.path in taught:
                continue
            if head.number not in numbers and entry.path.stem not in ids:
                numbers.add(head.number)
                ids.add(entry.path.stem)
                yield CatalogEntry(entry.path, head, is_kept=True, stamp=entry.stamp)


def _drawn_otherwise(entry: IndexEntry, media: Media) -> bool:
    """Whether a drawing of the lesson is missing; always True for an invalid lesson."""
    return not entry.sound or not all(_is_there(drawing, media) for drawing in entry.drawings)


def _is_there(drawing: str, media: Media) -> bool:
    sort, _, name = drawing.partition(":")
    if sort == "icon":
        return name in media.icons
    if sort == "picture":
        return name in media.pictures
    return Path(name).is_file()


def entry_of(stamp: Stamp, reading: ReadResult) -> IndexEntry:
    """The index entry for a lesson file that was read."""
    lesson = reading.lesson
    return IndexEntry(
        path=reading.path,
        stamp=stamp,
        head=lesson.head if lesson else None,
        problems=reading.problems,
        number=reading.number,
        number_at=reading.number_at,
        drawings=frozenset(_drawings(lesson)) if lesson else frozenset(),
    )


def _drawings(lesson: Lesson) -> Iterator[str]:
    if "icon" in lesson.head.model_fields_set:
        yield f"icon:{lesson.head.icon}"
    for reference in _references(lesson):
        if reference.sort == "icon":
            yield f"icon:{reference.name}"
        elif reference.sort == "picture" and is_file_name(reference.name):
            yield f"file:{Path(lesson.folder) / reference.name}"
        elif reference.sort == "picture":
            yield f"picture:{reference.name}"


def _references(lesson: Lesson) -> Iterator[Reference]:
    for each in (lesson, *lesson.phones.values()):
        for screen in each.screens.values():
            for element in screen.elements:
                yield from element.references()
        for step in each.steps:
            yield from step.references()


def library_from(index: LessonIndex, read: Callable[[CatalogEntry], Lesson]) -> Library:
    """The library of an index; `read` loads a lesson with its steps.

    Raises:
        LookupError: by `lessons`, for a lesson that can no longer be read.
    """
    taught = {each.path.stem: each for each in index.taught}
    clashing = index.clashing
    ailing = (e for e in index.entries.values() if e.problems or e.path in clashing)
    broken: list[Broken] = []
    problems: list[Problem] = []
    for entry in sorted(ailing, key=lambda entry: (not entry.sound, entry.path)):
        own = tuple(sorted({*entry.problems, *clashing.get(entry.path, ())}))
        problems += own
        if own and (not entry.sound or entry.path in clashing):
            broken.append(Broken(entry.path, own))
    return Library(
        lessons=LazyLessons({name: name for name in taught}, lambda name: read(taught[name])),
        heads=MappingProxyType({name: each.head for name, each in taught.items()}),
        broken=tuple(broken),
        problems=tuple(sorted(problems)),
    )
