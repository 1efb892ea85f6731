"""Whether a screen reader reads the window, for QML."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible

from kiosk.qt.properties import Properties, qml_singleton


@qml_singleton
class ScreenReader(QObject):
    """While one is there, keys also go to sentences: it reads what has the focus."""

    runningChanged = Signal()

    _shows_running: Properties["ScreenReader"] = Properties(runningChanged)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running = QAccessible.isActive()

    def look(self) -> None:
        """See whether one was started or has gone; Qt does not tell Python of it."""
        running = QAccessible.isActive()
        if running != self._running:
            self._running = running
            self.runningChanged.emit()

    running = _shows_running(bool, lambda self: self._running)
