"""What the drawn phone must keep to wherever it is shown (design, §10), told as `findings` does."""

from collections.abc import Iterator
from itertools import product
from math import hypot, inf

from findings import LEAST_SHARE, ROUNDING_PX, Check, bare, plain, slots_in
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem
from sight import GROUNDS, Sight, Text, ancestors, is_target

from kiosk.player.paper_note import rows_of

LEAST_WIDE, LEAST_HIGH = 0.36, 0.60
"""Of the width of a wide screen, of the height of an upright one."""
LABEL_CAP_MM, COPIED_CAP_MM = 9.0, 15.0
FULL_SIZE_IN = 21.0
"""The diagonal from which these millimetres are meant."""
HAND = (QRectF(24, 8, 28, 56), QRectF(10, 58, 98, 90))
"""The finger and the fist in the drawing of the hand, which is 120 × 150."""
HAND_WIDE, HAND_HIGH = 120, 150
LETTER_WIDE = 0.6
"""Of the height of its capitals."""
MARK = "MÔ PHỎNG"
NEAR_MM = (5.7, 3.0, 1.2)
"""How far beside a target it is touched: as far as there is room for, up to 6 mm."""


def small_phone(sight: Sight, _size: str) -> Iterator[str]:
    """The phone takes at least its share of the screen."""
    wide, high = sight.window.width(), sight.window.height()
    for phone in (item for item in sight.shown if item.objectName() == "phone"):
        place = sight.rectangle_of(phone)
        share, least = (
            (place.width() / wide, LEAST_WIDE)
            if wide > high
            else (place.height() / high, LEAST_HIGH)
        )
        if share < least:
            yield f"the phone takes {share:.3f} of the screen"


def page_of(sight: Sight) -> QQuickItem | None:
    """The page that the drawn phone shows."""
    return next((item for item in sight.shown if item.objectName() == "phoneScreen"), None)


def labels(sight: Sight) -> list[Text]:
    """The words of the page that the phone shows."""
    page = page_of(sight)
    words = (text for text in sight.texts if any(letter.isalnum() for letter in text.words))
    return [text for text in words if page in text.above] if page else []


def small_labels(sight: Sight, _size: str) -> Iterator[str]:
    """Letters on the phone are large wherever larger ones would leave the page on the glass."""
    if sight.diagonal_in < FULL_SIZE_IN:
        return
    page = page_of(sight)
    if page is None or page.property("longer"):
        return
    ends = [sight.rectangle_of(slot).bottom() for slot in slots_in(page)]
    glass = sight.rectangle_of(page)
    used = max(ends, default=glass.top()) - glass.top()
    for text in labels(sight):
        cap = sight.mm(text.cap_px)
        if cap < LABEL_CAP_MM and used * LABEL_CAP_MM / cap <= glass.height():
            yield f"{text.words!r} has capitals of {cap:.2f} mm, and there is room"


def badly_copied(sight: Sight, _size: str) -> Iterator[str]:
    """What is copied from a note has a cell for each letter, the next one marked."""
    on = sight.offscreen
    run = on.journey.run
    step = run.step if run else None
    if step is None or not step.copied:
        return
    values = [value for _, value in rows_of(step, on.kiosk.settings.wifi)]
    if bare(step.copied) not in map(bare, values):
        return
    cells = [item for item in sight.shown if item.property("copied") is not None]
    letters = "".join(cell.property("letter") for cell in cells)
    if letters != step.copied:
        yield f"{step.copied!r} has the cells {letters!r}"
        return
    marked = [at for at, cell in enumerate(cells) if cell.property("current")]
    if marked != [step.copied_count(run.progress)]:
        yield f"of {letters!r} the cells {marked} are marked"
    if sight.diagonal_in < FULL_SIZE_IN:
        return
    caps = [sight.mm(text.cap_px) for text in sight.texts if set(text.above) & set(cells)]
    if min(caps) < COPIED_CAP_MM:
        yield f"{letters!r} has capitals of {min(caps):.1f} mm"


def words_under_hand(sight: Sight, _size: str) -> Iterator[str]:
    """The hand that points covers no letter; the keys of a keyboard lie closer than it is large."""
    for hand in (item for item in sight.shown if item.objectName() == "hand"):
        x, y, wide, high = sight.rectangle_of(hand).getRect()
        across, down = wide / HAND_WIDE, high / HAND_HIGH
        for text, part in product(sight.texts, HAND):
            place = QRectF(
                x + part.x() * across,
                y + part.y() * down,
                part.width() * across,
                part.height() * down,
            )
            common = place.intersected(text.ink)
            if common.width() < text.cap_px * LETTER_WIDE or common.height() < text.cap_px / 2:
                continue
            if any(letter.isalnum() for letter in text.words) and not is_beside_her_words(text):
                yield f"the hand covers {plain(common)} of {text.words!r} {plain(text.ink)}"


def is_beside_her_words(text: Text) -> bool:
    """On a key, which she finds by its place, or on the frame of the phone."""
    on_frame = text.is_on_phone and text.words == MARK
    return on_frame or any(
        above.objectName().startswith(("key:", "digit:")) for above in text.above
    )


def under_the_keys(sight: Sight, _size: str) -> Iterator[str]:
    """What follows the field that is written into is seen above the keys."""
    page, run = page_of(sight), sight.offscreen.journey.run
    if page is None or run is None or not run.writes_into:
        return
    name, slots = f"phone:{run.writes_into}", slots_in(page)
    field = next((item for item, _ in sight.visible if item.objectName() == name), None)
    if field is None:
        yield f"{name} is not there"
        return
    within = list(ancestors(field))
    here = next(at for at, slot in enumerate(slots) if slot in within)
    for follows in map(sight.rectangle_of, slots[here + 1 : here + 2]):
        under = follows.bottom() - sight.rectangle_of(page).bottom()
        if under > follows.height() * (1 - LEAST_SHARE):
            yield f"of what follows {name} {under:.0f} of {follows.height():.0f} pixels are hidden"


def pointed_at(sight: Sight) -> QQuickItem | None:
    """What the hand points at, or glows."""
    meant = [item for item in sight.targets if item.property("pointed")]
    meant += [item for item in sight.targets if item.property("glowing")]
    return next(iter(meant), None)


def touchable(sight: Sight) -> list[tuple[QQuickItem, QRectF]]:
    """Each button, and the part of it that is seen."""
    found = []
    for item, _ in sight.visible:
        if is_target(item) and item.isEnabled() and item.objectName() not in GROUNDS:
            place = QRectF(sight.rectangle_of(item))
            for above in ancestors(item):
                if above.clip():
                    place = place.intersected(sight.rectangle_of(above))
            if not place.isEmpty():
                found.append((item, place))
    return found


def near_place(sight: Sight, target: QQuickItem, side: int) -> QPointF | None:
    """A place beside a target, nearer to it than to anything else and at most 6 mm away.

    Args:
        side: which of the four sides is tried first.
    """
    place = sight.rectangle_of(target)
    others = [there for item, there in touchable(sight) if item is not target]
    others += [sight.rectangle_of(item) for item, _ in sight.visible if item.property("saysAgain")]
    window = QRectF(0, 0, sight.window.width(), sight.window.height())
    for away_mm in NEAR_MM:
        away = away_mm * sight.px_per_mm
        middle = place.center()
        beside = (
            QPointF(place.left() - away, middle.y()),
            QPointF(middle.x(), place.top() - away),
            QPointF(place.right() + away, middle.y()),
            QPointF(middle.x(), place.bottom() + away),
        )
        for spot in (*beside[side:], *beside[:side]):
            nearest = min((distance(there, spot) for there in others), default=inf)
            if window.contains(spot) and nearest > away + 2 * ROUNDING_PX:
                return spot
    return None


def distance(place: QRectF, spot: QPointF) -> float:
    """From a spot to the nearest point of a rectangle, in pixels; 0 inside it."""
    across = max(place.left() - spot.x(), 0.0, spot.x() - place.right())
    down = max(place.top() - spot.y(), 0.0, spot.y() - place.bottom())
    return hypot(across, down)


ON_THE_PHONE: tuple[Check, ...] = (
    small_phone,
    small_labels,
    badly_copied,
    words_under_hand,
    under_the_keys,
)
