"""Detects USB sticks that are plugged in or removed."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.staff_pages.context import StaffContext
from kiosk.ui.background.jobs import Lane, Ok, Result
from kiosk.usb_import.usb_drives import Stick, find_sticks

LOOK_EVERY_MS = 1000


class StickWatch(QObject):
    """Looks for USB sticks every second off the main thread, except during a lesson's trial."""

    found = Signal(object)
    """Emitted after each look, with the tuple of the sticks that are plugged in."""

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._looking = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_on(self) -> bool:
        return self._timer.isActive()

    def start(self) -> None:
        """Looks at once, then every second."""
        self._timer.start()
        self._look()

    def stop(self) -> None:
        self._timer.stop()

    def _look(self) -> None:
        on_trial = self._context.visit.visit.before_trial is not None
        if not self._looking and not on_trial:
            self._looking = True
            self._context.jobs.run(
                partial(find_sticks, self._context.folders),
                self._take,
                what=gettext_noop("tìm USB"),
                lane=Lane.USB,
            )

    def _take(self, result: Result[tuple[Stick, ...]]) -> None:
        self._looking = False
        if self.is_on and isinstance(result, Ok):
            self.found.emit(result.value)
