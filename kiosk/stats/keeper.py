"""Counts on a thread of its own, so that no touch ever waits for the disk."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.stats.event import Count
    from kiosk.stats.writing import CountWriter, Tell

log = logging.getLogger(__name__)

TRY_AGAIN_S = 30.0
LEAVE_S = 3.0

Counting = Callable[[], "Iterable[Count]"]
"""Says what is to be counted; called on the writing thread."""


class Forget:
    """Asks that the order in which things came be forgotten."""


class Keeper:
    """Takes what is to be counted from any thread, and returns at once.

    Whatever is slow, or slow to load, is done on the writing thread. What a disk does not take is
    tried again. `tell` is called on that thread whenever what ails the counters has changed.
    """

    def __init__(
        self,
        path: Path,
        tell: Tell = lambda _: None,
        make: Callable[[Path, Tell], CountWriter] | None = None,
        try_again_s: float = TRY_AGAIN_S,
    ) -> None:
        self._path = path
        self._tell = tell
        self._make = make or _writing
        self._try_again_s = try_again_s
        self._messages: SimpleQueue[Counting | Forget | threading.Event | None] = SimpleQueue()
        self._all_written = True
        self._thread = threading.Thread(target=self._work, name="figures", daemon=True)
        self._thread.start()

    def add(self, counting: Counting) -> None:
        """Count this, soon."""
        self._messages.put(counting)

    def forget_order(self) -> None:
        """Forget, soon, in what order things came: the person has gone."""
        self._messages.put(Forget())

    def flush(self, wait_s: float = LEAVE_S) -> bool:
        """Wait until all that was added before was written; False when some of it was not."""
        tried = threading.Event()
        self._messages.put(tried)
        return tried.wait(wait_s) and self._all_written

    def close(self) -> None:
        """Write what is left, and leave; a disk that hangs is not waited for."""
        self._messages.put(None)
        self._thread.join(LEAVE_S)

    def _work(self) -> None:
        writing = self._make(self._path, self._tell)
        leaving = False
        while not leaving:
            batch = self._batch(self._try_again_s if writing.is_waiting else None)
            for message in batch:
                if callable(message):
                    _note(writing, message)
            writing.write()
            self._all_written = not writing.is_waiting
            if any(isinstance(message, Forget) for message in batch):
                writing.forget_order()
            for message in batch:
                if isinstance(message, threading.Event):
                    message.set()
            leaving = None in batch
        writing.close()

    def _batch(self, wait_s: float | None) -> list[Counting | Forget | threading.Event | None]:
        """Everything that came meanwhile; nothing once it was waited for long enough."""
        try:
            batch = [self._messages.get(timeout=wait_s)]
        except Empty:
            return []
        while not self._messages.empty():
            batch.append(self._messages.get())
        return batch


def _writing(path: Path, tell: Tell) -> CountWriter:
    from kiosk.stats.writing import CountWriter  # noqa: PLC0415 - loaded on the writing thread

    return CountWriter(path, tell)


def _note(writing: CountWriter, counting: Counting) -> None:
    """A fault in counting must not stop the counting."""
    try:
        writing.note(counting())
    except Exception:
        log.exception("not counted")
