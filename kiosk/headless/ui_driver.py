"""Drives the real window with touches: for tests, screenshots and automatic play."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

import shiboken6
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
MAX_PAGES = 50
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
"""Searches like `seen_below`; in Python every visited item would need a wrapper object."""
FIND_SAID = """(function (all) {
    const found = []
    function look(item) {
        if (!item.visible) return
        if (item.saysAgain && item.sentence) found.push(item)
        const children = item.children, count = children.length
        for (let child = 0; child < count; ++child) look(children[child])
    }
    look(all)
    return found
})"""
"""Finds the visible items with a sentence that can be spoken, in the order of `seen_below`."""
T = TypeVar("T")


class ItemNotFoundError(Exception):
    """No target of this name can be touched on the screen."""


class SteppingClock:
    """A clock that advances only when set, so that touches need no real pauses."""

    def __init__(self) -> None:
        self.time_s = 1000.0

    def now_s(self) -> float:
        """Seconds since an arbitrary moment."""
        return self.time_s


def qml_type_of(item: QQuickItem) -> str:
    """The name of an item's QML type, such as `Glow`, or of its C++ class."""
    meta_object = item.metaObject()
    name = str(meta_object.className())
    # It may be freed before its wrapper, which would then stand for what has its address next.
    if "_QML" in name:
        shiboken6.invalidate(meta_object)
    return name.split("_QML", maxsplit=1)[0]


def items_below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yields the item and all items below it."""
    waiting = [item]
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(reversed(item.childItems()))


def seen_below(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yields the item and all items below it that are visible."""
    waiting = [item]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            yield item
            waiting.extend(reversed(item.childItems()))


def _from_top(items: Iterable[QQuickItem]) -> list[QQuickItem]:
    return sorted(items, key=lambda item: item.mapToScene(QPointF(0, 0)).y())


class UiDriver:
    """Touches items by their object name and waits for conditions."""

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
        # QJSValues, which PySide's stubs do not declare.
        self._find: Any = engine.evaluate(FIND)
        self._find_said: Any = engine.evaluate(FIND_SAID)
        self.touched_s = time.perf_counter()
        """The time of the last touch, by `time.perf_counter`."""

    def wait_until(
        self, is_so: Callable[[], T | None], what: str = "", within_ms: int = PATIENCE_MS
    ) -> T:
        """Runs the event loop until the result of `is_so` is true, and returns it.

        Raises:
            TimeoutError: the condition was not true in time, half a minute by default.
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
        """Runs the event loop until the window was polished and painted again.

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
        """Returns the centre of an item, once it has the same position in two frames.

        Layouts position their items when a frame is polished; before that, an item's position may
        be out of date. Animations advance between the two frames.

        Raises:
            ItemNotFoundError: the item is missing in two successive frames.
            TimeoutError: the item did not come to rest within half a minute.
        """
        ends_s = time.monotonic() + PATIENCE_MS / 1000
        self.wait_for_frame()
        before = self._rectangle_of(name)
        while True:
            self._let_run(self._between_frames_ms)
            self.wait_for_frame()
            now = self._rectangle_of(name)
            if now == before:
                break
            if time.monotonic() > ends_s:
                raise TimeoutError(f"does not stand still: {name}")
            before = now
        if now is None:
            raise ItemNotFoundError(name)
        return now.center().toPoint()

    def turn_pages_to(self, name: str, more: str) -> None:
        """Turns the pages of a list until the item is visible and at rest.

        Raises:
            ItemNotFoundError: the item is on none of the pages.
        """
        for _ in range(MAX_PAGES):
            try:
                self.middle_of(name)
            except ItemNotFoundError:
                self.touch(more)
            else:
                return
        raise ItemNotFoundError(name)

    def settle(self) -> None:
        """Runs the event loop until two successive screenshots of the window are equal.

        Raises:
            TimeoutError: the window did not come to rest within half a minute.
        """
        ends_s = time.monotonic() + PATIENCE_MS / 1000
        before, now = None, self.picture()
        while now != before:
            if time.monotonic() > ends_s:
                raise TimeoutError("the window does not stand still")
            self._let_run(self._between_frames_ms)
            before, now = now, self.picture()

    def _rectangle_of(self, name: str) -> QRectF | None:
        item = self.find(name)
        return self.rectangle_of(item) if item else None

    def find(self, *names: str) -> QQuickItem | None:
        """The visible, enabled item of the first of these names that has one; None without any."""
        found = self._find.call([self._all, *map(QJSValue, names)]).toQObject()
        return found if isinstance(found, QQuickItem) else None

    def item(self, name: str) -> QQuickItem:
        """Returns the visible and enabled item of this name.

        Raises:
            ItemNotFoundError: there is no such item.
        """
        item = self.find(name)
        if item is None:
            raise ItemNotFoundError(name)
        return item

    def is_seen(self, name: str) -> bool:
        """True when a visible and enabled item has this name."""
        return self.find(name) is not None

    def touch(self, name: str) -> None:
        """Touches the centre of an item, once it is at rest.

        Raises:
            ItemNotFoundError: the item did not appear within half a minute.
            TimeoutError: the item did not come to rest within half a minute.
        """
        ends_s = time.monotonic() + PATIENCE_MS / 1000
        while True:
            try:
                place = self.middle_of(name)
            except ItemNotFoundError:
                if time.monotonic() > ends_s:
                    raise
                self._let_run(LOOK_AGAIN_MS)
            else:
                return self.touch_at(place)

    def touch_at(self, place: QPoint) -> None:
        """Touches a point of the window."""
        if self._clock:
            self._clock.time_s += BETWEEN_TOUCHES_S
        self.touched_s = time.perf_counter()
        QTest.touchEvent(self._window, self._finger).press(0, place, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, place, self._window).commit()
        QGuiApplication.processEvents()

    def press_key(self, key: Qt.Key) -> None:
        """Presses and releases a key of the keyboard."""
        if self._clock:
            self._clock.time_s += BETWEEN_TOUCHES_S
        QTest.keyClick(self._window, key)
        QGuiApplication.processEvents()

    def sentences(self) -> list[str]:
        """Returns all shown sentences that can be spoken, from top to bottom."""
        found = self._find_said.call([self._all])
        items = (found.property(at).toQObject() for at in range(found.property("length").toInt()))
        shown = (item for item in items if isinstance(item, QQuickItem))
        return [item.property("sentence") for item in _from_top(shown)]

    def words(self) -> set[str]:
        """Returns all shown texts and the spoken names of buttons."""
        named = (item.property(name) for item in self._seen() for name in ("text", "spokenName"))
        return {*self.sentences(), *(text for text in named if isinstance(text, str) and text)}

    def _seen(self) -> list[QQuickItem]:
        return _from_top(seen_below(self._window.contentItem()))

    def rectangle_of(self, item: QQuickItem) -> QRectF:
        """Returns the rectangle of an item, in window coordinates."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def picture(self) -> QImage:
        """Returns a screenshot of the window, once its pictures are loaded."""
        self.wait_for_frame()
        wait_for_pictures(self._window)
        return self._window.grabWindow()
