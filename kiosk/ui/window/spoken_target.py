"""What lights up while it is said, for every button in QML."""

from PySide6.QtCore import QObject, Signal

from kiosk.qt.properties import Properties, qml_singleton


@qml_singleton
class SpokenTarget(QObject):
    """The name of the choice whose words are heard now."""

    changed = Signal()

    _shows: Properties["SpokenTarget"] = Properties(changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""

    def show(self, name: str) -> None:
        """Another choice is named; empty for none."""
        self._name = name
        self.changed.emit()

    name = _shows(str, lambda self: self._name)
    """Its name, as it is touched by."""
