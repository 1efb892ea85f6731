"""Measures what is visible in the window, in millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.headless.offscreen import HeadlessKiosk

GROUNDS = ("anywhere", "phone:nothing")
"""Full-screen areas that accept touches outside all other targets."""
BAR = ("home", "back", "hear", "call", "next")
MAX_TIMES = 3
"""Line heights up to this value are multiples of the font size; larger ones are pixels."""
ALIGN_RIGHT, ALIGN_CENTRE = 2, 4


def rectangle_of(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    above = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()


def painted(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and its painted descendants; on a scrollable list, those entirely on the glass."""
    return (each for each, is_painted in visible(item) if is_painted)


def visible(item: QQuickItem) -> list[tuple[QQuickItem, bool]]:
    """All visible items in an item in painting order, each with whether it is painted.

    In a scrollable list, text and targets count as painted only if entirely on the glass.
    """
    found: list[tuple[QQuickItem, bool]] = []

    def look_at(item: QQuickItem, glass: QRectF | None, *, is_painted: bool) -> None:
        if not item.isVisible():
            return
        is_painted = is_painted and item.opacity() > 0
        if is_painted and item.inherits("QQuickFlickable") and item.property("interactive"):
            glass = rectangle_of(item).adjusted(-1, -1, 1, 1)
        elif is_painted and glass and is_seen_or_touched(item):
            is_painted = glass.contains(rectangle_of(item))
        children = item.childItems()
        if any(child.z() for child in children):
            children.sort(key=QQuickItem.z)
        below = [child for child in children if child.z() < 0]
        for child in below:
            look_at(child, glass, is_painted=is_painted)
        found.append((item, is_painted))
        for child in children[len(below) :]:
            look_at(child, glass, is_painted=is_painted)

    look_at(item, None, is_painted=True)
    return found


def is_seen_or_touched(item: QQuickItem) -> bool:
    return is_target(item) or item.inherits("QQuickText")


def is_target(item: QQuickItem) -> bool:
    return item.inherits("QQuickAbstractButton")


class Text:
    """A text on the screen."""

    def __init__(self, item: QQuickItem) -> None:
        self.item = item
        self.words: str = item.property("text").translate({0x2011: "-", 0xA0: " ", 0x200B: ""})
        self.font: QFont = item.property("font")
        self.metrics = QFontMetricsF(self.font)

    @cached_property
    def above(self) -> tuple[QQuickItem, ...]:
        """The ancestors of the item, nearest first."""
        return tuple(ancestors(self.item))

    @property
    def family(self) -> str:
        return QFontInfo(self.font).family()

    @property
    def is_on_phone(self) -> bool:
        return any(above.objectName() == "phone" for above in self.above)

    @property
    def cap_px(self) -> float:
        return self.metrics.capHeight()

    @cached_property
    def glyph_rect(self) -> QRectF:
        """The rectangle that glyphs and diacritics may take, in the window's pixels."""
        item = self.item
        wide = item.property("contentWidth")
        lines = item.property("lineCount")
        natural = self.metrics.height()
        pitch = item.property("contentHeight") / max(1, lines)
        if item.inherits("QQuickText"):
            stated = item.property("lineHeight")
            pitch = stated if stated > MAX_TIMES else natural * stated
        baseline = (item.property("topPadding") or 0) + self.metrics.ascent()
        reach = self.metrics.tightBoundingRect(item.property("text"))
        top = baseline + reach.top()
        bottom = baseline + (lines - 1) * pitch + reach.bottom()
        slack = item.width() - wide
        align = QQmlExpression(qmlContext(item), item, "horizontalAlignment").evaluate()[0]
        left = slack if align & ALIGN_RIGHT else slack / 2 if align & ALIGN_CENTRE else 0
        return item.mapRectToScene(QRectF(left, top, wide, bottom - top))


@dataclass(frozen=True)
class WindowSnapshot:
    """A snapshot of the window."""

    offscreen: HeadlessKiosk
    px_per_mm: float
    _rectangles: dict[QQuickItem, QRectF] = field(default_factory=dict, init=False, repr=False)

    @property
    def window(self):
        return self.offscreen.kiosk.window

    @cached_property
    def visible(self) -> list[tuple[QQuickItem, bool]]:
        """All visible items, each with whether it is painted; computed once."""
        return visible(self.window.contentItem())

    @cached_property
    def shown(self) -> list[QQuickItem]:
        """All painted items."""
        return [item for item, is_painted in self.visible if is_painted]

    def rectangle_of(self, item: QQuickItem) -> QRectF:
        """The rectangle of an item in the window, cached: callers must not modify it."""
        found = self._rectangles.get(item)
        if found is None:
            found = self._rectangles[item] = rectangle_of(item)
        return found

    @cached_property
    def targets(self) -> list[QQuickItem]:
        """All touch targets except GROUNDS."""
        return [
            item
            for item in self.shown
            if is_target(item) and item.isEnabled() and item.objectName() not in GROUNDS
        ]

    @cached_property
    def texts(self) -> list[Text]:
        """All visible texts that are not covered by a message on the phone."""
        found = []
        for item in self.shown:
            if not (item.inherits("QQuickText") or item.inherits("QQuickTextEdit")):
                continue
            if not item.property("text").strip():
                continue
            text = Text(item)
            if item.isEnabled() or not self._lies_under(text):
                found.append(text)
        return found

    @staticmethod
    def _lies_under(text: Text) -> bool:
        return any(
            above.objectName() == "phoneScreen" and not above.isEnabled() for above in text.above
        )

    def mm(self, px: float) -> float:
        return px / self.px_per_mm

    @cached_property
    def bar(self) -> dict[str, tuple[float, ...]]:
        """The rectangles of the five places of the bottom bar; empty without a bar."""
        found = {item.objectName(): item for item, _ in self.visible if item.objectName() in BAR}
        return {name: self.rectangle_of(item).getRect() for name, item in found.items()}

    @cached_property
    def touch_receivers(self) -> list[tuple[QQuickItem, QRectF]]:
        """The items that take touches, lowest first, with their rectangles."""
        return [
            (item, self.rectangle_of(item))
            for item, _ in self.visible
            if item.isEnabled() and item.acceptedMouseButtons() != Qt.MouseButton.NoButton
        ]

    def topmost_at(self, place: QPointF) -> QQuickItem | None:
        """The item that takes a touch at this point."""
        found = [item for item, rectangle in self.touch_receivers if rectangle.contains(place)]
        return found[-1] if found else None


def gap_between(one: QRectF, other: QRectF) -> float:
    """The distance of two rectangles in pixels; negative if they overlap."""
    across = max(one.left(), other.left()) - min(one.right(), other.right())
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom())
    if across > 0 and down > 0:
        return (across**2 + down**2) ** 0.5
    return max(across, down)
