"""The view model of the staff login and the staff area."""

import logging
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot

from kiosk.domain import prompts
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.line import Line
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff.pin import (
    LONGEST,
    NOT_KEPT,
    DamagedPinError,
    NewPin,
    PinFile,
    PinRecord,
    after_try,
    matches,
    record_of,
    with_failures_of,
)
from kiosk.ui.background.clock import Clock
from kiosk.ui.background.jobs import Jobs, Lane, Ok, Result
from kiosk.ui.staff.openable_page import OpenablePage, StaffTile, StaffTileRow

log = logging.getLogger(__name__)

COUNT_MS = 500


@qml_type
class StaffViewModel(QObject):
    """Checks the PIN, opens and closes the staff pages, and lists the problems of the kiosk."""

    changed = Signal()
    pageChanged = Signal()
    fullWindowChanged = Signal()
    loginOpened = Signal()
    loggedIn = Signal()
    leave = Signal()
    restart = Signal()
    """Requests a restart of the kiosk."""

    pages = ShownList(StaffTileRow)

    _shows: Properties["StaffViewModel"] = Properties(changed)
    _shows_full_window: Properties["StaffViewModel"] = Properties(fullWindowChanged)

    def __init__(self, pin_file: PinFile, clock: Clock, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._pin_file = pin_file
        self._clock = clock
        self._jobs = jobs
        self._digits = ""
        self._checking = False
        self._refused = False
        self._inside = False
        self._waits_since_s = clock.now_s()
        self._record: PinRecord | None = None
        self._damaged = False
        self._new = NewPin()
        self._changing_pin = False
        self._wanted_page = ""
        self._tried: PinRecord | None = None
        """The record after the attempts since the start, even if it could not be written."""
        self._troubles: tuple[str, ...] = ()
        self._tiles: Mapping[str, StaffTile] = {}
        self._made: dict[str, OpenablePage] = {}
        self._page = ""
        self._full_window = False
        self._countdown = QTimer(self, interval=COUNT_MS)
        self._countdown.timeout.connect(self._count_down)

    def open_login(self) -> None:
        """Opens the login with no digits; the PIN record is read from the disk."""
        self.pages.turn_back()
        self._inside = False
        self._changing_pin = False
        self._forget_digits()
        self._countdown.start()
        self.changed.emit()
        self.loginOpened.emit()

    def _forget_digits(self) -> None:
        self._digits = ""
        self._refused = False
        self._new = NewPin()
        self._read_record()

    def want_page(self, name: str) -> None:
        """Opens this page after the next login."""
        self._wanted_page = name

    def let_in_without_pin(self) -> bool:
        """Opens the staff area if no PIN was ever set; returns False otherwise."""
        self._read_record()
        if self._record is not None or self._damaged:
            return False
        self._let_in()
        return True

    def _let_in(self) -> None:
        self._inside = True
        self.loggedIn.emit()
        wanted, self._wanted_page = self._wanted_page, ""
        if wanted:
            self.openPage(wanted)

    def begin_pin_change(self) -> None:
        """Starts the entry of a new PIN, for staff who are logged in."""
        self._changing_pin = True
        self._forget_digits()
        self.changed.emit()

    def end_pin_change(self) -> None:
        """Ends the entry of a new PIN and clears the digits."""
        self._changing_pin = False
        self._forget_digits()
        self.changed.emit()

    @property
    def is_changing_pin(self) -> bool:
        """True when digits typed in the staff area belong to a new PIN."""
        return self._changing_pin

    def close_login(self) -> None:
        """Logs out: clears the digits and leaves the open page."""
        self._digits = ""
        self._new = NewPin()
        self._inside = False
        self._changing_pin = False
        self._wanted_page = ""
        self._countdown.stop()
        self.leave_page()
        self.changed.emit()

    def register(self, tiles: Mapping[str, StaffTile]) -> None:
        """Registers the pages, by name, and shows their tiles."""
        self._tiles = tiles
        self.pages.show(
            [StaffTileRow(name, tile.kind.title, tile.kind.icon) for name, tile in tiles.items()]
        )

    def go_back(self) -> bool:
        """Goes back within the open page or leaves it; returns False when no page is open."""
        if not self._page:
            return False
        if not self._made[self._page].go_back():
            self.leave_page()
        return True

    def hear_again(self) -> bool:
        """Repeats what the open page says; returns False when it has nothing to repeat."""
        return bool(self._page) and self._made[self._page].hear_again()

    @property
    def is_busy(self) -> bool:
        """True while the open page is busy; see `OpenablePage.is_busy`."""
        return bool(self._page) and self._made[self._page].is_busy

    @property
    def where(self) -> Line:
        """The line that names the open page, the staff area or the login."""
        if self._page:
            return Line(self._tiles[self._page].kind.title)
        return prompts.STAFF_AREA if self._inside else prompts.STAFF_LOGIN

    def show_troubles(self, troubles: Sequence[str]) -> None:
        """Sets the list of problems for staff, such as broken lessons or a silent voice."""
        self._troubles = tuple(troubles)
        self.changed.emit()

    def _read_record(self) -> None:
        """Reads the PIN record; failed attempts that could not be written still count."""
        try:
            record, self._damaged = self._pin_file.read(), False
        except DamagedPinError as problem:
            log.warning("the PIN cannot be read: %s", problem)
            record, self._damaged = None, True
        self._record = record and with_failures_of(record, self._tried)
        if self._record is not None:
            self._tried = self._record

    def _remaining_s(self) -> int:
        if self._record is None:
            return 0
        waited_s = self._clock.now_s() - self._waits_since_s
        return max(0, round(self._record.wait_s - waited_s + 0.5))

    def _count_down(self) -> None:
        if self._record and self._record.wait_s:
            self.changed.emit()

    @Slot(str)
    def type(self, digit: str) -> None:
        if len(self._digits) < LONGEST and not self._checking:
            self._digits += digit
            self._refused = False
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Deletes the last digit."""
        self._digits = self._digits[:-1]
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        record, digits = self._record, self._digits
        if self.choosesPin:
            if digits and not self._checking:
                self._choose(digits)
            return
        if record is None or record.is_locked or not digits:
            return
        if self._checking or self._remaining_s():
            return
        self._checking = True
        self._digits = ""
        counted = self._remember(after_try(record, right=False))

        def check() -> bool:
            self._write(counted)  # first, so that pulling the plug cannot undo a failure
            right = matches(record, digits)
            if right:
                self._write(after_try(record, right=True))
            return right

        self._jobs.run(
            check, self._checked, what=gettext_noop("kiểm tra mã PIN"), lane=Lane.WAITED_FOR
        )

    def _choose(self, digits: str) -> None:
        """Takes the digits of a new PIN; a PIN that was typed twice alike is stored."""
        self._digits = ""
        self._new = self._new.after(digits)
        chosen = self._new.chosen
        self._checking = bool(chosen)
        self.changed.emit()
        if chosen:
            keep = partial(self._make_and_write, chosen)
            self._jobs.run(
                keep, self._chosen, what=gettext_noop("đặt mã PIN"), lane=Lane.WAITED_FOR
            )

    def _make_and_write(self, pin: str) -> PinRecord:
        made = record_of(pin)
        self._write(made)
        return made

    def _chosen(self, result: Result[PinRecord]) -> None:
        """Logs in with the new PIN; if it could not be written, it must be entered again."""
        self._checking = False
        self._read_record()
        now = self._record
        is_kept = isinstance(result, Ok) and now is not None and now.salt == result.value.salt
        self._new = NewPin(refusal="" if is_kept else NOT_KEPT)
        if is_kept:
            self._changing_pin = False
        self.changed.emit()
        if is_kept:
            self._let_in()

    def _remember(self, record: PinRecord) -> PinRecord:
        self._record = self._tried = record
        self._waits_since_s = self._clock.now_s()
        self.changed.emit()
        return record

    def _write(self, record: PinRecord) -> None:
        """Writes the record, on a worker thread; a write error does not prevent the login."""
        try:
            self._pin_file.write(record)
        except OSError as problem:
            log.warning("the PIN's record could not be written: %s", problem)

    def _checked(self, result: Result[bool]) -> None:
        """Handles the result of a check; an exception neither logs in nor counts as a wrong PIN."""
        right = result == Ok(value=True)
        self._checking = False
        if right and self._record:
            self._remember(after_try(self._record, right=True))
        self._refused = result == Ok(value=False)
        self.changed.emit()
        if right:
            self._let_in()

    @Slot(str)
    def openPage(self, name: str) -> None:
        """Opens a page by its name."""
        self.leave_page()
        if name not in self._made:
            self._made[name] = self._tiles[name].make()
        self._page = name
        self._made[name].enter()
        self.pageChanged.emit()

    def set_full_window(self, *, on: bool) -> None:
        """Sets whether the open page fills the window."""
        if on != self._full_window:
            self._full_window = on
            self.fullWindowChanged.emit()

    def leave_page(self) -> None:
        """Leaves the open page and shows the tiles."""
        self.set_full_window(on=False)
        page, self._page = self._page, ""
        if page:
            self._made[page].leave()
            self.pageChanged.emit()

    @Slot()
    def leaveKiosk(self) -> None:
        self.leave.emit()

    typed = _shows(int, lambda self: len(self._digits))
    """The number of typed digits; the digits themselves are not exposed."""
    checking = _shows(bool, lambda self: self._checking)
    """True while the PIN is being checked."""
    refused = _shows(bool, lambda self: self._refused)
    """True when the last PIN was wrong."""
    hasPin = _shows(bool, lambda self: self._record is not None and not self._record.is_locked)
    """True when a PIN is set and not locked."""
    choosesPin = _shows(
        bool, lambda self: self._changing_pin or (self._record is None and not self._damaged)
    )
    """True when digits belong to a new PIN: none was ever set, or it is being changed."""
    choosesAgain = _shows(bool, lambda self: bool(self._new.first))
    """True when the new PIN must be typed a second time."""
    newPinRefusal = _shows(str, lambda self: self._new.refusal)
    """Why the new PIN was refused: see `NewPin.refusal`."""
    pinDamaged = _shows(bool, lambda self: self._damaged)
    """True when the PIN record cannot be read."""
    pinLocked = _shows(bool, lambda self: self._record is not None and self._record.is_locked)
    """True when too many wrong PINs were entered, so that a new one must be set."""
    waitSeconds = _shows(int, lambda self: self._remaining_s())
    """The seconds until the next attempt is allowed."""
    troubles = _shows(list[str], lambda self: list(self._troubles))
    """The problems of the kiosk, as sentences."""
    fullWindow = _shows_full_window(bool, lambda self: self._full_window)
    """True when the open page fills the window."""

    @Property(QObject, notify=pageChanged)
    def page(self) -> QObject | None:
        return self._made.get(self._page)

    @Property(str, notify=pageChanged)
    def pageTitle(self) -> str:
        """The title of the open page, in Vietnamese; empty when none is open."""
        tile = self._tiles.get(self._page)
        return tile.kind.title if tile else ""

    @Property(QUrl, notify=pageChanged)
    def pageView(self) -> QUrl:
        """The QML file that shows the open page; empty when none is open."""
        tile = self._tiles.get(self._page)
        return QUrl.fromLocalFile(str(tile.view)) if tile else QUrl()
