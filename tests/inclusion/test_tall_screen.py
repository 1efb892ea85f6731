"""On an upright screen, a page of the phone opens at its start; a question fills the page."""

from dataclasses import replace

import findings
import pytest
from audits import LARGEST, OLD, TALL, WIDE, ScreenVariant
from step_states import show, state_named
from window_snapshot import WindowSnapshot, ancestors, rectangle_of

from kiosk.domain.settings import Contrast
from kiosk.headless.ui_driver import items_below, qml_type_of
from kiosk.player.lesson_run import touch

UPRIGHT = ScreenVariant(1080, 1920, 21.5)
TALL_VARIANTS = (TALL, replace(TALL, **LARGEST), replace(TALL, **LARGEST, contrast=Contrast.HIGH))
LONG_PAGES = (
    ("dang-ky-ket-hon", "together 10 first"),
    ("dang-ky-ket-hon", "together 13 first"),
    ("dang-ky-tam-tru", "together 13 first"),
    ("dang-ky-thuong-tru", "together 13 first"),
    ("dang-nhap-cong", "together 5 first"),
    ("khai-sinh", "together 9 first"),
    ("dat-lich-kham", "together 10 first"),
    ("lam-quen-may", "together 12 first"),
)
QUESTIONS = (
    ("bay-quet-ma", "together 10 first"),
    ("dang-ky-tam-tru", "together 2 first"),
    ("dat-lich-kham", "together 16 first"),
)
WRITTEN_FROM_A_MESSAGE = (
    ("dang-nhap-cong", "together 8 first"),
    ("sim-chinh-chu", "together 10 first"),
    ("vneid-muc", "together 9 first"),
    ("vneid-vao-lai", "together 7 first"),
)
ANSWERS_ABOVE_A_PHONE = (
    ("lua-dao", "together 107 first"),
    ("lua-dao", "together 97 first"),
    ("zalo", "together 12 first"),
)
MISSED = (("lua-dao", "alone 5 first"), ("cai-ung-dung", "alone 18 first"))
IN_ORDER = (("noi-wifi", "together 23 first"), ("gia-han-bhyt", "together 11 first"))
MIN_ANSWER_MM = 9.0
MAX_EMPTY = 0.3
"""Largest share of the page's height between the question and the answers."""
MIN_ANSWERS = 0.25
"""Least share of the page's height for the answers."""
LETTERS_OF_ANSWER = 0.75
"""Least font size of the answers, relative to the question."""
LETTERS_AFTER_A_MISS = 0.6
"""Least font size of the sentence above a phone beside feedback, relative to the one before."""
LETTERS_OF_FEEDBACK = 0.8
"""Least font size of the feedback to a miss above a phone, relative to the sentence."""
MAX_TURNS = 12


def shown(headless, library, wanted):
    """Shows one place after the other, and yields each."""
    for lesson, name in wanted:
        state = state_named(library[lesson], name)
        show(headless, state)
        headless.driver.settle()
        yield state


def pixels_of(headless, name):
    """The largest font size below the named item, in pixels."""
    below = items_below(headless.driver.find(name))
    words = [
        each for each in below if each.inherits("QQuickText") or each.inherits("QQuickTextEdit")
    ]
    return max(each.property("font").pixelSize() for each in words if each.property("text"))


@pytest.mark.parametrize("variant", [*TALL_VARIANTS, replace(WIDE, **LARGEST)], ids=str)
def test_a_page_of_the_phone_opens_at_its_start(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    for state in shown(headless, library, LONG_PAGES):
        screen = headless.driver.find("phoneScreen")
        assert screen.property("atStart"), state.name
        messages = list(
            findings.half_seen_here(WindowSnapshot(headless, variant.px_per_mm), variant.text_size)
        )
        assert messages == [], state.name


@pytest.mark.parametrize("variant", TALL_VARIANTS[1:], ids=str)
def test_the_largest_letters_leave_a_page_whole_that_is_read_before_it_is_sent(
    variant, kiosk_at_home, library
):
    headless = kiosk_at_home(variant)
    for state in shown(headless, library, LONG_PAGES):
        assert not headless.driver.find("phoneScreen").property("longer"), state.name
        assert pixels_of(headless, "phoneScreen") >= 0.9 * pixels_of(headless, "line"), state.name


@pytest.mark.parametrize("variant", [replace(each, **LARGEST) for each in (WIDE, OLD)], ids=str)
def test_the_key_that_turns_a_page_comes_to_what_is_to_be_touched(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    for state in shown(headless, library, (("lam-quen-may", "together 5 first"), *LONG_PAGES[:3])):
        turns = 0
        while headless.driver.find("phoneScreen").property("wantedBelow"):
            headless.driver.touch("phone:scroll-down")
            headless.driver.settle()
            turns += 1
            assert turns < MAX_TURNS, state.name
        assert not headless.driver.find("phoneScreen").property("wantedAbove"), state.name
        assert headless.driver.is_seen("phone:" + state.run.expected), state.name


@pytest.mark.parametrize("variant", TALL_VARIANTS, ids=str)
def test_a_question_fills_the_page(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    for state in shown(headless, library, QUESTIONS):
        snapshot = WindowSnapshot(headless, variant.px_per_mm)
        prefixes = ("choice:", "item:", "paper:")
        answers = [each for each in snapshot.targets if each.objectName().startswith(prefixes)]
        tops = [rectangle_of(each).top() for each in answers]
        end = max(rectangle_of(each).bottom() for each in answers)
        asked = rectangle_of(headless.driver.find("line")).bottom()
        assert min(tops) - asked <= MAX_EMPTY * variant.height, state.name
        assert end - min(tops) >= MIN_ANSWERS * variant.height, state.name
        letters = min(pixels_of(headless, each.objectName()) for each in answers)
        assert letters >= LETTERS_OF_ANSWER * pixels_of(headless, "line"), state.name
        assert rectangle_of(headless.driver.find("call")).top() - end <= 0.03 * variant.height


@pytest.mark.parametrize("variant", TALL_VARIANTS[:2], ids=str)
def test_what_is_written_into_stands_below_the_message_that_brought_it(
    variant, kiosk_at_home, library
):
    headless = kiosk_at_home(variant)
    for state in shown(headless, library, WRITTEN_FROM_A_MESSAGE):
        message = rectangle_of(headless.driver.find("phone:arrival"))
        field = rectangle_of(headless.driver.find(f"phone:{state.run.writes_into}"))
        screen = rectangle_of(headless.driver.find("phoneScreen"))
        assert message.bottom() <= screen.top(), state.name
        assert screen.top() - 1 <= field.top() < field.bottom() <= screen.bottom() + 1, state.name


@pytest.mark.parametrize("variant", TALL_VARIANTS, ids=str)
def test_answers_above_a_phone_are_no_small_print(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    for state in shown(headless, library, ANSWERS_ABOVE_A_PHONE):
        snapshot = WindowSnapshot(headless, variant.px_per_mm)
        letters = [
            text.cap_px
            for text in snapshot.texts
            if any(above.objectName().startswith("choice:") for above in ancestors(text.item))
        ]
        assert snapshot.mm(min(letters)) >= MIN_ANSWER_MM, state.name


def test_a_miss_leaves_the_sentence_above_a_phone_large(kiosk_at_home, library):
    headless = kiosk_at_home(UPRIGHT)
    for state in shown(headless, library, MISSED):
        before = pixels_of(headless, "line")
        step = state.run.step
        wrong = next(each for each in step.targets if each != step.expects(step.begin()))
        missed = touch(touch(state.run, wrong), wrong)
        headless.kiosk.visit.lesson.moved.emit(missed)
        headless.driver.settle()
        assert headless.driver.is_seen("feedback"), state.name
        assert pixels_of(headless, "line") >= LETTERS_AFTER_A_MISS * before, state.name


def test_the_feedback_to_a_miss_above_a_phone_is_no_small_print(kiosk_at_home, library):
    headless = kiosk_at_home(UPRIGHT)
    show(headless, state_named(library["xem-don-thuoc"], "together 3 missed"))
    headless.driver.wait_for_frame()
    assert pixels_of(headless, "feedback") >= LETTERS_OF_FEEDBACK * pixels_of(headless, "line")


@pytest.mark.parametrize("variant", [WIDE, UPRIGHT], ids=str)
def test_the_rows_of_a_list_to_put_in_order_are_equally_high(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    for state in shown(headless, library, IN_ORDER):
        targets = WindowSnapshot(headless, variant.px_per_mm).targets
        rows = [each.height() for each in targets if each.objectName().startswith("item:")]
        assert len(rows) > 1, state.name
        assert len(set(rows)) == 1, state.name


@pytest.mark.parametrize("variant", [replace(each, **LARGEST) for each in (WIDE, OLD)], ids=str)
def test_an_app_to_be_touched_is_seen_whole(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    show(headless, state_named(library["noi-wifi"], "together 3 first"))
    headless.driver.settle()
    app, screen = (
        rectangle_of(headless.driver.find(name)) for name in ("phone:cai-dat", "phoneScreen")
    )
    assert app.bottom() <= screen.bottom() + 1


def test_on_an_old_screen_the_field_is_seen_below_the_message(kiosk_at_home, library):
    headless = kiosk_at_home(OLD)
    for state in shown(headless, library, WRITTEN_FROM_A_MESSAGE):
        message = rectangle_of(headless.driver.find("phone:arrival"))
        field = rectangle_of(headless.driver.find(f"phone:{state.run.writes_into}"))
        assert message.bottom() <= field.top() + 1, state.name


@pytest.mark.parametrize("variant", TALL_VARIANTS[:2], ids=str)
def test_an_address_to_choose_is_in_one_line(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    show(headless, state_named(library["lua-dao"], "together 115 first"))
    headless.driver.settle()
    shown = items_below(headless.kiosk.window.contentItem())
    addresses = [each for each in shown if "dichvucong" in str(each.property("text") or "")]
    lines = [each.property("lineCount") for each in addresses if each.isVisible()]
    assert [each for each in lines if each] == [1] * len([each for each in lines if each])


@pytest.mark.parametrize("variant", TALL_VARIANTS[:2], ids=str)
def test_the_values_of_a_note_begin_below_each_other(variant, kiosk_at_home, library):
    headless = kiosk_at_home(variant)
    show(headless, state_named(library["noi-wifi"], "own-phone 8 first"))
    headless.driver.settle()
    cells = [
        item for item, _ in WindowSnapshot(headless, variant.px_per_mm).visible if is_cell(item)
    ]
    begins: dict[int, float] = {}
    for place in map(rectangle_of, cells):
        row = round(place.y())
        begins[row] = min(begins.get(row, place.x()), place.x())
    assert len(begins) > 1
    assert max(begins.values()) - min(begins.values()) < 1


def is_cell(item) -> bool:
    return qml_type_of(item) == "Cell"
