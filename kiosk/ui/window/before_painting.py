"""What is done once for all changes since the last frame, just before the next one is painted."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtQuick import QQuickItem

from kiosk.qt.properties import qml_creatable


@qml_creatable
class BeforePainting(QQuickItem):
    """Takes its turn among the layouts of a frame; what changes by it is laid in the same frame."""

    due = Signal()

    @Slot()
    def ask(self) -> None:
        """Be due before the next frame, however often this is asked."""
        self.polish()

    def updatePolish(self) -> None:
        self.due.emit()
