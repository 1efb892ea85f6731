"""Touches outside of buttons: on a sentence, or close enough to a button to be meant for it."""

import math
from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QEvent, QMetaObject, QObject, QPointF, QRectF
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.qt.overrides import answered_always, not_filtered

NEAR_MM = 6.0
"""A touch within this distance activates the nearest button."""
EMPTY = frozenset({"phone:nothing"})
"""Buttons that only block touches from the items below them."""
BEGINS = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})
ENDS = frozenset({QEvent.Type.TouchEnd, QEvent.Type.MouseButtonRelease})
FOLLOWS = frozenset({QEvent.Type.TouchUpdate, QEvent.Type.TouchCancel, QEvent.Type.MouseMove})


Seen = tuple[QQuickItem, QRectF]
"""A visible item, and its visible rectangle."""


class NearTouch(QObject):
    """Handles touches that hit no button and activates the item they were meant for."""

    def __init__(self, window: QQuickWindow, px_per_mm: Callable[[], float]) -> None:
        super().__init__(window)
        self._window = window
        self._px_per_mm = px_per_mm
        self._meant: QQuickItem | None = None
        self._ours = False
        window.installEventFilter(self)

    @answered_always(not_filtered)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Returns True for the events of handled touches, from press to release."""
        kind = event.type()
        if kind in BEGINS:
            self._ours = self._takes(event)
        elif kind in ENDS and self._ours:
            self._activate()
        if not self._ours or kind not in BEGINS | ENDS | FOLLOWS:
            return False
        event.accept()
        return True

    def _takes(self, event: QEvent) -> bool:
        place = _place(event)
        if place is None or _is_on_button(self._window.contentItem(), place):
            return False
        buttons = list(_buttons(self._window.contentItem()))
        if any(_distance(rectangle, place) == 0 for _, rectangle in buttons):
            return False
        if self._is_taken(place):
            return False
        self._meant = self._sentence_at(place) or self._nearest(buttons, place)
        return True

    def _is_taken(self, place: QPointF) -> bool:
        """True when the item at this point handles touches itself, as in the lesson editor."""
        return any(
            _rectangle(item).contains(place)
            for item, _ in _seen(self._window.contentItem())
            if item.property("takesTouches")
        )

    def _sentence_at(self, place: QPointF) -> QQuickItem | None:
        """Returns the sentence at this point; None when there is none."""
        for item, _ in _seen(self._window.contentItem()):
            if item.property("saysAgain") and _rectangle(item).contains(place):
                item.setProperty("touchedAt", item.mapFromScene(place))
                return item
        return None

    def _nearest(self, buttons: list[Seen], place: QPointF) -> QQuickItem | None:
        """Returns the nearest button within `NEAR_MM`; None when there is none."""
        distances = [(_distance(rectangle, place), at) for at, (_, rectangle) in enumerate(buttons)]
        distance, at = min(distances, default=(math.inf, 0))
        return buttons[at][0] if distance <= NEAR_MM * self._px_per_mm() else None

    def _activate(self) -> None:
        meant, self._meant = self._meant, None
        # The item may have been destroyed with its page before the finger was lifted.
        if meant is not None and shiboken6.isValid(meant):
            QMetaObject.invokeMethod(meant, "activate")


def _place(event: QEvent) -> QPointF | None:
    """Returns the position of a single finger; None for several fingers or other mouse buttons."""
    if isinstance(event, QTouchEvent):
        points: list[QEventPoint] = event.points()
        return points[0].scenePosition() if len(points) == 1 else None
    if isinstance(event, QMouseEvent):
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not for the first frame

        return event.scenePosition() if event.button() == Qt.MouseButton.LeftButton else None
    return None


def _is_on_button(item: QQuickItem, place: QPointF) -> bool:
    """True when an enabled button contains the point, as do all its parents.

    Much faster than checking every button of the window. A button outside its parent's bounds,
    which is rare, is missed here and found by the full search.
    """
    inside = item.contains(item.mapFromScene(place))
    if not (inside and item.isVisible() and item.isEnabled()):
        return False
    return _is_button(item) or any(
        _is_on_button(child, place) for child in reversed(item.childItems())
    )


def _seen(item: QQuickItem) -> Iterator[Seen]:
    """Yields all visible and enabled items, bottom to top, with the rectangle that clips each."""
    everywhere = _rectangle(item)
    waiting = [(item, everywhere)]
    while waiting:
        item, room = waiting.pop()
        if item.isVisible() and item.isEnabled():
            yield item, room
            inner = room.intersected(_rectangle(item)) if item.clip() else room
            waiting.extend((child, inner) for child in reversed(item.childItems()))


def _buttons(item: QQuickItem) -> Iterator[Seen]:
    """Yields each button with its visible rectangle: a long list continues outside its clip."""
    for each, room in _seen(item):
        if _is_button(each):
            rectangle = _rectangle(each).intersected(room)
            if not rectangle.isEmpty():
                yield each, rectangle


def _is_button(item: QQuickItem) -> bool:
    return item.inherits("QQuickAbstractButton") and item.objectName() not in EMPTY


def _rectangle(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _distance(rectangle: QRectF, place: QPointF) -> float:
    """Returns the distance from a point to a rectangle; 0 inside it."""
    across = max(rectangle.left() - place.x(), 0.0, place.x() - rectangle.right())
    down = max(rectangle.top() - place.y(), 0.0, place.y() - rectangle.bottom())
    return math.hypot(across, down)
