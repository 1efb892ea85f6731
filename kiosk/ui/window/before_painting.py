"""Runs work once per frame, before painting, for all changes since the last frame."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtQuick import QQuickItem

from kiosk.qt.properties import qml_creatable


@qml_creatable
class BeforePainting(QQuickItem):
    """Emits `due` in the polish phase of a frame; its layout changes appear in the same frame."""

    due = Signal()

    @Slot()
    def ask(self) -> None:
        """Requests `due` before the next frame; repeated calls have no further effect."""
        self.polish()

    def updatePolish(self) -> None:
        self.due.emit()
