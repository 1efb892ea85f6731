"""Counts events on a separate thread, so that no touch waits for the disk."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.stats.event import Count
    from kiosk.stats.writing import CountWriter, ReportProblem

log = logging.getLogger(__name__)

TRY_AGAIN_S = 30.0
LEAVE_S = 3.0

Counting = Callable[[], "Iterable[Count]"]
"""Returns the counts to add; called on the writing thread."""


class Forget:
    """A message that requests `CountWriter.forget_order`."""


class Keeper:
    """Accepts counts from any thread and returns at once.

    Everything slow, or slow to import, is done on the writing thread. Failed writes are retried.
    `report_problem` is called on that thread whenever the problem of the counters has changed.
    """

    def __init__(
        self,
        path: Path,
        report_problem: ReportProblem = lambda _: None,
        make: Callable[[Path, ReportProblem], CountWriter] | None = None,
        try_again_s: float = TRY_AGAIN_S,
    ) -> None:
        self._path = path
        self._report_problem = report_problem
        self._make = make or _writing
        self._try_again_s = try_again_s
        self._messages: SimpleQueue[Counting | Forget | threading.Event | None] = SimpleQueue()
        self._all_written = True
        self._thread = threading.Thread(target=self._work, name="figures", daemon=True)
        self._thread.start()

    def add(self, counting: Counting) -> None:
        """Queues counts for writing."""
        self._messages.put(counting)

    def forget_order(self) -> None:
        """Queues the deletion of the log with the order of events, after the end of a visit."""
        self._messages.put(Forget())

    def flush(self, wait_s: float = LEAVE_S) -> bool:
        """Waits until everything queued before was written; False on failure or timeout."""
        tried = threading.Event()
        self._messages.put(tried)
        return tried.wait(wait_s) and self._all_written

    def close(self) -> None:
        """Writes the rest and ends the thread; waits at most `LEAVE_S` for the disk."""
        self._messages.put(None)
        self._thread.join(LEAVE_S)

    def _work(self) -> None:
        writing = self._make(self._path, self._report_problem)
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
        """All queued messages, waiting for the first; empty after `wait_s`."""
        try:
            batch = [self._messages.get(timeout=wait_s)]
        except Empty:
            return []
        while not self._messages.empty():
            batch.append(self._messages.get())
        return batch


def _writing(path: Path, report_problem: ReportProblem) -> CountWriter:
    from kiosk.stats.writing import CountWriter  # noqa: PLC0415 - loaded on the writing thread

    return CountWriter(path, report_problem)


def _note(writing: CountWriter, counting: Counting) -> None:
    """Adds counts; an error is logged, so that it does not stop the thread."""
    try:
        writing.note(counting())
    except Exception:
        log.exception("not counted")
