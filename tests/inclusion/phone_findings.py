"""Checks of the drawn phone wherever it is shown (design, §10), in the form of `findings`."""

from collections.abc import Iterator

from findings import MIN_SHARE, hands_in, slots_in
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtQuick import QQuickItem
from window_snapshot import Text, WindowSnapshot, ancestors, rectangle_of

from kiosk.headless.ui_driver import items_below

MIN_WIDE, MIN_HIGH = 0.36, 0.60
"""The phone's least share of the width of a wide screen, and of the height of an upright one."""
MARK = "MÔ PHỎNG"
FINGER, FIST = (0.22, 0.03, 0.42, 0.4), (0.12, 0.4, 0.95, 0.98)
"""Left, top, right and bottom of parts of the drawn hand, as shares of its size."""
TOUCHING_PX = 3
MIN_LABEL_MM = 9.0
"""Least height of capitals on a screen of 21.5 inches or more."""
FULL = 0.95
"""A page is full from this share of its height, or of the height left above the keys."""
LONG_WORD = 16
"""A word with more letters may be as wide as the glass, in a smaller font."""


def small_phone(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The phone takes at least its share of the screen."""
    wide, high = snapshot.window.width(), snapshot.window.height()
    for phone in (item for item in snapshot.shown if item.objectName() == "phone"):
        place = snapshot.rectangle_of(phone)
        share, least = (
            (place.width() / wide, MIN_WIDE) if wide > high else (place.height() / high, MIN_HIGH)
        )
        if share < least:
            yield f"the phone takes {share:.3f} of the screen"


def mark_under_a_hand(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The pointing hand does not cover the mark that the phone is a simulation."""
    for mark in (text for text in snapshot.texts if text.words == MARK):
        for hand in map(snapshot.rectangle_of, hands_in(snapshot)):
            if hand.intersects(mark.glyph_rect):
                place = mark.glyph_rect.getRect()
                yield f"the hand at {hand.getRect()} lies on the mark at {place}"


def words_under_the_hand(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """A resting hand covers neither the text of its item nor that of the item below."""
    for hand in hands_in(snapshot):
        place = snapshot.rectangle_of(hand)
        finger, fist = (part_of(place, part) for part in (FINGER, FIST))
        for text in (text for text in snapshot.texts if len(text.words.strip()) > 1):
            ink = text.glyph_rect.adjusted(TOUCHING_PX, 0, -TOUCHING_PX, -TOUCHING_PX)
            if finger.intersects(ink) or fist.intersects(ink):
                yield f"the hand at {place.getRect()} lies on {text.words!r}"


def part_of(place: QRectF, part: tuple[float, float, float, float]) -> QRectF:
    """The part of a rectangle between these shares of its width and height."""
    left, top, right, bottom = part
    corner = QPointF(place.x() + left * place.width(), place.y() + top * place.height())
    return QRectF(corner, QSizeF((right - left) * place.width(), (bottom - top) * place.height()))


def page_of(snapshot: WindowSnapshot) -> QQuickItem | None:
    """The page shown on the drawn phone."""
    return next((item for item in snapshot.shown if item.objectName() == "phoneScreen"), None)


def small_labels(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """If a page of the phone has free space, its text has the required size."""
    page = page_of(snapshot)
    if page is None or height_used(snapshot, page) >= FULL * page.height():
        return
    for slot in slots_in(page):
        for text in map(Text, filter(is_word, items_below(slot))):
            cap = snapshot.mm(text.cap_px)
            long = max(map(len, text.words.split())) > LONG_WORD
            if cap < MIN_LABEL_MM - 0.1 and not long:
                yield f"{text.words!r} has capitals of {cap:.1f} mm on a page with room"


def height_used(snapshot: WindowSnapshot, page: QQuickItem) -> float:
    """Height of the rows in pixels; on a long page, from the field being typed into to the end."""
    run, slots = snapshot.offscreen.journey.run, slots_in(page)
    if run is None or not run.writes_into or not page.property("longer"):
        return page.property("rowsHeight")
    name = f"phone:{run.writes_into}"
    here = next(at for at, slot in enumerate(slots) if name in names_in(slot))
    return rectangle_of(slots[-1]).bottom() - rectangle_of(slots[here]).top()


def names_in(slot: QQuickItem) -> set[str]:
    return {each.objectName() for each in items_below(slot)}


def is_word(item: QQuickItem) -> bool:
    """Whether a text is more than a symbol, such as the arrow at the end of a row."""
    return (
        item.inherits("QQuickText") and item.isVisible() and len(item.property("text").strip()) > 1
    )


def under_the_keys(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The item after the field being typed into is visible above the keys."""
    page, run = page_of(snapshot), snapshot.offscreen.journey.run
    if page is None or run is None or not run.writes_into:
        return
    name, slots = f"phone:{run.writes_into}", slots_in(page)
    field = next((item for item, _ in snapshot.visible if item.objectName() == name), None)
    if field is None:
        yield f"{name} is not there"
        return
    within = list(ancestors(field))
    here = next(at for at, slot in enumerate(slots) if slot in within)
    for follows in map(snapshot.rectangle_of, slots[here + 1 : here + 2]):
        under = follows.bottom() - snapshot.rectangle_of(page).bottom()
        if under > follows.height() * (1 - MIN_SHARE):
            yield f"of what follows {name} {under:.0f} of {follows.height():.0f} pixels are hidden"
