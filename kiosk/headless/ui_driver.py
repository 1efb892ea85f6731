"""Touches the real window: for tests, for pictures, and for lessons that play."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QJSValue, qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.ui.window.loading import wait_for_pictures

PATIENCE_MS = 30_000
LOOK_AGAIN_MS = 5
ANIMATION_STEP_MS = 17
TOO_LATE = 1
BETWEEN_TOUCHES_S = 1.0
MOST_PAGES = 50
FIND = """(function (all, ...names) {
    let rank = names.length, found = null
    function look(item) {
        if (!item.visible) return
        const name = item.objectName
        const at = name ? names.indexOf(name) : -1
        if (at >= 0 && at < rank && item.enabled) {
            rank = at
            found = item
        }
        const children = item.children, count = children.length
        for (let child = 0; rank && child < count; ++child) look(children[child])
    }
    look(all)
    return found
})"""
"""Looks as `seen_below` does; in Python each item that is passed needs an object of its own."""
T = TypeVar("T")


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
    waiting = [item]
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(reversed(item.childItems()))


def seen_below(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and everything that is drawn in it, as far as it is visible."""
    waiting = [item]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting.extend(reversed(item.childItems()))


class UiDriver:
    """Touches what has a name, and waits for what should follow."""

    def __init__(
        self, window: QQuickWindow, clock: SteppingClock | None = None, *, motion: bool = True
    ) -> None:
        self._window = window
        self._between_frames_ms = ANIMATION_STEP_MS if motion else 0
        self._clock = clock
        self._finger = QTest.createTouchDevice()
        engine = qmlEngine(window)
        if engine is None:
            raise TypeError("QML has not made this window")
        self._all = engine.newQObject(window.contentItem())
        self._find: Any = engine.evaluate(FIND)  # a QJSValue, of which PySide's types know nothing
        self.touched_s = time.perf_counter()
        """When the last touch began, on the clock of `time.perf_counter`."""

    def wait_until(
        self, is_so: Callable[[], T | None], what: str = "", within_ms: int = PATIENCE_MS
    ) -> T:
        """Let the application run until something is so, and say what it is then.

        Raises:
            TimeoutError: it was not so within that time, half a minute where none is told.
        """
        ends_s = time.monotonic() + within_ms / 1000
        while not (found := is_so()):
            if time.monotonic() > ends_s:
                raise TimeoutError(f"waited in vain: {what or is_so}")
            self._let_run(LOOK_AGAIN_MS)
        return found

    @staticmethod
    def _let_run(time_ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(time_ms, loop.quit)
        loop.exec()

    def wait_for_frame(self) -> None:
        """Let the application run until the window was polished and painted anew.

        Raises:
            TimeoutError: nothing was painted within half a minute.
        """
        loop = QEventLoop()
        painted = self._window.frameSwapped.connect(loop.quit)
        patience = QTimer(singleShot=True, interval=PATIENCE_MS)
        patience.timeout.connect(partial(loop.exit, TOO_LATE))
        patience.start()
        self._window.update()
        try:
            if loop.exec() == TOO_LATE:
                raise TimeoutError("waited in vain: a painted frame")
        finally:
            self._window.frameSwapped.disconnect(painted)

    def middle_of(self, name: str) -> QPoint:
        """The middle of what is named so, once two frames show it in the same place.

        Layouts move what they hold when a frame is polished: before that, something else may be
        where an item says that it is. Between the two frames animations move on.

        Raises:
            CannotReach: two frames in a row show no such thing.
            TimeoutError: it did not stand still within half a minute.
        """
        ends_s = time.monotonic() + PATIENCE_MS / 1000
        self.wait_for_frame()
        before = self._place_of(name)
        while True:
            self._let_run(self._between_frames_ms)
            self.wait_for_frame()
            now = self._place_of(name)
            if now == before:
                break
            if time.monotonic() > ends_s:
                raise TimeoutError(f"does not stand still: {name}")
            before = now
        if now is None:
            raise CannotReach(name)
        return now.center().toPoint()

    def turn_to(self, name: str, more: str) -> None:
        """Touch what turns the pages of a list until the page with that name stands still.

        Raises:
            CannotReach: it is on none of the pages.
        """
        for _ in range(MOST_PAGES):
            try:
                self.middle_of(name)
            except CannotReach:
                self.touch(more)
            else:
                return
        raise CannotReach(name)

    def settle(self) -> None:
        """Let the application run until two pictures of the window in a row are the same.

        Raises:
            TimeoutError: something moved for half a minute.
        """
        ends_s = time.monotonic() + PATIENCE_MS / 1000
        before, now = None, self.picture()
        while now != before:
            if time.monotonic() > ends_s:
                raise TimeoutError("the window does not stand still")
            self._let_run(self._between_frames_ms)
            before, now = now, self.picture()

    def _place_of(self, name: str) -> QRectF | None:
        item = self.find(name)
        return self.rectangle_of(item) if item else None

    def find(self, *names: str) -> QQuickItem | None:
        """The item of the first of these names of which one is seen and can be used."""
        found = self._find.call([self._all, *map(QJSValue, names)]).toQObject()
        return found if isinstance(found, QQuickItem) else None

    def item(self, name: str) -> QQuickItem:
        """The item of that name that is seen and can be used.

        Raises:
            CannotReach: there is none.
        """
        item = self.find(name)
        if item is None:
            raise CannotReach(name)
        return item

    def is_seen(self, name: str) -> bool:
        """Whether there is such an item on the screen."""
        return self.find(name) is not None

    def touch(self, name: str) -> None:
        """Put a finger on the middle of what is named so once it stands still, and lift it.

        Raises:
            CannotReach: there was no such thing to touch within half a minute.
            TimeoutError: it did not stand still within half a minute.
        """
        ends_s = time.monotonic() + PATIENCE_MS / 1000
        while True:
            try:
                place = self.middle_of(name)
            except CannotReach:
                if time.monotonic() > ends_s:
                    raise
                self._let_run(LOOK_AGAIN_MS)
            else:
                return self.touch_at(place)

    def touch_at(self, place: QPoint) -> None:
        """Put a finger there, and lift it."""
        if self._clock:
            self._clock.time_s += BETWEEN_TOUCHES_S
        self.touched_s = time.perf_counter()
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
            if item.property("saysAgain") and item.property("sentence")
        ]

    def words(self) -> set[str]:
        """Every text that is shown, and what each button is called."""
        named = (item.property(name) for item in self._seen() for name in ("text", "spokenName"))
        return {*self.sentences(), *(text for text in named if isinstance(text, str) and text)}

    def _seen(self) -> list[QQuickItem]:
        seen = seen_below(self._window.contentItem())
        return sorted(seen, key=lambda item: item.mapToScene(QPointF(0, 0)).y())

    def rectangle_of(self, item: QQuickItem) -> QRectF:
        """Where an item lies in the window."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def picture(self) -> QImage:
        """The window as it is seen now."""
        self.wait_for_frame()
        wait_for_pictures(self._window)
        return self._window.grabWindow()
