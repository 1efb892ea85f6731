"""Brings the index up to date with the lessons folder; also as a process of its own.

Reading thousands of lessons takes half a minute. In a process of its own the window is not
disturbed by it; what has been read is saved in batches, each twice as large as the one before.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from kiosk.content.index import (
    Entry,
    Index,
    Sighting,
    Stamp,
    Taught,
    entry_of,
    library_from,
)
from kiosk.content.index_file import IndexFile
from kiosk.content.library import ENDING, Library
from kiosk.content.media import Media, media_in
from kiosk.content.positions import Document, document_of
from kiosk.content.problems import Problem
from kiosk.content.reader import Reading, read_lesson, reading_of, sound_lesson
from kiosk.content.source import read_text, shown_path
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders

FIRST_BATCH = 40
OPEN_AT_MOST = 8
"""So many lessons are held whole."""
NICE = 10


def look_round(folders: Folders) -> Sighting:
    """What lies in the lessons folder and in the media now."""
    lessons: dict[Path, Stamp] = {}
    others: list[str] = []
    below: list[Path] = [folders.lessons]
    media = media_in(folders)
    for entry, hidden in _all_below(str(folders.lessons), hidden=False):
        if entry.is_dir(follow_symlinks=False):
            below.append(Path(entry.path))
        elif entry.name.endswith(ENDING) and not hidden and not entry.name.startswith("_"):
            with suppress(OSError):
                lessons[Path(entry.path)] = _stamp(entry.stat())
        else:
            others.append(entry.path)
    drawings = [*sorted(media.icons), "", *sorted(media.pictures), "", *sorted(others)]
    signs = hashlib.sha256("\n".join(drawings).encode()).hexdigest()
    return Sighting(lessons, media, signs, tuple(below))


def _stamp(stat: os.stat_result) -> Stamp:
    return Stamp(stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size)


def _all_below(folder: str, *, hidden: bool) -> Iterator[tuple[os.DirEntry[str], bool]]:
    """Files and folders in a folder and below, and whether a folder's name begins with _."""
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
        elif entry.is_file():
            yield entry, hidden


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What looking round has brought."""

    index: Index
    unread: int
    """How many files are still to be read."""
    folders: tuple[Path, ...]
    """Where lesson files may lie."""


class Indexer:
    """Keeps the index of one kiosk's lessons, and opens them."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._file = IndexFile(folders)
        self._opened = lru_cache(OPEN_AT_MOST)(self._open)

    def load(self) -> Index:
        """The index as it was left by the last run."""
        return self._file.load()

    def refresh(self, index: Index, at_most: int | None = None) -> Refreshed:
        """The index with what has changed since; more files than `at_most` are not read at all."""
        seen = look_round(self._folders)
        to_read = index.to_read(seen)
        if at_most is not None and len(to_read) > at_most:
            return Refreshed(index.without_gone(seen), len(to_read), seen.folders)
        fresh = self._with(index, seen, to_read, seen.surroundings)
        return Refreshed(fresh, 0, seen.folders)

    def in_batches(self, index: Index) -> Iterator[Index]:
        """The index growing, batch by batch, until everything is read."""
        seen = look_round(self._folders)
        waiting = list(index.to_read(seen))
        batch = FIRST_BATCH
        while waiting:
            now, waiting = waiting[:batch], waiting[batch:]
            surroundings = index.surroundings if waiting else seen.surroundings
            index = self._with(index, seen, now, surroundings)
            batch *= 2
            yield index

    def _with(
        self, index: Index, seen: Sighting, to_read: Iterable[Path], surroundings: str
    ) -> Index:
        texts: dict[Path, str] = {}
        entries: list[Entry] = []
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

    def library(self, index: Index) -> Library:
        """The lessons of an index; each is read when it is asked for."""
        return library_from(index, self.open)

    def open(self, taught: Taught) -> Lesson:
        """A lesson with its steps.

        Raises:
            LookupError: it cannot be read any more.
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


def _read(path: Path, media: Media) -> tuple[str, Reading]:
    """A file's text, and what came of it."""
    text, shown = read_text(path), shown_path(path)
    if isinstance(text, Problem):
        return "", reading_of(Document(shown, problems=(text,)), path, media)
    return text, reading_of(document_of(text, shown), path, media)


def main(home: str, state: str, cache: str) -> None:
    """Read whatever is not in the index, and print a line whenever a batch of it is saved."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    indexer = Indexer(Folders(Path(home), Path(state), Path(cache)))
    for index in indexer.in_batches(indexer.load()):
        print(len(index.entries), flush=True)  # noqa: T201 - to the kiosk


if __name__ == "__main__":
    main(*sys.argv[1:])
