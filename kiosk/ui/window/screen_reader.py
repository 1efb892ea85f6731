"""The state of the system's screen reader, for QML."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible

from kiosk.qt.properties import Properties, qml_singleton


@qml_singleton
class ScreenReader(QObject):
    """Detects a screen reader; while one runs, sentences can have the focus, to be read."""

    runningChanged = Signal()

    _shows_running: Properties["ScreenReader"] = Properties(runningChanged)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running = QAccessible.isActive()

    def look(self) -> None:
        """Updates the state, as Qt for Python has no signal for it."""
        running = QAccessible.isActive()
        if running != self._running:
            self._running = running
            self.runningChanged.emit()

    running = _shows_running(bool, lambda self: self._running)
