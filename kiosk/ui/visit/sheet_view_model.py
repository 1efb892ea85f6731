"""The view model of the sheets that learners open over the page."""

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
    """A problem that often occurs at the step."""

    name: str
    title: str


@qml_type
class SheetViewModel(QObject):
    """The call for staff, the sheets of preferences and of ways, the list of troubles."""

    changed = Signal()
    requested = Signal(object)
    """The visit after a touch on a sheet."""

    troubles = ShownList(TroubleRow)
    """The troubles of this step, while none is chosen."""

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
        """Returns the troubles, only while the list is open."""
        run = self._visit.run if self.troubleOpen and not self.troubleChosen else None
        found = troubles_of(run).items() if run else ()
        shown = self._translator.shown
        return [TroubleRow(name, shown(trouble.title)) for name, trouble in found]

    def use_settings(self, settings: Settings) -> None:
        """Applies new settings, such as the note of the call for staff."""
        self._settings = settings
        self.changed.emit()

    # Called by QML.

    @Slot()
    def callStaff(self) -> None:
        self.requested.emit(visits.call_staff(self._visit))

    @Slot()
    def staffCame(self) -> None:
        """Ends the call for staff."""
        self.requested.emit(replace(self._visit, calling_staff=False))

    @Slot()
    def adjust(self) -> None:
        """Opens or closes the sheet of display preferences."""
        self.requested.emit(replace(self._visit, adjusting=not self._visit.adjusting))

    @Slot()
    def showWays(self) -> None:
        """Opens or closes the sheet of ways."""
        self.requested.emit(replace(self._visit, choosing_way=not self._visit.choosing_way))

    @Slot()
    def stay(self) -> None:
        """Continues the visit after the question whether to end it."""
        self.requested.emit(visits.stay(self._visit))

    @Slot()
    def showTroubles(self) -> None:
        """Opens or closes the list of troubles."""
        help_ = None if self._visit.trouble else TroubleHelp()
        self.requested.emit(replace(self._visit, trouble=help_))

    @Slot(str)
    def chooseTrouble(self, name: str) -> None:
        self.requested.emit(replace(self._visit, trouble=TroubleHelp(name)))

    @Slot()
    def triedInVain(self) -> None:
        """Shows the next remedy, as the current one did not help."""
        visit = self._visit
        if visit.trouble and visit.run:
            self.requested.emit(replace(visit, trouble=tried(visit.run, visit.trouble)))

    # Read by QML.

    @Property(bool, notify=changed)
    def covers(self) -> bool:
        """True when one of these sheets covers the page."""
        visit = self._visit
        asks = visit.calling_staff or visit.leaving or visit.trouble is not None
        return asks or visit.adjusting or visit.choosing_way

    leaving = _shows(bool, lambda self: self._visit.leaving)
    """True while the learner is asked whether to end the visit."""
    troubleOpen = _shows(bool, lambda self: self._visit.trouble is not None)
    """True when the list of troubles is open."""
    mayHaveTrouble = _shows(bool, lambda self: may_have_trouble(self._visit.run))
    """True when the step is done on the learner's own phone."""

    @Property(bool, notify=changed)
    def troubleChosen(self) -> bool:
        visit = self._visit
        return bool(visit.trouble and visit.run and shown_trouble(visit.run, visit.trouble))

    @Property(bool, notify=changed)
    def moreToTry(self) -> bool:
        """True when there is another remedy."""
        visit = self._visit
        return bool(visit.trouble and visit.run and not is_last(visit.run, visit.trouble))

    callingStaff = _shows(bool, lambda self: self._visit.calling_staff)
    callNote = _shows(str, lambda self: self._settings.staff.call_note or "")
    """The centre's own note during a call for staff; empty for none."""
    adjusting = _shows(bool, lambda self: self._visit.adjusting)
    """True when the sheet of display preferences is open."""
    choosingWay = _shows(bool, lambda self: self._visit.choosing_way)
    """True when the sheet of ways is open."""
