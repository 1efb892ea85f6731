"""Key events as a keyboard or a code scanner sends them to the window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.headless.offscreen import HeadlessKiosk

FAST_S = 0.02
SLOW_S = 0.5
PLAIN = Qt.KeyboardModifier.NoModifier


class Keystrokes:
    """Sends key events and advances the kiosk's clock between them."""

    def __init__(self, headless: HeadlessKiosk) -> None:
        self._headless = headless

    def strike(self, key, gap_s=SLOW_S, text="", modifiers=PLAIN, scan_code=0) -> None:
        """Sends press and release of a key, `gap_s` after the previous key."""
        self._headless.kiosk.platform.clock.time_s += gap_s
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key.value, modifiers, scan_code, 0, 0, text)
            QGuiApplication.sendEvent(self._headless.kiosk.window, event)

    def enter(self, gap_s=SLOW_S, key=Qt.Key.Key_Return) -> None:
        """Sends Return or another terminating key."""
        self.strike(key, gap_s, "\r")

    def type(self, signs: str, gap_s=SLOW_S) -> None:
        """Sends the key of each character."""
        for sign in signs:
            self.strike(Qt.Key(ord(sign.upper())), gap_s, sign)

    def scan(self, code: str, end=Qt.Key.Key_Return) -> None:
        """Sends a code at a scanner's speed, with its terminating key."""
        self.type(code[0], 1.0)
        self.type(code[1:], FAST_S)
        self.enter(FAST_S, end)
