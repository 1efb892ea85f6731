"""The staff's tile and what lies behind it, as QML sees it."""

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
    """Takes the PIN digit by digit, and tells the staff what ails the kiosk."""

    changed = Signal()
    pageChanged = Signal()
    wholeChanged = Signal()
    loginOpened = Signal()
    loggedIn = Signal()
    leave = Signal()
    restart = Signal()
    """The kiosk is to be started anew."""

    pages = ShownList(StaffTileRow)
    """The tiles."""

    _shows: Properties["StaffViewModel"] = Properties(changed)
    _shows_whole: Properties["StaffViewModel"] = Properties(wholeChanged)

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
        """The record after the tries of this run, whatever the disk kept of it."""
        self._troubles: tuple[str, ...] = ()
        self._tiles: Mapping[str, StaffTile] = {}
        self._made: dict[str, OpenablePage] = {}
        self._page = ""
        self._whole = False
        self._countdown = QTimer(self, interval=COUNT_MS)
        self._countdown.timeout.connect(self._count_down)

    def open_login(self) -> None:
        """Begin with no digits; the record is read anew."""
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
        """Open this page as soon as staff are let in."""
        self._wanted_page = name

    def let_in_without_pin(self) -> bool:
        """Let staff in where no PIN was ever set; whether that was so."""
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
        """Staff who are inside choose a PIN: the first one, or another one."""
        self._changing_pin = True
        self._forget_digits()
        self.changed.emit()

    def end_pin_change(self) -> None:
        """No PIN is chosen any more; what was typed is forgotten."""
        self._changing_pin = False
        self._forget_digits()
        self.changed.emit()

    @property
    def is_changing_pin(self) -> bool:
        """Whether digits that are typed inside are those of a new PIN."""
        return self._changing_pin

    def close_login(self) -> None:
        """Forget what was typed, and leave every page."""
        self._digits = ""
        self._new = NewPin()
        self._inside = False
        self._changing_pin = False
        self._wanted_page = ""
        self._countdown.stop()
        self.leave_page()
        self.changed.emit()

    def register(self, tiles: Mapping[str, StaffTile]) -> None:
        """Offer these pages by name."""
        self._tiles = tiles
        self.pages.show(
            [StaffTileRow(name, tile.kind.title, tile.kind.icon) for name, tile in tiles.items()]
        )

    def go_back(self) -> bool:
        """One page or page back; False when no page is open."""
        if not self._page:
            return False
        if not self._made[self._page].go_back():
            self.leave_page()
        return True

    def hear_again(self) -> bool:
        """Say again what was said in the page that is open; False when there is nothing."""
        return bool(self._page) and self._made[self._page].hear_again()

    @property
    def is_busy(self) -> bool:
        """Whether the page that is open works and must not be left alone."""
        return bool(self._page) and self._made[self._page].is_busy

    @property
    def where(self) -> Line:
        """Where staff are: what is told there when somebody wants to hear it again."""
        if self._page:
            return Line(self._tiles[self._page].kind.title)
        return prompts.STAFF_AREA if self._inside else prompts.STAFF_LOGIN

    def show_troubles(self, troubles: Sequence[str]) -> None:
        """What the staff should know: broken lessons, a silent voice."""
        self._troubles = tuple(troubles)
        self.changed.emit()

    def _read_record(self) -> None:
        """Read the PIN anew; failures that the disk did not keep are still known here."""
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
        """The last digit was taken back."""
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
            self._write(counted)  # before the answer is known, so that no plug undoes the failure
            right = matches(record, digits)
            if right:
                self._write(after_try(record, right=True))
            return right

        self._jobs.run(
            check, self._checked, what=gettext_noop("kiểm tra mã PIN"), lane=Lane.WAITED_FOR
        )

    def _choose(self, digits: str) -> None:
        """Digits of a new PIN; once they were typed twice alike, it is kept."""
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
        """Whoever has set the PIN is inside; where the disk did not keep it, it is asked again."""
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
        """Keep it on the disk, away from the window; a disk that fails locks nobody out."""
        try:
            self._pin_file.write(record)
        except OSError as problem:
            log.warning("the PIN's record could not be written: %s", problem)

    def _checked(self, result: Result[bool]) -> None:
        """A check that failed opens nothing, and is not told as a wrong PIN."""
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
        """A page's tile was touched."""
        self.leave_page()
        if name not in self._made:
            self._made[name] = self._tiles[name].make()
        self._page = name
        self._made[name].enter()
        self.pageChanged.emit()

    def show_whole(self, *, whole: bool) -> None:
        """The open page fills the window, with nothing around it, or does so no more."""
        if whole != self._whole:
            self._whole = whole
            self.wholeChanged.emit()

    def leave_page(self) -> None:
        """Go back from the open page to the tiles."""
        self.show_whole(whole=False)
        page, self._page = self._page, ""
        if page:
            self._made[page].leave()
            self.pageChanged.emit()

    @Slot()
    def leaveKiosk(self) -> None:
        self.leave.emit()

    typed = _shows(int, lambda self: len(self._digits))
    """How many digits were typed; which ones is nobody's business."""
    checking = _shows(bool, lambda self: self._checking)
    """Whether the PIN is being checked."""
    refused = _shows(bool, lambda self: self._refused)
    """Whether the last PIN was not right."""
    hasPin = _shows(bool, lambda self: self._record is not None and not self._record.is_locked)
    """Whether a PIN was set on this machine that can be tried."""
    choosesPin = _shows(
        bool, lambda self: self._changing_pin or (self._record is None and not self._damaged)
    )
    """Whether the next digits are a new PIN: none was ever set, or another one is wanted."""
    choosesAgain = _shows(bool, lambda self: bool(self._new.first))
    """Whether the new PIN is to be typed the second time."""
    newPinRefusal = _shows(str, lambda self: self._new.refusal)
    """Why the new PIN will not do: see `NewPin.refusal`."""
    pinDamaged = _shows(bool, lambda self: self._damaged)
    """Whether there is a PIN that cannot be read."""
    pinLocked = _shows(bool, lambda self: self._record is not None and self._record.is_locked)
    """Whether too many wrong PINs were tried, so that a new one must be set."""
    waitSeconds = _shows(int, lambda self: self._remaining_s())
    """How long to wait before the next try, in seconds."""
    troubles = _shows(list[str], lambda self: list(self._troubles))
    """Sentences on what ails the kiosk."""
    whole = _shows_whole(bool, lambda self: self._whole)
    """Whether the open page fills the window."""

    @Property(QObject, notify=pageChanged)
    def page(self) -> QObject | None:
        return self._made.get(self._page)

    @Property(str, notify=pageChanged)
    def pageTitle(self) -> str:
        """What the open page is called, in Vietnamese."""
        tile = self._tiles.get(self._page)
        return tile.kind.title if tile else ""

    @Property(QUrl, notify=pageChanged)
    def pageView(self) -> QUrl:
        """The QML file that shows the open page; empty when none is."""
        tile = self._tiles.get(self._page)
        return QUrl.fromLocalFile(str(tile.view)) if tile else QUrl()
