"""What ails the kiosk."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.marked import marked
from kiosk.rooms.house import House
from kiosk.rooms.room import Room

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made when its door is opened")
class HealthRoomModel(Room):
    """Tells what ails the kiosk, sentence by sentence."""

    title = marked("Tình trạng máy")
    icon = "health"
    order = 80

    changed = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        house.staff.changed.connect(self.changed)

    @Property(list, notify=changed)
    def troubles(self) -> list[str]:
        """Sentences on what ails the kiosk."""
        return list(self.house.staff.property("troubles"))


ROOM = HealthRoomModel
