"""The target is entirely visible in the steps where a review of all pictures found it cut."""

from dataclasses import replace

import findings
import pytest
from audits import LARGEST, OLD, TALL, WIDE, ScreenVariant
from phone_findings import mark_under_a_hand, words_under_the_hand
from PySide6.QtCore import QPointF
from step_states import show, state_named, step_states
from window_snapshot import Text, WindowSnapshot, rectangle_of

from kiosk.domain.settings import Contrast
from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below

LARGEST_VARIANTS = (
    replace(OLD, **LARGEST, contrast=Contrast.HIGH),
    replace(WIDE, **LARGEST),
    replace(TALL, **LARGEST),
)
HIGH_GLASS = replace(OLD, diagonal_in=21.5)
"""A phone on which more rows have room below each other than on a wider screen."""
CHECKS = (
    findings.half_seen_here,
    findings.cut_hand,
    findings.keys_under_a_message,
    findings.orphan_words,
)
LESSONS = ("dang-nhap-cong", "chung-thuc-ban-sao", "dang-ky-tam-tru")
LOOKED_AT = {
    "gia-han-bhyt": (7,),
    "vneid-vi-giay-to": (8, 14, 15),
    "tien-an-sinh": (14,),
    "the-bhyt": (12,),
    "ngan-hang-hoi-mat": (4,),
}
"""Steps whose referenced words were below the glass."""
AS_HIGH_AS_THE_GLASS = {"khai-tu": 10, "khai-sinh": 4, "sim-chinh-chu": 4}
"""Steps whose target leaves no room for a hand below it, or is clipped."""
LOW_ON_THE_GLASS = {"lua-dao": (3,), "lam-quen-may": (10, 14)}
"""Steps in which the hand points at the lowest item on the glass."""
LONG_WORDS = {
    "noi-wifi": 3,
    "cai-ung-dung": 3,
    "tra-cuu-thu-tuc": 4,
    "khai-tu": 11,
    "so-do": 5,
    "tro-cap-huu-tri": 10,
}
"""Steps that point at an app or button whose text nearly fills its width."""
ABOVE_LONG_WORDS = {
    "tra-cuu-thu-tuc": 12,
    "gia-han-bhyt": 2,
    "dang-ky-tam-tru": 4,
    "dang-ky-ket-hon": 10,
}
"""Steps with wide text below the item that the hand points at, on a small screen."""
CLOSE_WORDS = {"nop-ho-so": 10, "khai-sinh": 12, "vneid-muc": 4}
"""Steps with wide text around the place where the hand stands, in the largest letters."""
ROOMY_CAP_MM = 9.0
"""Least height of capitals of items to order, where one column would be too high."""
ADDRESS = "dichvucong.gov.vn"


def is_sentence(item):
    return item.inherits("QQuickTextEdit")


def test_six_things_in_order_use_the_room_in_the_largest_letters(kiosk_at_home, library):
    variant = replace(WIDE, **LARGEST)
    headless = kiosk_at_home(variant)
    show(headless, state_named(library["noi-wifi"], "together 23 first"))
    headless.driver.settle()
    snapshot = WindowSnapshot(headless, variant.px_per_mm)
    things = [text for text in snapshot.texts if text.item.objectName() == "thing"]
    assert len(things) == 6
    assert all(snapshot.mm(text.cap_px) > ROOMY_CAP_MM for text in things)
    assert "Chạm Wi\u2011Fi" in {text.item.property("text") for text in things}


def words_on_glass(headless) -> set[str]:
    """The words that are entirely visible on the phone's screen."""
    screen = headless.driver.item("phoneScreen")
    (glass,) = (item for item in items_below(screen) if item.inherits("QQuickFlickable"))
    texts = [item for item in items_below(glass) if item.inherits("QQuickText")]
    room = rectangle_of(glass).adjusted(-1, -1, 1, 1)
    return {Text(item).words for item in texts if room.contains(rectangle_of(item))}


@pytest.mark.parametrize("variant", LARGEST_VARIANTS, ids=str)
def test_it_is_seen_whole_in_the_largest_letters(variant: ScreenVariant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    messages = []
    for lesson in LESSONS:
        for state in step_states(library[lesson]):
            if state.run.way is Way.TOGETHER:
                show(headless, state)
                snapshot = WindowSnapshot(headless, variant.px_per_mm)
                for check in CHECKS:
                    messages += [
                        f"{state.name}: {each}" for each in check(snapshot, variant.text_size)
                    ]
    assert messages == []


@pytest.mark.parametrize("variant", LARGEST_VARIANTS, ids=str)
def test_what_is_only_looked_at_is_on_the_glass(variant: ScreenVariant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    for lesson, steps in LOOKED_AT.items():
        for number in steps:
            state = state_named(library[lesson], f"together {number} first")
            show(headless, state)
            assert state.run.looked_at, state.name
            assert set(state.run.looked_at) <= words_on_glass(headless), state.name


@pytest.mark.parametrize("variant", LARGEST_VARIANTS, ids=str)
def test_what_she_touches_on_her_own_phone_is_on_the_glass(
    variant: ScreenVariant, kiosk_at_home, library
):
    headless = kiosk_at_home(variant)
    show(headless, state_named(library["lam-quen-may"], "own-phone 5 first"))
    assert "Hỗ trợ tiếp cận" in words_on_glass(headless)


@pytest.mark.parametrize("variant", LARGEST_VARIANTS, ids=str)
def test_what_is_compared_stays_beside_what_is_pointed_at(
    variant: ScreenVariant, kiosk_at_home, library
):
    headless = kiosk_at_home(variant)
    show(headless, state_named(library["bay-quet-ma"], "watch 4 first"))
    headless.driver.settle()
    assert {"350.000 đ", "Sửa"} <= words_on_glass(headless)


@pytest.mark.parametrize("variant", LARGEST_VARIANTS, ids=str)
def test_no_arrow_leads_down_where_nothing_is_below(variant: ScreenVariant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    for lesson, step in (("sim-chinh-chu", 10), ("vneid-muc", 9), ("bay-quet-ma", 4)):
        show(headless, state_named(library[lesson], f"watch {step} first"))
        headless.driver.settle()
        assert not headless.driver.is_seen("phone:scroll-down"), lesson


@pytest.mark.parametrize("variant", LARGEST_VARIANTS, ids=str)
def test_an_address_that_has_room_in_a_line_is_not_parted(
    variant: ScreenVariant, kiosk_at_home, library
):
    headless = kiosk_at_home(variant)
    lesson = library["dang-nhap-cong"]
    for number in (3, 4):  # in the sentence; in the address bar of the browser
        show(headless, state_named(lesson, f"together {number} first"))
        shown = items_below(headless.kiosk.window.contentItem())
        drawn = [item for item in shown if item.inherits("QQuickText") or is_sentence(item)]
        texts = [item.property("text") for item in drawn if item.isVisible()]
        assert any(ADDRESS in text for text in texts), number


@pytest.mark.parametrize("variant", [*LARGEST_VARIANTS, WIDE, HIGH_GLASS], ids=str)
def test_what_is_far_down_a_list_is_left_to_be_swiped_to(
    variant: ScreenVariant, kiosk_at_home, library
):
    headless = kiosk_at_home(variant)
    show(headless, state_named(library["lam-quen-may"], "together 5 first"))
    headless.driver.settle()
    assert headless.driver.item("phone:scroll-down").property("glowing")


def test_the_hand_shows_a_digit_where_any_would_do(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE)
    lesson = library["dang-ky-tam-tru"]
    show(headless, state_named(lesson, "together 6 missed"))
    pointed = [
        item.objectName()
        for item in items_below(headless.kiosk.window.contentItem())
        if item.isVisible() and item.property("pointed")
    ]
    assert len(pointed) == 1
    assert pointed[0].startswith("digit:")


def test_the_hand_is_on_the_glass_where_what_it_points_at_fills_it(kiosk_at_home, library):
    variant = replace(WIDE, **LARGEST)
    headless = kiosk_at_home(variant)
    messages = []
    for lesson, number in AS_HIGH_AS_THE_GLASS.items():
        state = state_named(library[lesson], f"together {number} missed")
        show(headless, state)
        headless.driver.settle()
        snapshot = WindowSnapshot(headless, variant.px_per_mm)
        assert findings.hands_in(snapshot), state.name
        messages += [
            f"{state.name}: {each}" for each in findings.cut_hand(snapshot, variant.text_size)
        ]
    assert messages == []


def test_the_hand_lies_on_it_where_it_comes_with_the_step(kiosk_at_home, library):
    headless = kiosk_at_home(TALL)
    for step in ("together 6 first", "together 7 missed"):
        show(headless, state_named(library["chung-thuc-ban-sao"], step))
    snapshot = WindowSnapshot(headless, TALL.px_per_mm)
    assert list(findings.cut_hand(snapshot, TALL.text_size)) == []
    (hand,) = (item for item in snapshot.shown if item.objectName() == "hand")
    tip = hand.mapToScene(QPointF(hand.width() * 38 / 120, hand.height() * 8 / 150))
    assert rectangle_of(hand.parentItem()).contains(tip)


def test_the_ring_is_whole_beside_a_longer_name_and_no_drawing_above_it_is_cut(
    kiosk_at_home, library
):
    variant = replace(WIDE, **LARGEST, contrast=Contrast.HIGH)
    headless = kiosk_at_home(variant)
    show(headless, state_named(library["noi-wifi"], "own-phone 3 first"))
    headless.driver.settle()
    snapshot = WindowSnapshot(headless, variant.px_per_mm)
    checks = (findings.cut_rings, findings.cut_apps)
    assert [each for check in checks for each in check(snapshot, variant.text_size)] == []


@pytest.mark.parametrize("name", ["dang-nhap-cong together 6", "thong-bao-luu-tru together 10"])
def test_no_label_is_under_the_hand_at_the_shift_key(name, kiosk_at_home, library):
    headless = kiosk_at_home(WIDE)
    lesson, step = name.split(" ", 1)
    show(headless, state_named(library[lesson], f"{step} missed"))
    snapshot = WindowSnapshot(headless, WIDE.px_per_mm)
    (hand,) = findings.hands_in(snapshot)
    under = [each for each in snapshot.texts if each.glyph_rect.intersects(rectangle_of(hand))]
    assert [each.words for each in under] == []
    assert list(findings.cut_hand(snapshot, WIDE.text_size)) == []


def told_of_hands(
    headless, variant: ScreenVariant, library, steps, finding, state="watch {} first"
) -> list[str]:
    """The findings at these steps, each shown with its pointing hand."""
    messages = []
    for lesson, step in steps:
        place = state_named(library[lesson], state.format(step))
        show(headless, place)
        snapshot = WindowSnapshot(headless, variant.px_per_mm)
        assert findings.hands_in(snapshot), place.name
        messages += [f"{place.name}: {each}" for each in finding(snapshot, variant.text_size)]
    return messages


@pytest.mark.parametrize("variant", [WIDE, OLD, *LARGEST_VARIANTS], ids=str)
def test_the_mark_is_read_beside_the_hand(variant: ScreenVariant, kiosk_at_home, library):
    steps = [(lesson, step) for lesson, steps in LOW_ON_THE_GLASS.items() for step in steps]
    assert told_of_hands(kiosk_at_home(variant), variant, library, steps, mark_under_a_hand) == []


def test_a_finger_on_what_is_higher_than_the_glass_is_known_to_point(kiosk_at_home, library):
    variant = replace(WIDE, **LARGEST)
    headless = kiosk_at_home(variant)
    show(headless, state_named(library["dang-nhap-cong"], "together 5 missed"))
    headless.driver.settle()
    snapshot = WindowSnapshot(headless, variant.px_per_mm)
    assert list(findings.missing_fingers(snapshot, variant.text_size)) == []
    assert list(findings.cut_hand(snapshot, variant.text_size)) == []


@pytest.mark.parametrize("variant", [WIDE, replace(WIDE, **LARGEST)], ids=str)
def test_the_hand_stands_beside_the_words_that_it_points_at(
    variant: ScreenVariant, kiosk_at_home, library
):
    steps = LONG_WORDS.items()
    assert (
        told_of_hands(kiosk_at_home(variant), variant, library, steps, words_under_the_hand) == []
    )


def test_the_hand_leaves_the_words_below_it_to_be_read(kiosk_at_home, library):
    steps = ABOVE_LONG_WORDS.items()
    assert told_of_hands(kiosk_at_home(OLD), OLD, library, steps, words_under_the_hand) == []


@pytest.mark.parametrize("variant", LARGEST_VARIANTS, ids=str)
def test_the_hand_leaves_the_words_around_it_to_be_read(
    variant: ScreenVariant, kiosk_at_home, library
):
    headless, steps, state = kiosk_at_home(variant), CLOSE_WORDS.items(), "together {} missed"
    assert told_of_hands(headless, variant, library, steps, words_under_the_hand, state) == []


@pytest.mark.parametrize(("lesson", "step"), [("gia-han-bhyt", 2), ("noi-wifi", 3)])
def test_the_drawing_above_a_covered_name_is_whole(lesson, step, kiosk_at_home, library):
    headless = kiosk_at_home(replace(WIDE, **LARGEST))
    show(headless, state_named(library[lesson], f"alone {step} first"))
    headless.driver.settle()
    screen = headless.driver.item("phoneScreen")
    (glass,) = (item for item in items_below(screen) if item.inherits("QQuickFlickable"))
    covered_from = rectangle_of(glass).bottom() - screen.property("blankBelow")
    drawings = [rectangle_of(item) for item in items_below(glass) if findings.is_drawing(item)]
    assert drawings
    assert not [each for each in drawings if each.top() < covered_from < each.bottom()]
