"""What every room of the staff area is."""

from typing import ClassVar

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.rooms.house import House

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made when its door is opened")
class Room(QObject):
    """A room: it is entered and left, and knows the house.

    A room's own properties need a `notify` signal of the room's own: PySide loses the signal of a
    base class there.
    """

    title: ClassVar[str]
    """The word on its door, in Vietnamese; `marked` for the translators."""
    icon: ClassVar[str]
    order: ClassVar[int] = 50
    """Doors stand in this order."""

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self.house = house

    @classmethod
    def name(cls) -> str:
        """The name of the room's folder."""
        return cls.__module__.split(".")[-2]

    @property
    def is_busy(self) -> bool:
        """Whether it records, copies or the like: then the staff's area does not end by itself."""
        return False

    def enter(self) -> None:
        """The door was opened: show what is true now."""

    def leave(self) -> None:
        """The door was shut, by hand or because nobody was there: stop whatever goes on."""

    def go_back(self) -> bool:
        """Back was touched: go one page earlier here; False when there is none to go to."""
        return False

    def hear_again(self) -> bool:
        """Hear again was touched: say what this page says; False to have the room named."""
        return False
