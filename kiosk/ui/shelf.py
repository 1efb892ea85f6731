"""The lessons that the running kiosk teaches from."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal

from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.ui.folder_watch import FolderWatch
from kiosk.ui.jobs import Jobs
from kiosk.ui.own_process import own_process
from kiosk.ui.spare_memory import keep_for_good, no_search

if TYPE_CHECKING:
    from kiosk.content.index import Index
    from kiosk.content.indexing import Indexer
    from kiosk.content.library import Library

log = logging.getLogger(__name__)

READ_HERE_AT_MOST = 50
"""More lessons than that are read in a process of their own."""
LEAVE_MS = 2000


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in the lessons folder."""

    index: Index
    library: Library | None
    """None when nothing has changed."""
    unread: int = 0
    watched: frozenset[str] = frozenset()
    """The files and folders in which something may change."""


class Shelf(QObject):
    """Holds the library; lessons that come, go or change take their place in it at any time."""

    changed = Signal()

    def __init__(self, folders: Folders, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._folders = folders
        self._jobs = jobs
        self._found: Found | None = None
        self._library: Library | None = None
        self._working = False
        self._reader: QProcess | None = None
        self._waiting: list[Callable[[], None]] = []
        self._served: list[Callable[[], None]] = []
        self._watch: FolderWatch | None = None

    @property
    def is_filled(self) -> bool:
        """Whether the lessons were read."""
        return self._library is not None

    @property
    def library(self) -> Library:
        """All lessons; none as long as they were not read."""
        from kiosk.content.library import EMPTY  # noqa: PLC0415 - heavy, and not for the first frame

        return self._library or EMPTY

    def find(self, name_or_number: str) -> Lesson | None:
        """The lesson of that id or number, read at once if need be."""
        return self.library.find(name_or_number)

    def open(
        self,
        name: str,
        then: Callable[[Lesson], None],
        otherwise: Callable[[], None] = lambda: None,
    ) -> None:
        """Read a lesson away from the window, and hand it on; otherwise there is none."""
        library = self.library

        def take(lesson: Lesson | None) -> None:
            if lesson:
                then(lesson)
            else:
                log.info("no lesson %.20r can be opened", name)
                otherwise()

        self._jobs.run(lambda: library.find(name), take)

    def near(self, wanted: str, then: Callable[[tuple[Lesson, ...]], None]) -> None:
        """Look, away from the window, for the lessons that somebody may have meant."""
        library = self.library
        self._jobs.run(lambda: library.near(wanted), then)

    def follow(self) -> None:
        """From now on, take up whatever changes in the lessons folder."""
        self._watch = FolderWatch(self)
        self._watch.settled.connect(self.refresh)
        self._watch_what_was_found()
        for name in islice(self.library.heads, 1):
            self.open(name, lambda _: None)  # the first takes longer than all that follow

    def refresh(self, then: Callable[[], None] = lambda: None) -> None:
        """Look for lessons that are new, changed or gone, away from the window."""
        self._waiting.append(then)
        if not self._served:
            self._begin()

    def close(self) -> None:
        """Leave; lessons that are being read are left for another time."""
        self._waiting.clear()
        if self._watch:
            self._watch.deleteLater()
        if self._reader:
            self._reader.disconnect(self)
            self._reader.kill()
            self._reader.waitForFinished(LEAVE_MS)

    @cached_property
    def _indexer(self) -> Indexer:
        """Made on the other thread: what it needs is not needed for the first frame."""
        from kiosk.content.indexing import Indexer  # noqa: PLC0415

        return Indexer(self._folders)

    def _begin(self) -> None:
        self._served, self._waiting = self._waiting, []
        self._look(self._found.index if self._found else None, READ_HERE_AT_MOST)

    def _look(self, known: Index | None, at_most: int | None) -> None:
        """Look round on another thread; what is known is loaded if it is not given."""

        def look() -> Found:
            indexer = self._indexer
            before = indexer.load() if known is None else known
            now = indexer.refresh(before, at_most)
            library = None if now.index is known else indexer.library(now.index)
            watched = frozenset(map(str, (*now.folders, *now.index.entries)))
            return Found(now.index, library, now.unread, watched)

        self._run(look)

    def _run(self, look: Callable[[], Found]) -> None:
        def look_and_keep() -> Found:
            with no_search():
                found = look()
                if found.library and len(found.library.heads) > READ_HERE_AT_MOST:
                    keep_for_good()
            return found

        self._working = True
        self._jobs.run(look_and_keep, self._take)

    def _take(self, found: Found) -> None:
        self._working = False
        before = [self._found, self._library]
        self._found = found
        if found.library is not None:
            self._library = found.library
            self.changed.emit()
        self._jobs.run(before.clear, lambda _: None)  # to let go of thousands takes 20 ms, too
        if found.unread:
            self._read_elsewhere()
        else:
            self._go_on()

    def _read_elsewhere(self) -> None:
        """Have many lessons read by another process, which saves them batch by batch."""
        folders = self._folders
        reader = self._reader = own_process(self)
        reader.readyReadStandardOutput.connect(self._take_batch)
        reader.finished.connect(self._go_on)
        reader.errorOccurred.connect(self._go_on)
        where = [str(folder) for folder in (folders.home, folders.state, folders.cache)]
        reader.start(sys.executable, ["-m", "kiosk.content.indexing", *where])

    def _take_batch(self) -> None:
        self._reader.readAllStandardOutput()
        if not self._working:

            def load() -> Found:
                index = self._indexer.load()
                return Found(index, self._indexer.library(index))

            self._run(load)

    def _go_on(self) -> None:
        """When the work or the other process is done: see whether both are."""
        if self._working:
            return
        if self._reader is None:
            self._settle()
        elif self._reader.state() is QProcess.ProcessState.NotRunning:
            self._reader.deleteLater()
            self._reader = None
            self._look(None, None)

    def _settle(self) -> None:
        served, self._served = self._served, []
        self._watch_what_was_found()
        for then in served:
            then()
        if self._waiting and not self._served:
            self._begin()

    def _watch_what_was_found(self) -> None:
        if self._watch and self._found:
            self._watch.follow(self._found.watched)
