"""What the kiosk knows of every lesson file without opening it.

An index never reads a file. It says which files have to be read, takes what was read, and tells
which lessons can be taught: those that are sound, and for a file that has been spoilt the last
good lesson that it held.
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
from kiosk.library.library import Broken, Library, ReadWhenAsked, clashes


class Stamp(NamedTuple):
    """By which a file is known to be the one that was read."""

    modified_ns: int
    changed_ns: int
    size: int


@dataclass(frozen=True, slots=True)
class FolderScan:
    """What lies in the folders of lessons and in the media, seen at one moment."""

    lessons: Mapping[Path, Stamp]
    media: Media
    surroundings: str = ""
    """Another one whenever a drawing, or any other file beside the lessons, comes or goes."""
    folders: tuple[Path, ...] = ()
    """Where files may come and go: the folders of lessons, all below, and that of packs."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A lesson file as it was read last."""

    path: Path
    stamp: Stamp
    head: LessonHead | None
    """None when its lesson cannot be used."""
    problems: tuple[Problem, ...] = ()
    number: int | None = None
    number_at: Position = START
    drawings: frozenset[str] = frozenset()
    """What is drawn in a sound lesson: `icon:name`, `picture:name`, or a file's whole path."""
    last_good: LessonHead | None = None
    """The head of the last good lesson of a file that has been spoilt since."""

    @property
    def sound(self) -> bool:
        """Whether the lesson in the file can be taught, as far as the file itself is concerned."""
        return self.head is not None


class CatalogEntry(NamedTuple):
    """A lesson that is taught, from which file."""

    path: Path
    head: LessonHead
    is_kept: bool
    """Whether it is what the file held before it was spoilt."""
    stamp: Stamp


@dataclass(frozen=True)
class LessonIndex:
    entries: Mapping[Path, IndexEntry] = field(default_factory=dict)
    surroundings: str = ""
    folders: Sequence[Path] = ()
    """The folders of lessons, what counts first."""

    def to_read(self, seen: FolderScan) -> tuple[Path, ...]:
        """The files that were not read yet as they are now."""
        moved = self.surroundings != seen.surroundings
        return tuple(
            path
            for path, stamp in seen.lessons.items()
            if (entry := self.entries.get(path)) is None
            or entry.stamp != stamp
            or (moved and _drawn_otherwise(entry, seen.media))
        )

    def without_gone(self, seen: FolderScan) -> "LessonIndex":
        """The index without the files that are not there any more."""
        entries = {path: entry for path, entry in self.entries.items() if path in seen.lessons}
        return replace(self, entries=entries)

    def with_entries(self, fresh: Iterable[IndexEntry]) -> "LessonIndex":
        """The index after some files were read; what a spoilt file taught before is kept."""
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
        """The index without last good lessons: their texts could not be kept."""
        entries = {path: replace(entry, last_good=None) for path, entry in self.entries.items()}
        return replace(self, entries=entries)

    @cached_property
    def clashing(self) -> Mapping[Path, tuple[Problem, ...]]:
        """The problems of files whose number or id another file has."""
        return clashes(self.entries.values(), self.folders)

    @cached_property
    def taught(self) -> tuple[CatalogEntry, ...]:
        """The lessons that can be taught, in the order of their numbers."""
        sound = [
            CatalogEntry(entry.path, entry.head, is_kept=False, stamp=entry.stamp)
            for entry in self.entries.values()
            if entry.head and entry.path not in self.clashing
        ]
        found = [*sound, *self._kept_beside(sound)]
        return tuple(sorted(found, key=lambda each: each.head.number))

    def _kept_beside(self, sound: Iterable[CatalogEntry]) -> Iterator[CatalogEntry]:
        """Last good lessons whose number and id nobody else has now."""
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
    """Whether a drawing that the lesson wants may have come or gone; of a broken one who knows."""
    return not entry.sound or not all(_is_there(drawing, media) for drawing in entry.drawings)


def _is_there(drawing: str, media: Media) -> bool:
    sort, _, name = drawing.partition(":")
    if sort == "icon":
        return name in media.icons
    if sort == "picture":
        return name in media.pictures
    return Path(name).is_file()


def entry_of(stamp: Stamp, reading: ReadResult) -> IndexEntry:
    """What an index notes of a lesson file that was read."""
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
    """The library of an index; `read` brings a lesson's steps.

    Raises:
        LookupError: by `lessons`, for a lesson that cannot be read any more.
    """
    taught = {each.path.stem: each for each in index.taught}
    clashing = index.clashing
    ailing = (e for e in index.entries.values() if e.problems or e.path in clashing)
    broken: list[Broken] = []
    problems: list[Problem] = []
    for entry in sorted(ailing, key=lambda entry: (not entry.sound, entry.path)):
        told = tuple(sorted({*entry.problems, *clashing.get(entry.path, ())}))
        problems += told
        if told and (not entry.sound or entry.path in clashing):
            broken.append(Broken(entry.path, told))
    return Library(
        lessons=ReadWhenAsked({name: name for name in taught}, lambda name: read(taught[name])),
        heads=MappingProxyType({name: each.head for name, each in taught.items()}),
        broken=tuple(broken),
        problems=tuple(sorted(problems)),
    )
