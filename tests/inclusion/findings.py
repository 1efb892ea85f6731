"""Accessibility checks of a screen; each yields a sentence per violation."""

from collections.abc import Callable, Iterator
from itertools import combinations, product

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from window_snapshot import Text, WindowSnapshot, ancestors, gap_between, is_target, rectangle_of

from kiosk.domain.prompts import FOLLOW_THE_FINGER
from kiosk.headless.ui_driver import items_below, qml_type_of

MIN_TARGET_MM = 16.0
PRIMARY_MM = 20.0
MIN_GAP_MM = 2.5
MIN_KEY_GAP_MM = 1.5
MIN_CAP_MM = 4.8
LARGEST_CAP_MM = 6.1
ROUNDING_PX = 1.0
MIN_SHARE = 0.9
"""Least visible share of a row at the upper edge of the phone's glass."""
MIN_LINE = 0.85
"""Least visible share of a line at an edge of the glass; the rest is room for diacritics."""
PRIMARY = ("begin", "next", "adjusted", "ways-close", "staff-came", "still-here", "end-visit")
FAMILY = "Andika"
PLAIN = 0

Check = Callable[[WindowSnapshot, str], Iterator[str]]


def called(item: QQuickItem) -> str:
    words = (item.property(name) for name in ("text", "sentence", "name"))
    return item.objectName() or next((str(each) for each in words if each), "a nameless item")


def small_targets(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """Every target is large enough for an old finger (C2)."""
    for item in snapshot.targets:
        rectangle = snapshot.rectangle_of(item)
        wide, high = snapshot.mm(rectangle.width()), snapshot.mm(rectangle.height())
        slack = snapshot.mm(ROUNDING_PX)
        least_high = PRIMARY_MM if item.objectName() in PRIMARY else MIN_TARGET_MM
        if wide < MIN_TARGET_MM - slack or high < least_high - slack:
            yield f"{called(item)} is {wide:.1f} × {high:.1f} mm"


def close_targets(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """Targets are far enough apart that a finger does not hit two (C3)."""
    places = [(item, snapshot.rectangle_of(item)) for item in snapshot.targets]
    for (one, place), (other, there) in combinations(places, 2):
        gap = snapshot.mm(gap_between(place, there))
        if gap >= MIN_GAP_MM:
            continue
        keys = all(item.objectName().startswith(("key:", "digit:")) for item in (one, other))
        least = MIN_KEY_GAP_MM if keys else MIN_GAP_MM
        if gap < least - snapshot.mm(ROUNDING_PX):
            yield f"{called(one)} and {called(other)} are {gap:.1f} mm apart"


def small_letters(snapshot: WindowSnapshot, size: str) -> Iterator[str]:
    """No text is too small for weak eyes (B1, B2)."""
    for text in snapshot.texts:
        cap = snapshot.mm(text.cap_px)
        least = LARGEST_CAP_MM if size == "largest" and not text.is_on_phone else MIN_CAP_MM
        if cap < least - 0.01:
            yield f"{text.words!r} has capitals of {cap:.2f} mm"


def other_letters(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """All text is in the font made for new readers (B5)."""
    for text in snapshot.texts:
        if text.family != FAMILY:
            yield f"{text.words!r} is in {text.family}"


def lost_words(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """No text is truncated or overflows its container (B4, F10)."""
    window = QRectF(0, 0, snapshot.window.width(), snapshot.window.height())
    for text in snapshot.texts:
        if text.item.property("truncated"):
            yield f"{text.words!r} is cut off"
        for ground in (*grounds_of(text, snapshot), window):
            if not is_within(text.glyph_rect, ground):
                yield f"{text.words!r} at {plain(text.glyph_rect)} leaves {plain(ground)}"
                break


def grounds_of(text: Text, snapshot: WindowSnapshot) -> Iterator[QRectF]:
    """The cards, buttons and pages around a text."""
    # Only the width of a text counts: its height may exceed the box, as lines are set tight.
    place = snapshot.rectangle_of(text.item)
    yield QRectF(place.x(), -1e6, place.width(), 2e6)
    for item in text.above:
        if is_target(item) or item.inherits("QQuickRectangle") or item.objectName() == "page":
            yield snapshot.rectangle_of(item)


def is_within(inner: QRectF, outer: QRectF) -> bool:
    return outer.adjusted(-1.5, -1.5, 1.5, 1.5).contains(inner)


def plain(place: QRectF) -> str:
    return "{:.0f},{:.0f} {:.0f}×{:.0f}".format(*place.getRect())


def styled_words(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """Text is shown as plain text, whatever it contains (G14)."""
    for text in snapshot.texts:
        if QQmlExpression(qmlContext(text.item), text.item, "textFormat").evaluate()[0] != PLAIN:
            yield f"{text.words!r} is not plain"


def words_on_words(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """No text overlaps another text."""
    for one, other in combinations(snapshot.texts, 2):
        common = one.glyph_rect.intersected(other.glyph_rect)
        if common.width() > 1 and common.height() > 1:
            rects = f"{plain(one.glyph_rect)} lies on {other.words!r} {plain(other.glyph_rect)}"
            yield f"{one.words!r} {rects}"


def words_under_targets(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """No text lies under another text's button."""
    for text, target in product(snapshot.texts, snapshot.targets):
        common = text.glyph_rect.intersected(snapshot.rectangle_of(target))
        if common.width() <= 1 or common.height() <= 1:
            continue
        if target not in text.above and text.item not in ancestors(target):
            yield f"{text.words!r} lies on the button {called(target)}"


def covered_targets(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """A visible button is the topmost item that takes touches, up to its corners."""
    window = QRectF(0, 0, snapshot.window.width(), snapshot.window.height())
    for item in snapshot.targets:
        place = snapshot.rectangle_of(item)
        if not is_within(place, window):
            yield f"{called(item)} at {plain(place)} leaves the window"
        near = place.adjusted(3, 3, -3, -3)
        corners = (near.topLeft(), near.topRight(), near.bottomLeft(), near.bottomRight())
        for spot in (place.center(), *corners):
            found = snapshot.topmost_at(QPointF(spot))
            if found is not item:
                yield f"{called(item)} is covered by {called(found) if found else 'nothing'}"
                break


def half_seen_here(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """A highlighted item is entirely visible; else the phone's scroll button is highlighted."""
    glowing = [item for item, _ in snapshot.visible if is_here(item)]
    if any(item.objectName().startswith("phone:scroll-") for item in glowing):
        return
    for item in glowing:
        place = snapshot.rectangle_of(item)
        for glass in (
            snapshot.rectangle_of(above) for above in ancestors(item) if above.property("clip")
        ):
            if place.height() < 0.95 * glass.height() and not is_within(place, glass):
                yield f"{called(item)} is cut off at {plain(place)} by {plain(glass)}"


def cut_rings(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The ring around a target on the phone is not clipped by the glass."""
    for view, glass in glasses_in(snapshot):
        for ring in (item for item in items_below(view) if is_ring(item)):
            place = rectangle_of(ring)
            fits = place.height() <= glass.height()
            if fits and place.intersects(glass) and not is_within(place, glass):
                yield f"the ring at {plain(place)} is cut by {plain(glass)}"


def is_ring(item: QQuickItem) -> bool:
    return qml_type_of(item) == "Glow" and bool(item.property("on"))


def is_here(item: QQuickItem) -> bool:
    return is_target(item) and bool(item.property("glowing"))


def cut_hand(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The pointing hand is entirely within its page, sheet or glass."""
    for hand in hands_in(snapshot):
        grounds = [
            above
            for above in ancestors(hand)
            if above.objectName() == "page" or above.property("clip")
        ]
        if not all(
            is_within(snapshot.rectangle_of(hand), snapshot.rectangle_of(ground))
            for ground in grounds
        ):
            yield f"the hand at {plain(snapshot.rectangle_of(hand))} leaves the page or the glass"


def hands_in(snapshot: WindowSnapshot) -> list[QQuickItem]:
    """All visible pointing hands."""
    return [
        item for item, _ in snapshot.visible if item.objectName() == "hand" and item.opacity() > 0
    ]


def keys_under_a_message(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """A message that slides in does not cover the keys that have to be pressed."""
    messages = [item for item in snapshot.targets if item.objectName() == "phone:arrival"]
    keys = [item for item in snapshot.targets if item.objectName().startswith(("key:", "digit:"))]
    for message, key in product(messages, keys):
        if snapshot.rectangle_of(message).intersects(snapshot.rectangle_of(key)):
            yield f"{called(key)} lies under a message"


def orphan_words(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The last line of a sentence is not a single short word."""
    for text in snapshot.texts:
        words = text.words.split()
        reported = text.item.parentItem().property("saysAgain")
        spoken = reported and text.item.inherits("QQuickTextEdit")
        if not spoken or len(words) < 4 or len(words[-1]) > 8:
            continue
        tops = [line_of(text, len(text.words) - tail) for tail in (1, len(words[-1]) + 2)]
        if tops[0] != tops[1]:
            yield f"{words[-1]!r} stands alone under {text.words!r}"


def line_of(text: Text, at: int) -> float:
    """The y position of the line that holds the character at this index."""
    asked = QQmlExpression(qmlContext(text.item), text.item, f"positionToRectangle({at}).y")
    return asked.evaluate()[0]


def scrolling(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """Only the drawn phone scrolls, and its lists also have scroll buttons (C14)."""
    turned = any(item.objectName() == "phone:scroll-down" for item in snapshot.shown) or any(
        item.objectName() == "phone:scroll-up" for item in snapshot.shown
    )
    for item in snapshot.shown:
        if not item.inherits("QQuickFlickable"):
            continue
        on_phone = any(above.objectName() == "phoneScreen" for above in ancestors(item))
        if not on_phone or (item.property("interactive") and not turned):
            yield f"{called(item)} scrolls"


def unnamed_targets(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The accessible name of a button contains all words shown on it (F1, F2)."""
    for item in snapshot.targets:
        spoken = QAccessible.queryAccessibleInterface(item)
        if spoken is None or spoken.role() not in (
            QAccessible.Role.Button,
            QAccessible.Role.CheckBox,
            QAccessible.Role.RadioButton,
            QAccessible.Role.EditableText,
            QAccessible.Role.PageTab,
        ):
            yield f"{called(item)} is no button for a screen reader"
            continue
        if not spoken.text(QAccessible.Text.Name).strip():
            yield f"{called(item)} has no name"
        seen = [text for text in snapshot.texts if item in text.above]
        if not seen:
            continue
        name = bare(
            f"{spoken.text(QAccessible.Text.Name)} {spoken.text(QAccessible.Text.Description)}"
        )
        for text in seen:
            missing = [word for word in bare(text.words) if word not in name]
            if missing:
                yield f"{called(item)} shows {text.words!r} and is called {' '.join(name)!r}"


def bare(words: str) -> list[str]:
    """The words in lower case, without punctuation and symbols."""
    kept = "".join(letter if letter.isalnum() or letter in "̣̀́̃̉" else " " for letter in words)
    return kept.casefold().split()


def redundant_speech(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """A screen reader finds text and buttons, and nothing twice (F1)."""
    for spoken, within in read_aloud(QAccessible.queryAccessibleInterface(snapshot.window), ()):
        item, role = spoken.object(), spoken.role()
        if not isinstance(item, QQuickItem) or not is_read(item):
            continue
        name = spoken.text(QAccessible.Text.Name)
        if role in (QAccessible.Role.StaticText, QAccessible.Role.Graphic) and not name:
            yield f"{called(item)} is read without words"
        if role is QAccessible.Role.StaticText and QAccessible.Role.Button in within:
            yield f"{name!r} is read twice, by itself and on its button"
        if item.inherits("QQuickImage"):
            yield f"{called(item)} is a drawing, and is read"


def is_read(item: QQuickItem) -> bool:
    return item.isVisible() and item.opacity() > 0


def read_aloud(spoken, within) -> Iterator[tuple]:
    """All accessible descendants, each with the roles of its ancestors."""
    for number in range(spoken.childCount()):
        child = spoken.child(number)
        if child is None or child.state().invisible:
            continue
        yield child, within
        yield from read_aloud(child, (*within, child.role()))


def missing_fingers(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """A finger is visible where the text says that one points."""
    reported = FOLLOW_THE_FINGER.text in {text.words for text in snapshot.texts}
    if reported and not hands_in(snapshot):
        yield "no finger points"


def cut_rows(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """Of a low row at the upper edge of the phone's glass, MIN_SHARE is visible or nothing."""
    for item, _ in snapshot.visible:
        if not item.inherits("QQuickFlickable") or not item.isEnabled():
            continue
        glass = snapshot.rectangle_of(item)
        for row in slots_in(item):
            place = rectangle_of(row)
            left = place.bottom() - glass.top()
            is_cut = (
                ROUNDING_PX < left < place.height() * MIN_SHARE
                and place.height() < glass.height() / 2
            )
            if is_cut and not item.property("atYBeginning"):
                yield f"of {words_in(row)} only {left:.0f} of {place.height():.0f} pixels are seen"


def split_app_names(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The edges of the phone's glass show either all or no lines of an app's name."""
    for view, glass in glasses_in(snapshot):
        for slot in slots_in(view):
            lines = [line for text in lines_on_phone(slot) for line in pitches_of(text)]
            half = lines[0].height() / 2 if lines else 0
            seen = [
                line
                for line in lines
                if line.bottom() > glass.top() + half and line.top() < glass.bottom() - half
            ]
            if is_app(slot) and 0 < len(seen) < len(lines):
                yield f"of {words_in(slot)} only {len(seen)} of {len(lines)} lines are seen"


def cut_apps(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The upper edge of the phone's glass clips no app icon."""
    for view, glass in glasses_in(snapshot):
        for slot in filter(is_app, slots_in(view)):
            for sign in (item for item in items_below(slot) if is_drawing(item)):
                place = rectangle_of(sign)
                left = place.bottom() - glass.top()
                if ROUNDING_PX < left < place.height() * MIN_SHARE:
                    yield f"of the drawing of {words_in(slot)} {left:.0f} pixels are seen"


def is_drawing(item: QQuickItem) -> bool:
    return qml_type_of(item) == "PhoneTile"


def is_app(slot: QQuickItem) -> bool:
    drawn = slot.property("item")
    return drawn is not None and qml_type_of(drawn) == "AppElement"


def cut_lines(snapshot: WindowSnapshot, _size: str) -> Iterator[str]:
    """The edges of the phone's glass clip no line of text."""
    for view, glass in glasses_in(snapshot):
        for text in lines_on_phone(view):
            for number, line in enumerate(pitches_of(text), start=1):
                pitch = line.height()
                seen = min(line.bottom(), glass.bottom()) - max(line.top(), glass.top())
                if pitch * (1 - MIN_LINE) < seen < pitch * MIN_LINE:
                    words = text.property("text")
                    yield f"of line {number} of {words!r} {seen:.0f} of {pitch:.0f} are seen"


def glasses_in(snapshot: WindowSnapshot) -> Iterator[tuple[QQuickItem, QRectF]]:
    """The scrollable lists of the phone, each with its visible area without the blank margins."""
    for view, _ in snapshot.visible:
        if not view.inherits("QQuickFlickable") or not view.property("interactive"):
            continue
        if not view.isEnabled():
            continue
        glass = rectangle_of(view)
        for blank in map(rectangle_of, blanks_in(view)):
            if abs(blank.top() - glass.top()) <= ROUNDING_PX:
                glass.setTop(blank.bottom())
            elif blank.height() > 0:
                glass.setBottom(blank.top())
        yield view, glass


def pitches_of(text: QQuickItem) -> list[QRectF]:
    """The rectangles of a text's lines."""
    place, pitch = rectangle_of(text), text.property("lineHeight")
    return [
        QRectF(place.x(), place.y() + line * pitch, place.width(), pitch)
        for line in range(text.property("lineCount"))
    ]


def blanks_in(view: QQuickItem) -> list[QQuickItem]:
    return [each for each in items_below(view) if qml_type_of(each) == "Blank"]


def lines_on_phone(view: QQuickItem) -> Iterator[QQuickItem]:
    for text in items_below(view):
        if not text.inherits("QQuickText") or len(text.property("text").strip()) < 2:
            continue
        above = [text, *ancestors(text)]
        if text.isVisible() and all(each.opacity() > 0 for each in above):
            yield text


def slots_in(item: QQuickItem) -> list[QQuickItem]:
    loaders = [each for each in items_below(item) if each.inherits("QQuickLoader")]
    return [each for each in loaders if each.property("letterScale")]


def words_in(item: QQuickItem) -> list[str]:
    return [each.property("text") for each in items_below(item) if each.inherits("QQuickText")]


ON_EVERY_SCREEN: tuple[Check, ...] = (
    small_targets,
    close_targets,
    small_letters,
    other_letters,
    lost_words,
    styled_words,
    words_on_words,
    words_under_targets,
    covered_targets,
    half_seen_here,
    cut_hand,
    keys_under_a_message,
    orphan_words,
    scrolling,
    unnamed_targets,
    redundant_speech,
    missing_fingers,
    cut_rows,
)
