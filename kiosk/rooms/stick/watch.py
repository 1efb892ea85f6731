"""Notices sticks that come and go, as long as somebody waits for them."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.content.takeover.sticks import Stick, find_sticks
from kiosk.rooms.house import House

LOOK_ROUND_MS = 1000


class StickWatch(QObject):
    """Looks for sticks again and again, away from the window; not while a lesson is tried."""

    found = Signal(object)
    """Those that are plugged in now."""

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._looking = False
        self._timer = QTimer(self, interval=LOOK_ROUND_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_on(self) -> bool:
        """Whether it looks for sticks."""
        return self._timer.isActive()

    def start(self) -> None:
        """Look now, and from now on."""
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look(self) -> None:
        on_trial = self._house.visit.visit.before_trial is not None
        if not self._looking and not on_trial:
            self._looking = True
            self._house.jobs.run(partial(find_sticks, self._house.folders), self._take)

    def _take(self, sticks: tuple[Stick, ...]) -> None:
        self._looking = False
        if self.is_on:
            self.found.emit(sticks)
