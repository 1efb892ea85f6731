"""Writes the counters on a thread of its own, so that no touch ever waits for the disk."""

import errno
import itertools
import logging
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

from kiosk.stats.event import Count, Event
from kiosk.stats.store import NewerError, SpoiltError, Store
from kiosk.stats.trouble import Ailment, Trouble

log = logging.getLogger(__name__)

TRY_AGAIN_S = 30.0
LEAVE_S = 3.0
KEPT_AT_MOST = 20_000
"""So many different counters wait for a disk that takes nothing; what is new beyond is not kept."""


class OpenStore(Protocol):
    """A file of counters that is open."""

    def add(self, counts: Iterable[Count]) -> None:
        """Count all of it for good."""

    def forget_order(self) -> None:
        """Empty what knows in what order things came."""

    def close(self) -> None:
        """Close the file."""


class Forget:
    """Asks that the order in which things came be forgotten."""


Message = tuple[Count, ...] | Forget | threading.Event | None


class Keeper:
    """Takes what is to be counted from any thread, and returns at once.

    What a disk does not take waits in memory, summed up, and is tried again. `tell` is called on
    the writing thread whenever what ails the counters has changed.
    """

    def __init__(
        self,
        path: Path,
        tell: Callable[[Trouble | None], None] = lambda _: None,
        open_store: Callable[[Path], OpenStore] = Store,
        try_again_s: float = TRY_AGAIN_S,
    ) -> None:
        self._path = path
        self._tell = tell
        self._open_store = open_store
        self._try_again_s = try_again_s
        self._messages: SimpleQueue[Message] = SimpleQueue()
        self._store: OpenStore | None = None
        self._waiting: Counter[tuple[int, Event]] = Counter()
        self._trouble: Trouble | None = None
        self._leaving = False
        self._thread = threading.Thread(target=self._work, name="figures", daemon=True)
        self._thread.start()

    def add(self, counts: Iterable[Count]) -> None:
        """Count this, soon."""
        self._messages.put(tuple(counts))

    def forget_order(self) -> None:
        """Forget, soon, in what order things came: the person has gone."""
        self._messages.put(Forget())

    def flush(self, wait_s: float = LEAVE_S) -> bool:
        """Wait until all that was added before was written; False when some of it was not."""
        tried = threading.Event()
        self._messages.put(tried)
        return tried.wait(wait_s) and not self._waiting

    def close(self) -> None:
        """Write what is left, and leave; a disk that hangs is not waited for."""
        self._messages.put(None)
        self._thread.join(LEAVE_S)

    def _work(self) -> None:
        while not self._leaving:
            batch = self._batch()
            for message in batch:
                if isinstance(message, tuple):
                    self._note(message)
            self._write()
            if any(isinstance(message, Forget) for message in batch):
                self._try(lambda store: store.forget_order())
            for message in batch:
                if isinstance(message, threading.Event):
                    message.set()
            self._leaving = None in batch
        if self._store:
            self._store.close()

    def _batch(self) -> list[Message]:
        """Everything that came meanwhile; nothing once it is time to try again."""
        try:
            batch = [self._messages.get(timeout=self._try_again_s if self._waiting else None)]
        except Empty:
            return []
        while not self._messages.empty():
            batch.append(self._messages.get())
        return batch

    def _note(self, counts: tuple[Count, ...]) -> None:
        for count in counts:
            place = (count.hour, count.event)
            if place in self._waiting or len(self._waiting) < KEPT_AT_MOST:
                self._waiting[place] += count.times

    def _write(self) -> None:
        counts = [Count(hour, event, times) for (hour, event), times in self._waiting.items()]
        if counts and self._try(lambda store: store.add(counts)):
            self._waiting.clear()

    def _try(self, do: Callable[[OpenStore], None]) -> bool:
        """Do something to the store; a spoilt file is put aside, and it is done to a new one."""
        try:
            self._do(do)
        except SpoiltError:
            return self._put_aside() and self._try(do)
        except NewerError:
            self._ails(Ailment.NEWER)
        except (sqlite3.Error, OSError) as problem:
            log.warning("figures: %s", problem)
            self._ails(Ailment.FULL if _is_full(problem) else Ailment.UNWRITABLE)
        else:
            self._is_well()
            return True
        return False

    def _do(self, do: Callable[[OpenStore], None]) -> None:
        """Raises what the store raises; then it is opened anew the next time."""
        try:
            if self._store is None:
                self._store = self._open_store(self._path)
            do(self._store)
        except Exception:
            self._shut()
            raise

    def _shut(self) -> None:
        store, self._store = self._store, None
        if store:
            store.close()

    def _put_aside(self) -> bool:
        """Give the spoilt file another name; whether that could be done."""
        aside = _free_name(self._path)
        try:
            for ending in ("-wal", "-shm", ""):
                part = self._path.with_name(self._path.name + ending)
                if part.exists():
                    part.rename(aside.with_name(aside.name + ending))
        except OSError as problem:
            log.warning("figures: %s", problem)
            self._ails(Ailment.UNWRITABLE)
            return False
        log.warning("figures: %s was damaged and is now %s", self._path, aside.name)
        self._ails(Ailment.SET_ASIDE, aside.name)
        return True

    def _ails(self, ailment: Ailment, file: str = "") -> None:
        self._is(Trouble(ailment, file or str(self._path)))

    def _is_well(self) -> None:
        """What was put aside stays worth knowing; everything else has passed."""
        if self._trouble and self._trouble.ailment is not Ailment.SET_ASIDE:
            self._is(None)

    def _is(self, trouble: Trouble | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._tell(trouble)


def _is_full(problem: Exception) -> bool:
    if isinstance(problem, OSError):
        return problem.errno == errno.ENOSPC
    return getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL


def _free_name(path: Path) -> Path:
    """A name beside the path that says since when, and that nobody has yet."""
    day = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    for number in itertools.count(1):
        aside = path.with_name(f"{path.stem}-hong-{day}-{number}{path.suffix}")
        if not aside.exists():
            break
    return aside
