"""The filter for all touches in QML."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.player.touch_guard import TouchGuard
from kiosk.qt.properties import qml_singleton
from kiosk.ui.background.clock import Clock, MonotonicClock


@qml_singleton
class TouchGate(QObject):
    """Rejects double touches, touches meant for the previous page, and resting palms."""

    accepted = Signal(str)
    """The target name of an accepted touch."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guard = TouchGuard()
        self._clock: Clock = MonotonicClock()

    def set_clock(self, clock: Clock) -> None:
        """Sets another clock and resets the filter."""
        self._clock = clock
        self._guard = TouchGuard()

    def screen_changed(self) -> None:
        """Ignores touches for a moment after a change of the screen."""
        self._guard = self._guard.screen_changed(self._clock.now_s())

    @Slot(str)
    def press(self, name: str) -> None:
        """Records a finger pressed on a target."""
        self._guard = self._guard.pressed(name, self._clock.now_s())

    @Slot(str)
    def release(self, name: str) -> None:
        """Records that the finger was lifted or slid off."""
        self._guard = self._guard.released(name)

    @Slot(str, bool, bool, result=bool)
    def accept(self, name: str, quick: bool, allows_double_touch: bool) -> bool:  # noqa: FBT001 - called from QML
        """Returns True when a completed touch of this target counts."""
        now_s = self._clock.now_s()
        if not self._guard.accepts(
            name, now_s, quick=quick, allows_double_touch=allows_double_touch
        ):
            if not (quick or allows_double_touch):
                self._guard = self._guard.repeated(name, now_s)
            return False
        self._guard = self._guard.counted(name, now_s)
        self.accepted.emit(name)
        return True
