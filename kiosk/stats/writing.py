"""Writes counts to the disk; on failure they stay in memory and the problem is reported."""

import errno
import itertools
import logging
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kiosk.stats.counter_problem import CounterProblem, ProblemKind
from kiosk.stats.event import Count, Event
from kiosk.stats.store import NewerError, SpoiltError, Store

log = logging.getLogger(__name__)

KEPT_AT_MOST = 20_000
"""The limit of different counters in memory while the disk fails; further ones are dropped."""


class OpenStore(Protocol):
    """An open database of counters."""

    def add(self, counts: Iterable[Count]) -> None:
        """Adds counts durably."""

    def forget_order(self) -> None:
        """Deletes the log, which contains the order of events."""

    def close(self) -> None:
        """Close the file."""


ReportProblem = Callable[[CounterProblem | None], None]


class CountWriter:
    """Writes counts; may only be used by the writing thread."""

    def __init__(
        self,
        path: Path,
        report_problem: ReportProblem,
        open_store: Callable[[Path], OpenStore] = Store,
    ) -> None:
        self._path = path
        self._report_problem = report_problem
        self._open_store = open_store
        self._store: OpenStore | None = None
        self._waiting: Counter[tuple[int, Event]] = Counter()
        self._trouble: CounterProblem | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether there are counts that are not on the disk yet."""
        return bool(self._waiting)

    def note(self, counts: Iterable[Count]) -> None:
        """Adds counts to those that will be written."""
        for count in counts:
            place = (count.hour, count.event)
            if place in self._waiting or len(self._waiting) < KEPT_AT_MOST:
                self._waiting[place] += count.times

    def write(self) -> None:
        counts = [Count(hour, event, times) for (hour, event), times in self._waiting.items()]
        if counts and self._try(lambda store: store.add(counts)):
            self._waiting.clear()

    def forget_order(self) -> None:
        """Deletes the log, which contains the order of events."""
        self._try(lambda store: store.forget_order())

    def close(self) -> None:
        store, self._store = self._store, None
        if store:
            store.close()

    def _try(self, do: Callable[[OpenStore], None]) -> bool:
        """Runs `do` on the store, if damaged on a new one; returns whether it succeeded."""
        try:
            self._do(do)
        except SpoiltError:
            return self._put_aside() and self._try(do)
        except NewerError:
            self._report(ProblemKind.NEWER)
        except (sqlite3.Error, OSError) as problem:
            log.warning("figures: %s", problem)
            self._report(ProblemKind.FULL if _is_full(problem) else ProblemKind.UNWRITABLE)
        else:
            self._report_solved()
            return True
        return False

    def _do(self, do: Callable[[OpenStore], None]) -> None:
        """Runs `do`; on an exception of the store, closes it, so that it is reopened next time."""
        try:
            if self._store is None:
                self._store = self._open_store(self._path)
            do(self._store)
        except Exception:
            self.close()
            raise

    def _put_aside(self) -> bool:
        """Renames the damaged file; returns whether it succeeded."""
        aside = _free_name(self._path)
        try:
            for ending in ("-wal", "-shm", ""):
                part = self._path.with_name(self._path.name + ending)
                if os.path.lexists(part):
                    part.rename(aside.with_name(aside.name + ending))
        except OSError as problem:
            log.warning("figures: %s", problem)
            self._report(ProblemKind.UNWRITABLE)
            return False
        log.warning("figures: %s was damaged and is now %s", self._path, aside.name)
        self._report(ProblemKind.SET_ASIDE, aside.name)
        return True

    def _report(self, kind: ProblemKind, file: str = "") -> None:
        self._set_problem(CounterProblem(kind, file or str(self._path)))

    def _report_solved(self) -> None:
        """Clears the problem, except that a file was set aside."""
        if self._trouble and self._trouble.kind is not ProblemKind.SET_ASIDE:
            self._set_problem(None)

    def _set_problem(self, trouble: CounterProblem | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._report_problem(trouble)


def _is_full(problem: Exception) -> bool:
    if isinstance(problem, OSError):
        return problem.errno == errno.ENOSPC
    return getattr(problem, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL


def _free_name(path: Path) -> Path:
    """An unused path in the same folder, with the current time in its name."""
    day = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    for number in itertools.count(1):
        aside = path.with_name(f"{path.stem}-hong-{day}-{number}{path.suffix}")
        if not aside.exists():
            break
    return aside
