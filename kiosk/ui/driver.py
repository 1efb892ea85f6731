"""A hand that touches the real window: for tests, for pictures, and for lessons that play."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

PATIENCE_MS = 10_000
LOOK_AGAIN_MS = 5
BETWEEN_TOUCHES_S = 1.0


class CannotReach(Exception):  # noqa: N818 - said as a sentence
    """Nothing of that name can be touched on the screen."""


class SteppingClock:
    """A clock that moves only when told to, so that no touch has to wait for another."""

    def __init__(self) -> None:
        self.time_s = 1000.0

    def now_s(self) -> float:
        """Seconds since some moment."""
        return self.time_s


def items_below(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and everything that is drawn in it."""
    yield item
    for child in item.childItems():
        yield from items_below(child)


class Driver:
    """Touches what has a name, and waits for what should follow."""

    def __init__(self, window: QQuickWindow, clock: SteppingClock | None = None) -> None:
        self._window = window
        self._clock = clock
        self._finger = QTest.createTouchDevice()

    def wait_until(self, is_so: Callable[[], object], what: str = "") -> None:
        """Let the application run until something is so.

        Raises:
            TimeoutError: it was not so within ten seconds.
        """
        ends_s = time.monotonic() + PATIENCE_MS / 1000
        while not is_so():
            if time.monotonic() > ends_s:
                raise TimeoutError(f"waited in vain: {what or is_so}")
            self._let_run()

    def _let_run(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(LOOK_AGAIN_MS, loop.quit)
        loop.exec()

    def wait_for_frame(self) -> None:
        """Let the application run until the window was painted anew."""
        painted: list[bool] = []
        connection = self._window.frameSwapped.connect(lambda: painted.append(True))
        self._window.update()
        try:
            self.wait_until(lambda: painted, "a painted frame")
        finally:
            self._window.frameSwapped.disconnect(connection)

    def find(self, name: str) -> QQuickItem | None:
        """The item of that name that is seen and can be used."""
        for item in items_below(self._window.contentItem()):
            if item.objectName() == name and item.isVisible() and item.isEnabled():
                return item
        return None

    def is_seen(self, name: str) -> bool:
        """Whether there is such an item on the screen."""
        return self.find(name) is not None

    def touch(self, name: str) -> None:
        """Put a finger on the middle of what is named so, and lift it.

        Raises:
            CannotReach: there is no such thing to touch.
        """
        self.touch_at(self.middle_of(name))

    def middle_of(self, name: str) -> QPoint:
        """The middle of what is named so, in the window's pixels."""
        item = self.find(name)
        if item is None:
            raise CannotReach(name)
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def touch_at(self, place: QPoint) -> None:
        """Put a finger there, and lift it."""
        if self._clock:
            self._clock.time_s += BETWEEN_TOUCHES_S
        QTest.touchEvent(self._window, self._finger).press(0, place, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, place, self._window).commit()
        QGuiApplication.processEvents()

    def press_key(self, key: Qt.Key) -> None:
        """Strike a key of the keyboard."""
        if self._clock:
            self._clock.time_s += BETWEEN_TOUCHES_S
        QTest.keyClick(self._window, key)
        QGuiApplication.processEvents()

    def sentences(self) -> list[str]:
        """Every sentence that is shown to be spoken, from top to bottom."""
        return [
            item.property("sentence")
            for item in self._seen()
            if item.metaObject().className().startswith("SpokenText_") and item.property("sentence")
        ]

    def _seen(self) -> list[QQuickItem]:
        seen = [item for item in items_below(self._window.contentItem()) if item.isVisible()]
        return sorted(seen, key=lambda item: item.mapToScene(QPointF(0, 0)).y())

    def rectangle_of(self, item: QQuickItem) -> QRectF:
        """Where an item lies in the window."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def picture(self) -> QImage:
        """The window as it is seen now."""
        self.wait_for_frame()
        return self._window.grabWindow()
