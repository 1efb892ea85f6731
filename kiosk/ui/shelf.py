"""The lessons that the running kiosk teaches from."""

from PySide6.QtCore import QObject, Signal

from kiosk.content.library import Library
from kiosk.domain.lesson import Lesson


class Shelf(QObject):
    """Holds the library; another one may take its place at any time."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._library: Library | None = None

    @property
    def is_filled(self) -> bool:
        """Whether the lessons were read."""
        return self._library is not None

    @property
    def library(self) -> Library:
        """All lessons; none as long as they were not read."""
        return self._library or Library({})

    def fill(self, library: Library) -> None:
        """Teach from these lessons from now on."""
        self._library = library
        self.changed.emit()

    def find(self, name_or_number: str) -> Lesson | None:
        """The lesson of that id or number."""
        return self.library.find(name_or_number)
