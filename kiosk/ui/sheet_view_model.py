"""The sheets that a person lays upon the page, as QML sees them."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.settings import Settings
from kiosk.player.visit import Visit

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the visit")
class SheetViewModel(QObject):
    """The sign that calls staff, the sheet for seeing and hearing, the sheet of the four ways."""

    changed = Signal()
    wished = Signal(object)
    """The visit as a touch here makes it."""

    def __init__(self, visit: Visit, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._visit = visit
        self._settings = settings

    def show_visit(self, visit: Visit) -> None:
        """Show another visit."""
        self._visit = visit
        self.changed.emit()

    def use_settings(self, settings: Settings) -> None:
        """The centre has other words for the sign from now on."""
        self._settings = settings
        self.changed.emit()

    # What QML asks for.

    @Slot()
    def callStaff(self) -> None:
        """Call staff was touched."""
        self.wished.emit(replace(self._visit, calling_staff=True))

    @Slot()
    def staffCame(self) -> None:
        """The sign that calls staff was touched away."""
        self.wished.emit(replace(self._visit, calling_staff=False))

    @Slot()
    def adjust(self) -> None:
        """The sheet for text size, colours and voice was opened or closed."""
        self.wished.emit(replace(self._visit, adjusting=not self._visit.adjusting))

    @Slot()
    def showWays(self) -> None:
        """The sheet of the four ways was opened or closed."""
        self.wished.emit(replace(self._visit, choosing_way=not self._visit.choosing_way))

    # What QML shows.

    @Property(bool, notify=changed)
    def covers(self) -> bool:
        """Whether a sheet of these lies upon the page."""
        visit = self._visit
        return visit.calling_staff or visit.adjusting or visit.choosing_way

    @Property(bool, notify=changed)
    def callingStaff(self) -> bool:
        """Whether staff are called."""
        return self._visit.calling_staff

    @Property(str, notify=changed)
    def callNote(self) -> str:
        """The centre's own words while staff are called; empty for none."""
        return self._settings.staff.call_note or ""

    @Property(bool, notify=changed)
    def adjusting(self) -> bool:
        """Whether the sheet for text size, colours and voice is open."""
        return self._visit.adjusting

    @Property(bool, notify=changed)
    def choosingWay(self) -> bool:
        """Whether the sheet of the four ways is open."""
        return self._visit.choosing_way
