"""What the rooms have in common in which staff set something."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.settings import Settings
from kiosk.rooms.house import House
from kiosk.rooms.room import Room

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made when its door is opened")
class SettingRoom(Room):
    """A room where what is touched is set at once, and can be taken back."""

    deskChanged = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        house.desk.changed.connect(self.deskChanged)

    @property
    def settings(self) -> Settings:
        """What is set now."""
        return self.house.settings()

    def set(self, section: str, **fields: object) -> None:
        """Set some fields of a section, unless they are so already."""
        now = getattr(self.settings, section)
        if any(getattr(now, name, None) != value for name, value in fields.items()):
            self.house.desk.change({section: fields})

    def enter(self) -> None:
        """Nothing is told yet."""
        self.house.desk.look()

    @Slot()
    def undo(self) -> None:
        """Take the last change back, whichever it was."""
        self.house.desk.undo()

    @Property(bool, notify=deskChanged)
    def mayUndo(self) -> bool:
        """Whether there is a change to take back."""
        return self.house.desk.may_undo

    @Property(str, notify=deskChanged)
    def told(self) -> str:
        """What staff should know of the last change; empty when all went well."""
        return self.house.translator.shown(self.house.desk.told)
