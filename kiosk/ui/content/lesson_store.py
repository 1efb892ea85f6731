"""The lessons that the running kiosk teaches from."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.folders import Folders
from kiosk.ui.background.child_process import ChildProcess
from kiosk.ui.background.folder_watch import FolderWatch
from kiosk.ui.background.gc_tuning import freeze_objects
from kiosk.ui.background.jobs import Jobs, Lane, Ok, Result, ignore

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson
    from kiosk.library.index import LessonIndex
    from kiosk.library.indexing import Indexer
    from kiosk.library.library import Library


READ_HERE_AT_MOST = 50
"""More unread lessons than this are read by another process."""


@dataclass(frozen=True, slots=True)
class Found:
    """The result of a scan of the lessons folders."""

    index: LessonIndex
    library: Library | None
    """None when nothing has changed."""
    unread: int = 0
    watched: frozenset[str] = frozenset()
    """The files and folders to watch for changes."""


class LessonStore(QObject):
    """Holds the library, which is replaced whenever lessons are added, removed or changed."""

    changed = Signal()

    def __init__(self, folders: Folders, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._folders = folders
        self._jobs = jobs
        self._found: Found | None = None
        self._library: Library | None = None
        self._unused: frozenset[str] = frozenset()
        self._taught: Library | None = None
        self._working = False
        places = (folders.home, folders.state, folders.cache, folders.own)
        where = [str(folder) for folder in places]
        self._reader = ChildProcess(["-m", "kiosk.library.indexing", *where], self)
        self._reader.received.connect(self._take_batch)
        self._reader.ended.connect(self._go_on)
        self._reads_elsewhere = False
        """True from the start of that process until the lessons it left unread are read here."""
        self._next_callbacks: list[Callable[[], None]] = []
        self._current_callbacks: list[Callable[[], None]] = []
        self._watch: FolderWatch | None = None

    @property
    def is_filled(self) -> bool:
        return self._library is not None

    @property
    def library(self) -> Library:
        """All lessons that are taught; empty until they are read."""
        if self._taught is None:
            self._taught = self.everything.without(self._unused)
        return self._taught

    @property
    def everything(self) -> Library:
        """All lessons of the kiosk, including those that staff have taken out of use."""
        from kiosk.library.library import EMPTY  # noqa: PLC0415 - heavy, and not for the first frame

        return self._library or EMPTY

    def leave_out(self, names: Collection[str]) -> None:
        """Takes the lessons with these ids out of use."""
        if self._unused != frozenset(names):
            self._unused, self._taught = frozenset(names), None
            self.changed.emit()

    def find(self, name_or_number: str) -> Lesson | None:
        """Returns the lesson with this id or number, reading its file now if necessary."""
        return self.library.find(name_or_number)

    def open(
        self,
        name: str,
        then: Callable[[Lesson], None],
        otherwise: Callable[[], None] = lambda: None,
    ) -> None:
        """Reads a lesson in a job and passes it to `then`; calls `otherwise` when there is none."""
        library = self.library

        def take(result: Result[Lesson | None]) -> None:
            if isinstance(result, Ok) and result.value:
                then(result.value)
            else:
                otherwise()

        self._jobs.run(
            lambda: library.find(name), take, what=gettext_noop("mở bài học"), lane=Lane.WAITED_FOR
        )

    def find_similar(self, wanted: str, then: Callable[[tuple[Lesson, ...]], None]) -> None:
        """Searches in a job for lessons similar to the wanted name or number."""
        library = self.library
        self._jobs.run(
            lambda: library.find_similar(wanted),
            lambda result: then(result.value if isinstance(result, Ok) else ()),
            what=gettext_noop("tìm bài gần giống"),
            lane=Lane.WAITED_FOR,
        )

    def follow(self) -> None:
        """Watches the lesson folders from now on."""
        self._watch = FolderWatch(self)
        self._watch.settled.connect(self.refresh)
        self._watch_what_was_found()
        for name in islice(self.library.heads, 1):
            self.open(name, lambda _: None)  # opening the first takes longest

    def refresh(self, then: Callable[[], None] = lambda: None) -> None:
        """Scans in a job for new, changed and deleted lessons; `then` is called when it is done."""
        self._next_callbacks.append(then)
        if not self._current_callbacks:
            self._begin()

    def close(self) -> None:
        """Stops watching and reading."""
        self._next_callbacks.clear()
        watch, self._watch = self._watch, None  # a running job still calls `_take`
        if watch:
            watch.deleteLater()
        self._reader.close()

    @cached_property
    def _indexer(self) -> Indexer:
        """Created on the worker thread: its imports are not needed for the first frame."""
        from kiosk.library.indexing import Indexer  # noqa: PLC0415

        return Indexer(self._folders)

    def _begin(self) -> None:
        self._current_callbacks, self._next_callbacks = self._next_callbacks, []
        self._look(self._found.index if self._found else None, READ_HERE_AT_MOST)

    def _look(self, known: LessonIndex | None, at_most: int | None) -> None:
        """Scans in a job; `known` None loads the saved index first."""

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
            found = look()
            if found.library and len(found.library.heads) > READ_HERE_AT_MOST:
                freeze_objects()
            return found

        self._working = True
        self._jobs.run(look_and_keep, self._take, what=gettext_noop("đọc thư mục bài học"))

    def _take(self, result: Result[Found]) -> None:
        self._working = False
        if not isinstance(result, Ok):
            self._go_on()
            return
        found = result.value
        before = [self._found, self._library]
        self._found = found
        if found.library is not None:
            self._library, self._taught = found.library, None
            self.changed.emit()
        self._jobs.run(before.clear, ignore, what="")  # freeing thousands takes 20 ms
        if found.unread:
            self._read_elsewhere()
        else:
            self._go_on()

    def _read_elsewhere(self) -> None:
        """Reads many lessons in another process, which saves them in batches."""
        self._reads_elsewhere = True
        self._reader.start()

    def _take_batch(self) -> None:
        if not self._working:

            def load() -> Found:
                index = self._indexer.load()
                return Found(index, self._indexer.library(index))

            self._run(load)

    def _go_on(self) -> None:
        """Continues when both the job and the other process are done."""
        if self._working or self._reader.is_running:
            return
        if self._reads_elsewhere:
            self._reads_elsewhere = False
            self._look(None, None)
        else:
            self._settle()

    def _settle(self) -> None:
        served, self._current_callbacks = self._current_callbacks, []
        self._watch_what_was_found()
        for then in served:
            then()
        if self._next_callbacks and not self._current_callbacks:
            self._begin()

    def _watch_what_was_found(self) -> None:
        """Watches the found paths; before the first result, only the lesson folders."""
        if self._watch:
            watched = (
                self._found.watched if self._found else set(map(str, self._folders.lesson_folders))
            )
            self._watch.follow(watched)
