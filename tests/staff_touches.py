"""Actions of staff in the staff area, by touches and keys only."""

from contextlib import suppress

from known_pin import known_record
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.headless.ui_driver import items_below
from kiosk.player.visit import Page

PIN = "204816"
RECORD = known_record(PIN)


def enter_pin(headless: HeadlessKiosk, pin: str = PIN) -> None:
    """Enters a PIN without touches: tests/journey/test_staff_login.py touches the keys."""
    for digit in pin:
        headless.kiosk.staff.type(digit)
    headless.kiosk.staff.enter()


class Staff:
    """A member of staff at a kiosk."""

    def __init__(self, headless: HeadlessKiosk) -> None:
        self.headless = headless

    def come_in(self) -> None:
        """Logs in, through the page that calls staff."""
        if self.headless.journey.visit.page is Page.ATTRACT:
            self.headless.journey.to_home("vi")
        self.headless.driver.touch("call")
        self.headless.driver.touch("staff-login")
        enter_pin(self.headless)
        self.wait_until(lambda: self.headless.journey.visit.page is Page.STAFF)

    def open(self, page_model: str) -> None:
        """Opens a page of the staff area, logging in first if necessary."""
        if self.headless.journey.visit.page is not Page.STAFF:
            self.come_in()
        self.headless.driver.turn_pages_to(f"page:{page_model}", "more-pages")
        self.headless.driver.touch(f"page:{page_model}")

    def touch(self, *names: str) -> None:
        """Touches each item after a frame, because painting updates the layout."""
        for name in names:
            self.headless.driver.wait_for_frame()
            self.headless.driver.touch(name)

    def sees(self, name: str) -> bool:
        return self.headless.driver.is_seen(name)

    def wait_until(self, is_so) -> None:
        self.headless.driver.wait_until(is_so)

    def wait_patiently(self, is_so) -> None:
        """Waits longer than usual, for a process with low priority."""
        for _ in range(6):
            with suppress(TimeoutError):
                self.wait_until(is_so)
                return
        self.wait_until(is_so)

    def names(self, beginning: str) -> list[str]:
        """The names of the visible items that begin so, from top to bottom."""
        seen = [
            item
            for item in items_below(self.headless.kiosk.window.contentItem())
            if item.isVisible() and item.objectName().startswith(beginning)
        ]
        seen.sort(key=lambda item: item.mapToScene(item.position()).y())
        return [item.objectName() for item in seen]

    def texts(self) -> list[str]:
        """All visible texts, with ordinary spaces instead of no-break spaces."""
        seen = (i for i in items_below(self.headless.kiosk.window.contentItem()) if i.isVisible())
        texts = [item.property("text") for item in seen]
        return [text.replace("\u00a0", " ") for text in texts if isinstance(text, str) and text]

    def type(self, text: str) -> None:
        """Types on a physical keyboard."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QGuiApplication.sendEvent(self.headless.kiosk.window, event)

    def strike(self, key: Qt.Key) -> None:
        self.headless.driver.press_key(key)

    def touch_keys(self, text: str) -> None:
        """Types on the on-screen keyboard."""
        for letter in text:
            self.headless.driver.touch(f"key:{letter}")
