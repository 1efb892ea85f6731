"""Counts what happens at this kiosk, without ever making a touch wait."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.player.events import events_between
from kiosk.player.visit import Visit
from kiosk.stats.event import Count
from kiosk.stats.hours import hour_now
from kiosk.stats.keeper import Keeper
from kiosk.stats.trouble import Trouble, sentence


class Counting(QObject):
    """Hands what happened to the keeper, and tells what ails the keeper."""

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
        """Something happened."""
        events = events_between(before, after)
        if events:
            hour = self._hour()
            self._keeper.add([Count(hour, event) for event in events])

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
        self._problem = sentence(trouble) if trouble else ""
        self.problemChanged.emit()
