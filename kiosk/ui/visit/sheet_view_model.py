"""The sheets that a person lays upon the page, as QML sees them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.settings import Settings
from kiosk.player import visit as visits
from kiosk.player.trouble_help import (
    TroubleHelp,
    is_last,
    may_have_trouble,
    shown_trouble,
    tried,
    troubles_of,
)
from kiosk.player.visit import Visit
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.ui.translator import Translator


@dataclass(frozen=True, slots=True)
class TroubleRow:
    """Something that often goes wrong at the step."""

    name: str
    title: str


@qml_type
class SheetViewModel(QObject):
    """The sign that calls staff, the sheet for seeing and hearing, the sheet of the four ways."""

    changed = Signal()
    requested = Signal(object)
    """The visit as a touch here makes it."""

    troubles = ShownList(TroubleRow)
    """What often goes wrong at this step, as long as none is chosen."""

    _shows: Properties["SheetViewModel"] = Properties(changed)

    def __init__(
        self, visit: Visit, settings: Settings, translator: Translator, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._translator = translator
        self._visit = visit
        self._settings = settings
        self.troubles.follow(self._made, self.changed)

    def show_visit(self, visit: Visit) -> None:
        self._visit = visit
        self.changed.emit()

    def _made(self) -> list[TroubleRow]:
        """Only the open list of troubles has something to show."""
        run = self._visit.run if self.troubleOpen and not self.troubleChosen else None
        found = troubles_of(run).items() if run else ()
        shown = self._translator.shown
        return [TroubleRow(name, shown(trouble.title)) for name, trouble in found]

    def use_settings(self, settings: Settings) -> None:
        """The centre has other words for the sign from now on."""
        self._settings = settings
        self.changed.emit()

    # What QML asks for.

    @Slot()
    def callStaff(self) -> None:
        self.requested.emit(visits.call_staff(self._visit))

    @Slot()
    def staffCame(self) -> None:
        """The sign that calls staff was touched away."""
        self.requested.emit(replace(self._visit, calling_staff=False))

    @Slot()
    def adjust(self) -> None:
        """The sheet for text size, colours and voice was opened or closed."""
        self.requested.emit(replace(self._visit, adjusting=not self._visit.adjusting))

    @Slot()
    def showWays(self) -> None:
        """The sheet of the four ways was opened or closed."""
        self.requested.emit(replace(self._visit, choosing_way=not self._visit.choosing_way))

    @Slot()
    def stay(self) -> None:
        """She goes on with the visit."""
        self.requested.emit(visits.stay(self._visit))

    @Slot()
    def showTroubles(self) -> None:
        """What helps on her own phone was opened or closed."""
        help_ = None if self._visit.trouble else TroubleHelp()
        self.requested.emit(replace(self._visit, trouble=help_))

    @Slot(str)
    def chooseTrouble(self, name: str) -> None:
        self.requested.emit(replace(self._visit, trouble=TroubleHelp(name)))

    @Slot()
    def triedInVain(self) -> None:
        """What was told did not help: the next thing to try."""
        visit = self._visit
        if visit.trouble and visit.run:
            self.requested.emit(replace(visit, trouble=tried(visit.run, visit.trouble)))

    # What QML shows.

    @Property(bool, notify=changed)
    def covers(self) -> bool:
        """Whether a sheet of these lies upon the page."""
        visit = self._visit
        asks = visit.calling_staff or visit.leaving or visit.trouble is not None
        return asks or visit.adjusting or visit.choosing_way

    leaving = _shows(bool, lambda self: self._visit.leaving)
    """Whether she is asked if she wants to end the visit."""
    troubleOpen = _shows(bool, lambda self: self._visit.trouble is not None)
    """Whether what helps on her own phone is open."""
    mayHaveTrouble = _shows(bool, lambda self: may_have_trouble(self._visit.run))
    """Whether there is a step to be done on her own phone."""

    @Property(bool, notify=changed)
    def troubleChosen(self) -> bool:
        visit = self._visit
        return bool(visit.trouble and visit.run and shown_trouble(visit.run, visit.trouble))

    @Property(bool, notify=changed)
    def moreToTry(self) -> bool:
        """Whether there is another thing to try."""
        visit = self._visit
        return bool(visit.trouble and visit.run and not is_last(visit.run, visit.trouble))

    callingStaff = _shows(bool, lambda self: self._visit.calling_staff)
    callNote = _shows(str, lambda self: self._settings.staff.call_note or "")
    """The centre's own words while staff are called; empty for none."""
    adjusting = _shows(bool, lambda self: self._visit.adjusting)
    """Whether the sheet for text size, colours and voice is open."""
    choosingWay = _shows(bool, lambda self: self._visit.choosing_way)
    """Whether the sheet of the four ways is open."""
