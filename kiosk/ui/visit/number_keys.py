"""Keyboard input that opens a lesson on any page: digits typed by hand, or a barcode scanner."""

import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.placement import ViewPlace
from kiosk.player import typed_number
from kiosk.player.typed_number import CompletedNumber, TypedNumber
from kiosk.player.visit import Page
from kiosk.qt.overrides import answered_always, not_filtered
from kiosk.ui.background.clock import Clock
from kiosk.ui.visit.lesson_launcher import LessonLauncher
from kiosk.ui.visit.visit_view_model import VisitViewModel

ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
ENDS_OF_SCANNERS = ENDS | {Qt.Key.Key_Tab}
LINE_ENDS = frozenset({Qt.Key.Key_J, Qt.Key.Key_M})
"""With Control, the end of line of some scanners."""
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ROW = {code: digit for digit, code in zip("1234567890", range(2, 12), strict=True)}
_PAD = dict(zip((71, 72, 73, 75, 76, 77, 79, 80, 81, 82), "7894561230", strict=True))
_FIRST_CODE = 0 if sys.platform == "win32" else 8
DIGIT_KEYS = {code + _FIRST_CODE: digit for code, digit in (_ROW | _PAD).items()}
"""The scan codes of the digit keys, which do not depend on the keyboard layout."""
STILL_MS = round(typed_number.BURST_S * 1000) + 10
FORGET_MS = round(typed_number.PAUSE_S * 1000)


class NumberKeys(QObject):
    """Filters the keys that belong to a lesson number; all other keys pass.

    Install it after all other event filters of the window, so that Qt calls it first.
    """

    def __init__(
        self, window: QQuickWindow, visit: VisitViewModel, launcher: LessonLauncher, clock: Clock
    ) -> None:
        super().__init__(window)
        self._window = window
        self._visit = visit
        self._launcher = launcher
        self._clock = clock
        self._typed = TypedNumber()
        self._on_pad = 0
        self._pin_keys = False
        """True when the last keys at the staff login were digits of a PIN."""
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self._no_key_follows)
        self._forget = QTimer(self, singleShot=True, interval=FORGET_MS)
        self._forget.timeout.connect(self._clear)
        window.installEventFilter(self)

    @answered_always(not_filtered)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Returns True for a key that is part of a number."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._writes_elsewhere():
            return False
        taken = self._take(event, self._time_s(event))
        if taken:
            self._visit.restart_idle_timer()
        return taken

    def _time_s(self, event: QKeyEvent) -> float:
        """The time of the key press, which may be earlier than its delivery."""
        return event.timestamp() / 1000 if event.spontaneous() else self._clock.now_s()

    def _writes_elsewhere(self) -> bool:
        item = self._window.activeFocusItem()
        while item is not None and not item.property("takesText"):
            item = item.parentItem()
        return item is not None

    @property
    def _by_hand(self) -> bool:
        """True when typed digits open a lesson on this page and have no other use."""
        visit = self._visit.visit
        if visit.page in (Page.PIN, Page.STAFF):
            return False
        run = visit.run if visit.page is Page.LESSON and visit.pad is None else None
        return not (run and run.step and run.step.place is ViewPlace.PHONE)

    @property
    def _at_login(self) -> bool:
        """True when typed digits belong to a staff PIN."""
        page = self._visit.visit.page
        return page is Page.PIN or (page is Page.STAFF and self._visit.staff.is_changing_pin)

    @property
    def _takes_digits(self) -> bool:
        return self._by_hand or self._at_login

    def _take(self, event: QKeyEvent, now_s: float) -> bool:
        key, command = Qt.Key(event.key()), bool(event.modifiers() & COMMANDS)
        line_end = key in LINE_ENDS and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if line_end or (key in ENDS_OF_SCANNERS and not command):
            return self._end(now_s, by_hand=self._by_hand and key in ENDS)
        if command:
            return False
        if key is Qt.Key.Key_Backspace and self._erase(now_s):
            return True
        sign = sign_of(event)
        if not sign:
            self._pin_keys = False
            return False
        if not event.isAutoRepeat():
            fast = typed_number.is_scan(self._typed, now_s)
            self._typed = typed_number.after_key(self._typed, sign, now_s)
            self._await_more()
            return fast or (self._takes_digits and sign.isdecimal())
        return self._takes_digits and sign.isdecimal()

    def _erase(self, now_s: float) -> bool:
        """Deletes the last digit, where digits are typed; returns False elsewhere."""
        if self._at_login:
            self._visit.staff.erase()
            return True
        if self._shown(now_s):
            self._typed = typed_number.erased(self._typed, now_s)
            self._await_more()
            return True
        return False

    def _end(self, now_s: float, *, by_hand: bool) -> bool:
        if typed_number.is_echo(self._typed, now_s):
            return True
        self._typed, given = typed_number.ended(
            self._typed, now_s, by_hand=by_hand, web_address=self._visit.web_address
        )
        if given is None and self._at_login:
            return self._end_pin()
        if given is None:
            # The step had no use for these digits, so the Enter after them must not activate
            # anything.
            in_lesson = self._visit.visit.page is Page.LESSON
            return in_lesson and any(sign.isdecimal() for sign in self._typed.signs)
        self._give(given)
        return True

    def _end_pin(self) -> bool:
        """Enters a typed PIN; returns False when no digits were typed."""
        self._type_pin()
        if not self._pin_keys:
            return False
        self._pin_keys = False
        self._visit.staff.enter()
        return True

    def _type_pin(self) -> None:
        digits = [sign for sign in self._typed.signs if sign.isdecimal()]
        for digit in digits:
            self._visit.staff.type(digit)
        self._pin_keys = bool(digits) or self._pin_keys
        self._clear()

    def _give(self, given: CompletedNumber) -> None:
        self._still.stop()
        self._forget.stop()
        self._on_pad = 0
        self._visit.assist.show_typing("")
        if self._visit.visit.page is Page.STAFF:
            return
        if not given.scanned and self._visit.visit.pad:
            self._visit.assist.openNumber()
        elif given.number:
            self._launcher.by_number(given.number)
        else:
            self._visit.assist.refuse("")

    def _shown(self, now_s: float) -> str:
        kept = now_s - self._typed.last_key_s <= typed_number.PAUSE_S
        return self._typed.digits if kept and self._by_hand else ""

    def _await_more(self) -> None:
        self._still.start()
        self._forget.start()

    def _no_key_follows(self) -> None:
        """After a pause the digits were typed by hand, not by a scanner: shows them."""
        self._typed, given = typed_number.completed_by_pause(self._typed)
        if given:
            self._give(given)
            return
        if self._at_login:
            self._type_pin()
            return
        digits = self._typed.digits if self._by_hand else ""
        if self._visit.visit.pad:
            for digit in digits[self._on_pad :]:
                self._visit.assist.typeDigit(digit)
            self._on_pad = len(digits)
        else:
            self._visit.assist.show_typing(digits)

    def _clear(self) -> None:
        self._typed = TypedNumber()
        self._on_pad = 0
        self._visit.assist.show_typing("")


def sign_of(event: QKeyEvent) -> str:
    """Returns the character of a key; digit keys return their digit in every layout. Else empty."""
    text = event.text()
    if len(text) == 1 and text.isascii() and text.isdigit():
        return text
    digit = DIGIT_KEYS.get(event.nativeScanCode(), "")
    if digit:
        return digit
    return text if len(text) == 1 and text.isprintable() else ""
