"""The option that is highlighted while it is spoken, for every button in QML."""

from PySide6.QtCore import QObject, Signal

from kiosk.qt.properties import Properties, qml_singleton


@qml_singleton
class SpokenTarget(QObject):
    """The target of the option being spoken."""

    changed = Signal()

    _shows: Properties["SpokenTarget"] = Properties(changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""

    def show(self, name: str) -> None:
        """Sets the target; empty for none."""
        self._name = name
        self.changed.emit()

    name = _shows(str, lambda self: self._name)
    """The target name; empty for none."""
