"""Usage statistics of the kiosk, counted on another thread so that no touch is delayed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.player.visit import Page, Visit
from kiosk.stats.hours import hour_now
from kiosk.stats.keeper import Keeper

if TYPE_CHECKING:
    from kiosk.stats.counter_problem import CounterProblem
    from kiosk.stats.event import Count


CALL_TAKEN_BACK_MS = 60_000
"""A staff login within this time after a call cancels the call: it was no call for help."""


class Counting(QObject):
    """Passes each change of the visit to the keeper and reports the keeper's problems."""

    problemChanged = Signal()
    _failed = Signal(object)

    def __init__(self, path: Path, parent: QObject, hour: Callable[[], int] = hour_now) -> None:
        super().__init__(parent)
        self._hour = hour
        self._problem = ""
        self._call: Callable[[], Iterable[Count]] | None = None
        """A call for staff that is not counted yet: staff use the same button to log in."""
        self._call_stands = QTimer(self, singleShot=True, interval=CALL_TAKEN_BACK_MS)
        self._call_stands.timeout.connect(self._count_call)
        self._failed.connect(self._take_trouble)
        self._keeper = Keeper(path, self._failed.emit)

    @property
    def problem(self) -> str:
        """The problem of the counters, in Vietnamese, for staff; empty for none."""
        return self._problem

    def take(self, before: Visit, after: Visit) -> None:
        """Queues the change of the visit; its events are derived on the other thread."""
        hour = self._hour()

        def counts() -> Iterable[Count]:
            return _counts(before, after, hour)

        if after.page is Page.STAFF and before.page is not Page.STAFF:
            self._call_stands.stop()
            self._call = None
        if after.calling_staff and not before.calling_staff:
            self._count_call()
            self._call = counts
            self._call_stands.start()
        else:
            self._keeper.add(counts)

    def _count_call(self) -> None:
        self._call_stands.stop()
        call, self._call = self._call, None
        if call:
            self._keeper.add(call)

    def forget_order(self) -> None:
        """Called at the end of a visit."""
        self._count_call()
        self._keeper.forget_order()

    def flush(self) -> bool:
        """Waits until all counts are written; returns False when writing failed."""
        self._count_call()
        return self._keeper.flush()

    def close(self) -> None:
        """Writes all pending counts and stops."""
        self._count_call()
        self._keeper.close()

    def _take_trouble(self, trouble: CounterProblem | None) -> None:
        from kiosk.stats.counter_problem import sentence  # noqa: PLC0415 - imported by the other thread

        self._problem = sentence(trouble) if trouble else ""
        self.problemChanged.emit()


def _counts(before: Visit, after: Visit, hour: int) -> Iterable[Count]:
    from kiosk.player.events import events_between  # noqa: PLC0415 - not for the first frame
    from kiosk.stats.event import Count  # noqa: PLC0415

    return [Count(hour, event) for event in events_between(before, after)]
