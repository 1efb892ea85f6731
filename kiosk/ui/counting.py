"""Counts what happens at this kiosk, without ever making a touch wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.player.visit import Visit
from kiosk.stats.hours import hour_now
from kiosk.stats.keeper import Keeper

if TYPE_CHECKING:
    from kiosk.stats.event import Count
    from kiosk.stats.trouble import Trouble


class Counting(QObject):
    """Hands the visits before and after to the keeper, and tells what ails the keeper."""

    problemChanged = Signal()
    _told = Signal(object)

    def __init__(self, path: Path, parent: QObject, hour: Callable[[], int] = hour_now) -> None:
        super().__init__(parent)
        self._hour = hour
        self._problem = ""
        self._told.connect(self._take_trouble)
        self._keeper = Keeper(path, self._told.emit)

    @property
    def problem(self) -> str:
        """What ails the counters, as a sentence for staff; empty when nothing does."""
        return self._problem

    def take(self, before: Visit, after: Visit) -> None:
        """Something happened; what it was is found out on the other thread."""
        hour = self._hour()
        self._keeper.add(lambda: _counts(before, after, hour))

    def forget_order(self) -> None:
        """The person has gone."""
        self._keeper.forget_order()

    def flush(self) -> bool:
        """Wait until everything is written; False when it could not be."""
        return self._keeper.flush()

    def close(self) -> None:
        """Write what is left."""
        self._keeper.close()

    def _take_trouble(self, trouble: Trouble | None) -> None:
        from kiosk.stats.trouble import sentence  # noqa: PLC0415 - the other thread has it already

        self._problem = sentence(trouble) if trouble else ""
        self.problemChanged.emit()


def _counts(before: Visit, after: Visit, hour: int) -> Iterable[Count]:
    from kiosk.player.events import events_between  # noqa: PLC0415 - not for the first frame
    from kiosk.stats.event import Count  # noqa: PLC0415

    return [Count(hour, event) for event in events_between(before, after)]
