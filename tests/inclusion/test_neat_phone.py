"""The drawn phone is tidy: no strips of rows, no letters half under a dialog."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from audits import LARGEST, TALL, WIDE
from findings import glasses_in, is_here, lines_on_phone, pitches_of, slots_in
from places import Place, place_of, show
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from sight import Sight, Text, rectangle_of

from kiosk.domain.settings import Contrast
from kiosk.headless.ui_driver import items_below, seen_below

WIDE_LARGEST = replace(WIDE, **LARGEST)
TALL_LARGEST_HIGH = replace(TALL, **LARGEST, contrast=Contrast.HIGH)
STRIP_MM = 6.0
"""Less of a row, and no line of its words, says nothing and looks like a fault."""
MAX_GAP = 1.0
"""Between the icon of a button and its words, of the height of a line."""
STRIPS = (
    (WIDE_LARGEST, "zalo alone 8"),
    (WIDE_LARGEST, "vneid-muc alone 13"),
    (WIDE_LARGEST, "tro-cap-huu-tri alone 13"),
    (TALL_LARGEST_HIGH, "lam-quen-may together 5"),
)
HIGH_DIALOGS = ("zalo alone 10", "vneid-vao-lai alone 12")
MIN_SIGN = 0.45
"""How high a switch or a box to tick is, of a line of the words beside it."""
WITH_SIGNS = ("noi-wifi together 5", "nhan-hang together 8")
BUTTONS_OF_TWO_LINES = ("the-bhyt alone 8", "thong-bao-luu-tru alone 9")
MIN_KEYS = 0.65
"""Of the width of an upright screen's phone: how wide its keys for digits are."""
MIN_DIGIT = 0.4
"""How large the letters of a digit are, of those that name its field."""
WITH_DIGITS = {"dang-ky-tam-tru together 6": "digit:{}", "mat-dien-thoai together 8": "key:{}"}
CALLS = {
    "mat-dien-thoai alone 11": "Đang nghe máy",
    "lua-dao together 97": "Đang nghe máy",
    "tra-tien-dien alone 9": "Cuộc gọi đến",
}


def place_named(library, name: str) -> Place:
    lesson, rest = name.split(" ", 1)
    return place_of(library[lesson], f"{rest} first")


def strips_in(sight: Sight) -> Iterator[str]:
    """Rows and buttons with words, of which only a strip is seen at an end of the phone's glass."""
    for view, glass in glasses_in(sight):
        for slot in slots_in(view):
            lines = [line for text in lines_on_phone(slot) for line in pitches_of(text)]
            seen = with_its_ring(slot).intersected(glass).height()
            if not lines or any(glass.adjusted(0, -3, 0, 3).contains(line) for line in lines):
                continue
            if 0 < sight.mm(seen) < STRIP_MM:
                words = [text.property("text") for text in lines_on_phone(slot)]
                yield f"of {words} a strip of {seen:.0f} pixels is seen"


def with_its_ring(slot: QQuickItem) -> QRectF:
    place = rectangle_of(slot)
    for glow in (each for each in items_below(slot) if is_here(each)):
        place = place.united(rectangle_of(glow).adjusted(0, -2, 0, 2))
    return place


@pytest.mark.parametrize(("sort", "name"), STRIPS, ids=str)
def test_no_strip_of_a_row_is_seen(sort, name, kiosk_at_home, library):
    on = kiosk_at_home(sort)
    show(on, place_named(library, name))
    on.driver.settle()
    assert list(strips_in(Sight(on, sort.px_per_mm))) == []


@pytest.mark.parametrize("name", HIGH_DIALOGS)
def test_no_letter_or_key_is_half_under_a_dialog(name, kiosk_at_home, library):
    on = kiosk_at_home(WIDE_LARGEST)
    show(on, place_named(library, name))
    on.driver.settle()
    parts = list(seen_below(on.driver.item("phone")))
    dialog = next(each for each in parts if made_by(each, "DialogElement"))
    bars = [each for each in parts if made_by(each, "StatusBar") or made_by(each, "NavigationBar")]
    assert len(bars) == 2
    for bar in (each for each in bars if each.opacity() > 0):
        assert not rectangle_of(bar).intersects(rectangle_of(dialog))


def made_by(item: QQuickItem, kind: str) -> bool:
    return item.metaObject().className().startswith(f"{kind}_")


@pytest.mark.parametrize("name", BUTTONS_OF_TWO_LINES)
def test_the_icon_of_a_button_is_beside_its_words(name, kiosk_at_home, library):
    on = kiosk_at_home(WIDE_LARGEST)
    place = place_named(library, name)
    show(on, place)
    parts = list(items_below(on.driver.item(f"phone:{place.run.expected}")))
    words = next(Text(each) for each in parts if each.inherits("QQuickText"))
    icon = next(each for each in parts if each.inherits("QQuickImage"))
    gap = words.ink.left() - rectangle_of(icon).right()
    assert words.item.property("lineCount") == 2
    assert 0 < gap < MAX_GAP * words.item.property("lineHeight")


@pytest.mark.parametrize("name", WITH_SIGNS)
def test_a_switch_or_a_box_to_tick_grows_with_its_words(name, kiosk_at_home, library):
    on = kiosk_at_home(TALL_LARGEST_HIGH)
    place = place_named(library, name)
    show(on, place)
    row = on.driver.item(f"phone:{place.run.expected}")
    parts = list(seen_below(row))
    line = next(each.property("lineHeight") for each in parts if each.inherits("QQuickText"))
    within = next(each for each in row.childItems() if any(map(has_words, items_below(each))))
    signs = [each for each in within.childItems() if each.inherits("QQuickRectangle")]
    assert [sign.height() >= MIN_SIGN * line for sign in signs] == [True]


def has_words(item: QQuickItem) -> bool:
    return item.inherits("QQuickText")


@pytest.mark.parametrize(("name", "key"), WITH_DIGITS.items())
def test_digits_of_an_upright_phone_are_in_proportion(name, key, kiosk_at_home, library):
    on = kiosk_at_home(TALL_LARGEST_HIGH)
    show(on, place_named(library, name))
    keys = [on.driver.item(key.format(digit)) for digit in "13"]
    wide = rectangle_of(keys[1]).right() - rectangle_of(keys[0]).left()
    assert wide >= MIN_KEYS * on.driver.item("phone").width()
    labels = [each for each in items_below(on.driver.item("phoneScreen")) if has_words(each)]
    least = min(Text(each).cap_px for each in labels if each.property("text"))
    assert words_of(keys[0]).cap_px >= MIN_DIGIT * least


def words_of(key: QQuickItem) -> Text:
    return next(Text(each) for each in items_below(key) if has_words(each))


@pytest.mark.parametrize(("name", "told"), CALLS.items())
def test_a_call_without_keys_is_going_on_already(name, told, kiosk_at_home, library):
    on = kiosk_at_home(WIDE)
    show(on, place_named(library, name))
    parts = seen_below(on.driver.item("phoneScreen"))
    assert told in {each.property("text") for each in parts if each.inherits("QQuickText")}


def test_the_same_row_or_app_has_the_same_icon_in_every_lesson(library):
    icons: dict[str, set[str]] = {}
    for lesson in library.values():
        for screen in lesson.screens.values():
            for each in screen.elements:
                if each.key in ("app", "row") and each.icon:
                    icons.setdefault(each.label, set()).add(each.icon)
    assert {label: found for label, found in icons.items() if len(found) > 1} == {}
