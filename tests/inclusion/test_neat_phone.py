"""The drawn phone clips no row to a strip, and no text behind a dialog."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from audits import LARGEST, OLD, TALL, WIDE
from findings import (
    cut_rings,
    glasses_in,
    is_drawing,
    is_here,
    is_ring,
    lines_on_phone,
    pitches_of,
    slots_in,
)
from phone_findings import MIN_LABEL_MM
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem
from step_states import StepState, show, state_named, step_states
from window_snapshot import Text, WindowSnapshot, rectangle_of

from kiosk.domain.settings import Contrast
from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below, qml_type_of, seen_below

WIDE_LARGEST = replace(WIDE, **LARGEST)
TALL_LARGEST_HIGH = replace(TALL, **LARGEST, contrast=Contrast.HIGH)
STRIP_MM = 6.0
"""Least visible height of a row without a line of text."""
MAX_GAP = 1.0
"""Largest gap between a button's icon and text, in line heights."""
STRIPS = (
    (replace(OLD, **LARGEST), "vneid-vi-giay-to together 9"),
    (WIDE_LARGEST, "zalo alone 8"),
    (WIDE_LARGEST, "vneid-muc alone 13"),
    (WIDE_LARGEST, "tro-cap-huu-tri alone 13"),
    (TALL_LARGEST_HIGH, "lam-quen-may together 5"),
)
DOTS_ABOVE = "tro-cap-huu-tri watch 10"
MARK = 0.1
"""Of the height of a line: what may be cut of one that is read."""
ONLY_AN_EDGE_BELOW = "tro-cap-huu-tri watch 15"
HIGH_DIALOGS = ("zalo alone 10", "vneid-vao-lai alone 12")
LONG_LABELS = (
    ("tra-tien-dien together 7", "Số tiền", "185.000 đ"),
    ("xem-ho-so together 6", "Đang xử lý", "Tới đây"),
    ("dang-ky-ket-hon together 10", "Nơi nhận", "UBND xã"),
)
"""Labels of a card that are nearly as wide as its line beside their values."""
MIN_APART = 0.2
"""Least gap between a label and its value, in font sizes: a space between words."""
FULL_PAGES = ("khai-tu together 11", "dang-ky-tam-tru together 13", "dat-lich-kham together 10")
UPRIGHT = replace(TALL, diagonal_in=21.5)
DIALOGS_OVER_A_TITLE = (
    (WIDE, "ngan-hang-hoi-mat together 6"),
    (WIDE, "so-do together 6"),
    (UPRIGHT, "sim-chinh-chu together 7"),
)
TWO_LINES_IN_EACH_ROW = "tra-cuu-thu-tuc together 14"
MIN_SIGN = 0.45
"""Least height of a switch or checkbox, in line heights of its label."""
WITH_SIGNS = ("noi-wifi together 5", "nhan-hang together 8")
BUTTONS_OF_TWO_LINES = ("the-bhyt alone 8", "thong-bao-luu-tru alone 9")
MIN_KEYS = 0.65
"""Least share of the phone's width for the digit keys on an upright screen."""
MIN_DIGIT = 0.4
"""Least size of a digit, relative to the text of its field's name."""
WITH_DIGITS = {"dang-ky-tam-tru together 6": "digit:{}", "mat-dien-thoai together 9": "key:{}"}
CALLS = {
    "mat-dien-thoai alone 12": "Đang nghe máy",
    "lua-dao together 97": "Đang nghe máy",
    "tra-tien-dien alone 9": "Đang nghe máy",
    "goi-video together 13": "Cuộc gọi đến",
}
SHORT_LAST_WORDS = (
    "vneid-vao-lai together 12",
    "noi-wifi together 13",
    "lam-quen-may together 13",
    "quet-ma-tra-tien together 8",
)
ONE_LEADS_ON = (
    "ngan-hang-hoi-mat together 5",
    "so-do together 9",
    "vneid-vi-giay-to together 10",
    "vneid-muc together 6",
    "vneid-kich-hoat together 8",
)
"""Steps whose target was visible without the lower edge of its ring."""
HOME_SCREENS = ("noi-wifi alone 3", "dat-lich-kham together 4", "gia-han-bhyt alone 2")
FOUR_APPS = "the-bhyt together 4"
MIN_DRAWING_MM = 26.0
ENDS_OF_A_CALL = {"goi-video together 8": "thoi-goi", "goi-video together 11": "tat-may"}


def first_state(library, name: str) -> StepState:
    lesson, rest = name.split(" ", 1)
    return state_named(library[lesson], f"{rest} first")


def strips_in(snapshot: WindowSnapshot) -> Iterator[str]:
    """Rows and buttons with text of which an edge of the glass leaves only a strip."""
    for view, glass in glasses_in(snapshot):
        for slot in slots_in(view):
            lines = [line for text in lines_on_phone(slot) for line in pitches_of(text)]
            seen = with_its_ring(slot).intersected(glass).height()
            if not lines or any(glass.adjusted(0, -3, 0, 3).contains(line) for line in lines):
                continue
            if 0 < snapshot.mm(seen) < STRIP_MM:
                words = [text.property("text") for text in lines_on_phone(slot)]
                yield f"of {words} a strip of {seen:.0f} pixels is seen"


def with_its_ring(slot: QQuickItem) -> QRectF:
    place = rectangle_of(slot)
    for ring in filter(is_ring, items_below(slot)):
        place = place.united(rectangle_of(ring))
    return place


@pytest.mark.parametrize(("variant", "name"), STRIPS, ids=str)
def test_no_strip_of_a_row_is_seen(variant, name, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    show(headless, first_state(library, name))
    headless.driver.settle()
    assert list(strips_in(WindowSnapshot(headless, variant.px_per_mm))) == []


def test_no_dot_is_seen_of_a_line_that_is_not(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE_LARGEST)
    show(headless, first_state(library, DOTS_ABOVE))
    headless.driver.settle()
    for view, glass in glasses_in(WindowSnapshot(headless, WIDE_LARGEST.px_per_mm)):
        for line in (line for text in lines_on_phone(view) for line in pitches_of(text)):
            is_read = line.top() >= glass.top() - MARK * line.height() - 1
            assert is_read or line.bottom() <= glass.top() + 1


def test_no_arrow_leads_down_to_an_edge_alone(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE_LARGEST)
    show(headless, first_state(library, ONLY_AN_EDGE_BELOW))
    headless.driver.settle()
    assert headless.driver.is_seen("phone:scroll-up")
    assert not headless.driver.is_seen("phone:scroll-down")


def test_no_line_of_the_ring_of_a_row_below_the_glass_is_seen(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE)
    show(headless, state_named(library["lam-quen-may"].for_phone("iphone"), "together 5 first"))
    headless.driver.settle()
    assert list(cut_rings(WindowSnapshot(headless, WIDE.px_per_mm), "")) == []


@pytest.mark.parametrize("name", FULL_PAGES)
def test_what_is_touched_on_a_full_page_has_large_letters(name, kiosk_at_home, library):
    headless = kiosk_at_home(WIDE)
    state = first_state(library, name)
    show(headless, state)
    label = words_of(headless.driver.item(f"phone:{state.run.expected}"))
    assert label.cap_px / WIDE.px_per_mm >= MIN_LABEL_MM


def test_four_rows_of_two_lines_have_large_letters(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE)
    place = first_state(library, TWO_LINES_IN_EACH_ROW)
    show(headless, place)
    label = words_of(headless.driver.item(f"phone:{place.run.expected}"))
    assert label.cap_px / WIDE.px_per_mm >= MIN_LABEL_MM - 0.1


@pytest.mark.parametrize("name", HIGH_DIALOGS)
def test_no_letter_or_key_is_half_under_a_dialog(name, kiosk_at_home, library):
    headless = kiosk_at_home(WIDE_LARGEST)
    show(headless, first_state(library, name))
    headless.driver.settle()
    parts = list(seen_below(headless.driver.item("phone")))
    dialog = next(each for each in parts if made_by(each, "DialogElement"))
    bars = [each for each in parts if made_by(each, "StatusBar") or made_by(each, "NavigationBar")]
    assert len(bars) == 2
    for bar in (each for each in bars if each.opacity() > 0):
        assert not rectangle_of(bar).intersects(rectangle_of(dialog))


@pytest.mark.parametrize(("variant", "name"), DIALOGS_OVER_A_TITLE, ids=str)
def test_a_dialog_covers_no_part_of_a_title(variant, name, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    show(headless, first_state(library, name))
    headless.driver.settle()
    phone = headless.driver.item("phone")
    dialog = next(each for each in seen_below(phone) if made_by(each, "DialogElement"))
    title = next(each for each in items_below(phone) if made_by(each, "BarElement"))
    glass = rectangle_of(headless.driver.find("phone:nothing"))
    assert glass.contains(rectangle_of(dialog))
    hidden = title.parentItem().opacity() == 0
    assert hidden or not rectangle_of(title).intersects(rectangle_of(dialog))


def made_by(item: QQuickItem, kind: str) -> bool:
    return qml_type_of(item) == kind


@pytest.mark.parametrize("name", BUTTONS_OF_TWO_LINES)
def test_the_icon_of_a_button_is_beside_its_words(name, kiosk_at_home, library):
    headless = kiosk_at_home(WIDE_LARGEST)
    state = first_state(library, name)
    show(headless, state)
    parts = list(items_below(headless.driver.item(f"phone:{state.run.expected}")))
    words = next(Text(each) for each in parts if each.inherits("QQuickText"))
    icon = next(each for each in parts if each.inherits("QQuickImage"))
    gap = words.glyph_rect.left() - rectangle_of(icon).right()
    assert words.item.property("lineCount") == 2
    assert 0 < gap < MAX_GAP * words.item.property("lineHeight")


@pytest.mark.parametrize("name", WITH_SIGNS)
def test_a_switch_or_a_box_to_tick_grows_with_its_words(name, kiosk_at_home, library):
    headless = kiosk_at_home(TALL_LARGEST_HIGH)
    state = first_state(library, name)
    show(headless, state)
    row = headless.driver.item(f"phone:{state.run.expected}")
    parts = list(seen_below(row))
    line = next(each.property("lineHeight") for each in parts if each.inherits("QQuickText"))
    within = next(each for each in row.childItems() if any(map(has_words, items_below(each))))
    signs = [each for each in within.childItems() if each.inherits("QQuickRectangle")]
    assert [sign.height() >= MIN_SIGN * line for sign in signs] == [True]


def has_words(item: QQuickItem) -> bool:
    return item.inherits("QQuickText")


@pytest.mark.parametrize(("name", "key"), WITH_DIGITS.items())
def test_digits_of_an_upright_phone_are_in_proportion(name, key, kiosk_at_home, library):
    headless = kiosk_at_home(TALL_LARGEST_HIGH)
    show(headless, first_state(library, name))
    keys = [headless.driver.item(key.format(digit)) for digit in "13"]
    wide = rectangle_of(keys[1]).right() - rectangle_of(keys[0]).left()
    assert wide >= MIN_KEYS * headless.driver.item("phone").width()
    labels = [each for each in items_below(headless.driver.item("phoneScreen")) if has_words(each)]
    least = min(Text(each).cap_px for each in labels if each.property("text"))
    assert words_of(keys[0]).cap_px >= MIN_DIGIT * least


def words_of(key: QQuickItem) -> Text:
    return next(Text(each) for each in items_below(key) if has_words(each))


@pytest.mark.parametrize(("name", "expected"), CALLS.items())
def test_a_call_that_cannot_be_answered_any_more_is_going_on(
    name, expected, kiosk_at_home, library
):
    headless = kiosk_at_home(WIDE)
    show(headless, first_state(library, name))
    parts = seen_below(headless.driver.item("phoneScreen"))
    assert expected in {each.property("text") for each in parts if each.inherits("QQuickText")}


@pytest.mark.parametrize("name", SHORT_LAST_WORDS)
def test_no_short_word_stands_alone_under_words_on_the_phone(name, kiosk_at_home, library):
    headless = kiosk_at_home(OLD)
    show(headless, first_state(library, name))
    headless.driver.settle()
    drawn = filter(has_words, seen_below(headless.driver.item("phone")))
    messages = [each.property("text") for each in drawn if each.property("lineCount") > 1]
    assert messages
    for words in (each for each in messages if len(each.split()) > 3 and len(each.split()[-1]) < 8):
        assert "\u00a0" in words[-9:], words


@pytest.mark.parametrize("variant", [WIDE, WIDE_LARGEST, TALL_LARGEST_HIGH], ids=str)
@pytest.mark.parametrize(("name", "button"), ENDS_OF_A_CALL.items())
def test_what_ends_a_call_is_red(variant, name, button, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    show(headless, first_state(library, name))
    ground = headless.driver.item(f"phone:{button}").property("background")
    assert ground.property("color") == QColor("#A61C22")


@pytest.mark.parametrize("name", ONE_LEADS_ON)
def test_one_thing_leads_on(name, kiosk_at_home, library):
    headless = kiosk_at_home(WIDE_LARGEST)
    place = first_state(library, name)
    show(headless, place)
    headless.driver.settle()
    snapshot = WindowSnapshot(headless, WIDE_LARGEST.px_per_mm)
    target = next(
        item for item, _ in snapshot.visible if item.objectName() == f"phone:{place.run.expected}"
    )
    ((_, glass),) = glasses_in(snapshot)
    seen = with_its_ring(target).intersected(glass)
    glowing = [item.objectName() for item in snapshot.shown if is_here(item)]
    if any(name.startswith("phone:scroll-") for name in glowing):
        assert seen.isEmpty()
    else:
        assert glass.adjusted(-1, -1, 1, 1).contains(with_its_ring(target))


@pytest.mark.parametrize("name", HOME_SCREENS)
def test_six_apps_are_on_the_glass_with_their_names(name, kiosk_at_home, library):
    headless = kiosk_at_home(WIDE_LARGEST)
    show(headless, first_state(library, name))
    headless.driver.settle()
    assert not headless.driver.is_seen("phone:scroll-down")


@pytest.mark.parametrize("variant", [WIDE_LARGEST, replace(OLD, **LARGEST)], ids=str)
def test_a_page_of_apps_ends_between_two_rows(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    for lesson in library.values():
        place = next((each for each in step_states(lesson) if is_home_screen(each)), None)
        if place is None:
            continue
        show(headless, place)
        headless.driver.settle()
        for view, glass in glasses_in(WindowSnapshot(headless, variant.px_per_mm)):
            parts = [rectangle_of(slot) for slot in slots_in(view)]
            seen = [each for each in parts if each.intersects(glass)]
            assert seen
            assert all(glass.adjusted(-2, -2, 2, 2).contains(each) for each in seen), place.name


def test_drawings_of_apps_use_the_height_left(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE_LARGEST)
    show(headless, first_state(library, FOUR_APPS))
    headless.driver.settle()
    tiles = filter(is_drawing, seen_below(headless.driver.item("phoneScreen")))
    heights_mm = [rectangle_of(each).height() / WIDE.px_per_mm for each in tiles]
    assert len(heights_mm) == 4
    assert min(heights_mm) >= MIN_DRAWING_MM
    assert not headless.driver.is_seen("phone:scroll-down")


def is_home_screen(place: StepState) -> bool:
    shown = place.run.screen.elements if place.run.screen else ()
    apps = [each for each in shown if each.key == "app"]
    return place.run.way is Way.ALONE and len(apps) > 4 and len(apps) >= len(shown) - 1


def test_the_button_that_ends_a_call_is_entirely_on_the_glass(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE_LARGEST)
    show(headless, first_state(library, "goi-video together 11"))
    headless.driver.settle()
    assert not headless.driver.is_seen("phone:scroll-down")
    assert headless.driver.is_seen("phone:tat-may")


def test_the_same_row_or_app_has_the_same_icon_in_every_lesson(library):
    icons: dict[str, set[str]] = {}
    for lesson in library.values():
        for screen in lesson.screens.values():
            for each in screen.elements:
                if each.key in ("app", "row") and each.icon:
                    icons.setdefault(each.label, set()).add(each.icon)
    assert {label: found for label, found in icons.items() if len(found) > 1} == {}


@pytest.mark.parametrize(("name", "label", "value"), LONG_LABELS)
def test_a_label_and_its_value_are_as_far_apart_as_two_words(
    kiosk_at_home, library, name, label, value
):
    variant = replace(UPRIGHT, **LARGEST)
    headless = kiosk_at_home(variant)
    show(headless, state_named(library[name.split()[0]], f"{name.split(maxsplit=1)[1]} first"))
    texts = WindowSnapshot(headless, variant.px_per_mm).texts
    first, second = (
        next(each for each in texts if each.words == words) for words in (label, value)
    )
    above, below = rectangle_of(first.item), rectangle_of(second.item)
    apart = below.left() - above.right()
    assert below.top() >= above.bottom() - 1 or apart > MIN_APART * first.font.pixelSize()
