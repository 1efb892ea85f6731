"""Updates the index from the lesson folders; also runs as a separate process.

Reading thousands of lessons takes half a minute. A separate process does not block the window;
results are saved in batches, each twice as large as the one before.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from kiosk.child_channel import ChildChannel
from kiosk.content.file_names import ENDING
from kiosk.content.media import Media, media_in
from kiosk.content.positions import Document, document_of
from kiosk.content.problems import Problem
from kiosk.content.reader import ReadResult, read_lesson, reading_of, sound_lesson
from kiosk.content.source import read_text, shown_path
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.library.index import (
    CatalogEntry,
    FolderScan,
    IndexEntry,
    LessonIndex,
    Stamp,
    entry_of,
    library_from,
)
from kiosk.library.index_file import IndexFile
from kiosk.library.library import Library

FIRST_BATCH = 40
OPEN_AT_MOST = 8
"""The number of complete lessons in the cache."""
NICE = 10


def scan_folders(folders: Folders) -> FolderScan:
    """Takes a snapshot of the lesson and media folders."""
    lessons: dict[Path, Stamp] = {}
    others: list[str] = []
    below: list[Path] = [*folders.lesson_folders, folders.packs]
    media = media_in(folders)
    found = (_all_below(str(folder), hidden=False) for folder in folders.lesson_folders)
    for entry, hidden in chain.from_iterable(found):
        if entry.is_dir(follow_symlinks=False):
            below.append(Path(entry.path))
        elif entry.name.endswith(ENDING) and not hidden and not entry.name.startswith("_"):
            with suppress(OSError):
                lessons[Path(entry.path)] = _stamp(entry.stat())
        else:
            others.append(entry.path)
    drawings = [*sorted(media.icons), "", *sorted(media.pictures), "", *sorted(others)]
    signs = hashlib.sha256("\n".join(drawings).encode()).hexdigest()
    return FolderScan(lessons, media, signs, tuple(below))


def _stamp(stat: os.stat_result) -> Stamp:
    return Stamp(stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size)


def _all_below(folder: str, *, hidden: bool) -> Iterator[tuple[os.DirEntry[str], bool]]:
    """Files and folders below a folder, each with whether a parent's name begins with _."""
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield entry, hidden
            yield from _all_below(entry.path, hidden=hidden or entry.name.startswith("_"))
        elif _is_file(entry):
            yield entry, hidden


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether the entry is a file; False for circular links."""
    try:
        return entry.is_file()
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class ScanResult:
    """The result of updating the index."""

    index: LessonIndex
    unread: int
    """The number of files that are still to be read."""
    folders: tuple[Path, ...]
    """The folders to watch for changes."""


class Indexer:
    """Maintains the index of a kiosk's lessons and opens lessons."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._file = IndexFile(folders)
        self._opened = lru_cache(OPEN_AT_MOST)(self._open)

    def load(self) -> LessonIndex:
        """The index saved by the last run."""
        return self._file.load()

    def refresh(self, index: LessonIndex, at_most: int | None = None) -> ScanResult:
        """Updates the index; reads no file if more than `at_most` have changed."""
        seen = scan_folders(self._folders)
        to_read = index.to_read(seen)
        if at_most is not None and len(to_read) > at_most:
            return ScanResult(index.without_gone(seen), len(to_read), seen.folders)
        fresh = self._with(index, seen, to_read, seen.surroundings)
        return ScanResult(fresh, 0, seen.folders)

    def in_batches(self, index: LessonIndex) -> Iterator[LessonIndex]:
        """Reads all changed files in batches; yields the index after each."""
        seen = scan_folders(self._folders)
        waiting = list(index.to_read(seen))
        batch = FIRST_BATCH
        while waiting:
            now, waiting = waiting[:batch], waiting[batch:]
            surroundings = index.surroundings if waiting else seen.surroundings
            index = self._with(index, seen, now, surroundings)
            batch *= 2
            yield index

    def _with(
        self, index: LessonIndex, seen: FolderScan, to_read: Iterable[Path], surroundings: str
    ) -> LessonIndex:
        texts: dict[Path, str] = {}
        entries: list[IndexEntry] = []
        for path in to_read:
            text, reading = _read(path, seen.media)
            texts[path] = text
            entries.append(entry_of(seen.lessons[path], reading))
        present = replace(index.without_gone(seen), surroundings=surroundings)
        if not texts and present == index:
            return index
        changed = present.with_entries(entries)
        gone = index.entries.keys() - present.entries.keys()
        return changed if self._file.save(changed, texts, gone) else changed.without_kept()

    def library(self, index: LessonIndex) -> Library:
        """The lessons of an index, each loaded on first access."""
        return library_from(index, self.open)

    def open(self, taught: CatalogEntry) -> Lesson:
        """A lesson with its steps.

        Raises:
            LookupError: the lesson can no longer be read.
        """
        return self._opened(taught.path, taught.stamp, taught.is_kept)

    def _open(self, path: Path, _stamp: Stamp, is_kept: bool) -> Lesson:  # noqa: FBT001
        text = self._file.text_of(path, kept=is_kept)
        lesson = sound_lesson(text, path) if text else None
        if lesson is None and not is_kept:
            lesson = read_lesson(path, media_in(self._folders)).lesson
        if lesson is None:
            raise LookupError(path.stem)
        return lesson


def indexed_library(folders: Folders) -> Library:
    """The library from the index; reads only files that have changed since the last run."""
    indexer = Indexer(folders)
    return indexer.library(indexer.refresh(indexer.load()).index)


def _read(path: Path, media: Media) -> tuple[str, ReadResult]:
    """A file's text (empty if unreadable) and the result of reading it."""
    text, shown = read_text(path), shown_path(path)
    if isinstance(text, Problem):
        return "", reading_of(Document(shown, problems=(text,)), path, media)
    return text, reading_of(document_of(text, shown), path, media)


def main(home: str, state: str, cache: str, site: str) -> None:
    """Reads the files missing from the index, and notifies the kiosk after each saved batch."""
    channel = ChildChannel()
    if hasattr(os, "nice"):
        os.nice(NICE)
    indexer = Indexer(Folders(Path(home), Path(state), Path(cache), site=Path(site)))
    for index in indexer.in_batches(indexer.load()):
        channel.send({"read": len(index.entries)})


if __name__ == "__main__":
    main(*sys.argv[1:])
