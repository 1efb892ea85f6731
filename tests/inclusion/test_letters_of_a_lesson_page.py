"""Letters of a lesson's pages: feedback, notes, answers and the last page."""

from dataclasses import replace

import pytest
from audits import LARGEST, OLD, WIDE, ScreenVariant
from PySide6.QtQml import QQmlExpression, qmlContext
from step_states import show, state_named
from test_end_of_procedures import come_to_the_end
from test_tall_screen import pixels_of
from test_the_phone_is_the_stage import is_cell, lines_of_cells
from window_snapshot import WindowSnapshot, rectangle_of

from kiosk.headless.ui_driver import items_below
from kiosk.player.lesson_run import touch

UPRIGHT = ScreenVariant(1080, 1920, 21.5)
LETTERS_OF_FEEDBACK = 0.8
"""Least font size of the feedback, relative to the sentence."""
MAX_LINE_SHARE = 1.45
"""Greatest height of a line of the sentence, relative to its font size."""
MIN_REMEMBERED = 0.9
"""Least font size of what is to be remembered, relative to the praise."""
MIN_NUMBER_MM = 8.5
"""How high the digits of the number to come back by are at least, on an upright screen."""
LARGER_CELLS = 1.1
"""How much larger than on other pages the letters to copy to the own phone are."""
COPIED_MM = 15.0
HINTS = (
    (UPRIGHT, "bay-quet-ma", "together 3 missed"),
    (UPRIGHT, "vneid-muc", "together 4 missed"),
    (UPRIGHT, "tien-an-sinh", "together 10 missed"),
    (replace(WIDE, **LARGEST), "vneid-kich-hoat", "together 10 missed"),
)
ANSWERS = (
    (UPRIGHT, "goi-video", "together 16 first"),
    (UPRIGHT, "mua-hang", "together 21 first"),
    (UPRIGHT, "nop-ho-so", "together 15 first"),
    (OLD, "mua-hang", "together 22 first"),
)


def after_two_wrong_touches(headless, state):
    wrong = next(each for each in state.run.step.targets if each != state.run.expected)
    headless.kiosk.visit.lesson.moved.emit(touch(touch(state.run, wrong), wrong))
    headless.driver.settle()
    return wrong


def words_below(headless, name):
    """The text item with the words of a button."""
    below = items_below(headless.driver.find(name))
    return max(
        (each for each in below if each.inherits("QQuickText")),
        key=lambda each: len(each.property("text")),
    )


@pytest.mark.parametrize(("variant", "lesson", "name"), HINTS)
def test_a_hint_is_no_small_print(kiosk_at_home, library, variant, lesson, name):
    headless = kiosk_at_home(variant)
    show(headless, state_named(library[lesson], name))
    headless.driver.settle()
    assert pixels_of(headless, "feedback") >= LETTERS_OF_FEEDBACK * pixels_of(headless, "line")


def test_the_answer_to_a_wrong_reaction_is_no_small_print(kiosk_at_home, library):
    headless = kiosk_at_home(UPRIGHT)
    for lesson, name in (("zalo", "together 12 first"), ("tien-an-sinh", "together 17 first")):
        state = state_named(library[lesson], name)
        show(headless, state)
        after_two_wrong_touches(headless, state)
        line = pixels_of(headless, "line")
        assert pixels_of(headless, "feedback") >= LETTERS_OF_FEEDBACK * line, lesson


def test_the_lines_of_a_sentence_are_close(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE)
    show(headless, state_named(library["vneid-muc"], "together 4 first"))
    inside = headless.driver.find("line").childItems()
    (words,) = [each for each in inside if each.inherits("QQuickTextEdit")]
    lines, px = words.property("lineCount"), words.property("font").pixelSize()
    assert lines > 1
    assert words.property("contentHeight") <= MAX_LINE_SHARE * lines * px


@pytest.mark.parametrize(("variant", "lesson", "name"), ANSWERS)
def test_an_answer_keeps_its_words_from_both_borders(kiosk_at_home, library, variant, lesson, name):
    headless = kiosk_at_home(variant)
    state = state_named(library[lesson], name)
    show(headless, state)
    headless.driver.settle()
    shown = items_below(headless.kiosk.window.contentItem())
    names = [each.objectName() for each in shown if each.isVisible()]
    for each in (name for name in names if name.startswith(("choice:", "item:"))):
        words = words_below(headless, each)
        end = rectangle_of(words).left() + words.property("contentWidth")
        tile = rectangle_of(headless.driver.find(each))
        assert tile.right() - end >= 1.5 * (headless.driver.find(each).property("padding")), each


def test_an_address_in_an_answer_is_whole(kiosk_at_home, library):
    headless = kiosk_at_home(replace(OLD, **LARGEST))
    show(headless, state_named(library["mua-hang"], "together 22 first"))
    headless.driver.settle()
    assert "\u200b" not in words_below(headless, "choice:2").property("text")


def test_a_refused_paper_keeps_its_place_and_weight(kiosk_at_home, library):
    headless = kiosk_at_home(UPRIGHT)
    state = state_named(library["bay-quet-ma"], "together 8 first")
    show(headless, state)
    headless.driver.settle()
    before = [rectangle_of(headless.driver.find(each)) for each in state.run.step.targets]
    refused = after_two_wrong_touches(headless, state)
    assert words_below(headless, refused).property("font").bold()
    after = [rectangle_of(headless.driver.find(each)) for each in state.run.step.targets]
    assert after == before
    lines = [words_below(headless, each).property("lineCount") for each in state.run.step.targets]
    assert lines == [2, 2]


def test_a_single_value_of_a_note_is_as_large_as_the_sentence(kiosk_at_home, library):
    headless = kiosk_at_home(WIDE)
    show(headless, state_named(library["mua-hang"], "together 10 first"))
    headless.driver.settle()
    shown = items_below(headless.kiosk.window.contentItem())
    value = next(
        each for each in shown if each.property("text") == "1,8 lít" and each.property("unitWidth")
    )
    assert value.property("font").pixelSize() >= 0.95 * pixels_of(headless, "line")


def test_a_code_is_parted_after_its_hyphen(kiosk_at_home, library):
    headless = kiosk_at_home(OLD)
    show(headless, state_named(library["xem-ho-so"], "watch 4 first"))
    headless.driver.settle()
    assert lines_of_cells(headless) == ["hs-mau-", "0001"]


def test_cells_to_copy_to_the_own_phone_fill_an_upright_page(kiosk_at_home, library):
    headless = kiosk_at_home(UPRIGHT)
    show(headless, state_named(library["noi-wifi"], "own-phone 10 first"))
    headless.driver.settle()
    cells = filter(is_cell, items_below(headless.kiosk.window.contentItem()))
    letters = [each.property("font").pixelSize() for cell in cells for each in cell.childItems()]
    least = LARGER_CELLS * COPIED_MM * UPRIGHT.px_per_mm
    assert min(letters) * 0.725 >= least


def test_a_name_on_the_phone_is_in_one_line_of_the_sentence(kiosk_at_home, library):
    headless = kiosk_at_home(UPRIGHT)
    show(headless, state_named(library["bay-quet-ma"], "together 3 first"))
    headless.driver.settle()
    inside = headless.driver.find("line").childItems()
    (words,) = [each for each in inside if each.inherits("QQuickTextEdit")]
    text = words.property("text").replace("\xa0", " ")

    def height_of(word):
        place = f"positionToRectangle({text.index(word)}).y"
        return QQmlExpression(qmlContext(words), words, place).evaluate()[0]

    assert height_of("TRAN") == height_of("VAN") == height_of("LA,")


@pytest.mark.parametrize("variant", [WIDE, OLD, UPRIGHT], ids=str)
def test_the_last_page_fills_its_room(kiosk_at_home, library, variant):
    headless = kiosk_at_home(variant)
    lesson = library["vneid-vao-lai"]
    come_to_the_end(headless, lesson)
    headless.driver.settle()
    shown = {
        each.property("text").translate({0x2011: "-", 0xA0: " "}): each.property("font").pixelSize()
        for each in items_below(headless.kiosk.window.contentItem())
        if each.inherits("QQuickTextEdit") and each.isVisible() and each.property("text")
    }
    praise = shown["Bác làm xong rồi. Bác làm tốt lắm."]
    assert min(shown[words] for words in lesson.head.remember) >= MIN_REMEMBERED * praise


def test_praise_stands_before_the_facts_on_an_upright_screen(kiosk_at_home, library):
    headless = kiosk_at_home(UPRIGHT)
    come_to_the_end(headless, library["tro-cap-huu-tri"])
    headless.driver.settle()
    texts = {
        text.words: rectangle_of(text.item)
        for text in WindowSnapshot(headless, UPRIGHT.px_per_mm).texts
    }
    assert texts["Bác làm xong rồi. Bác làm tốt lắm."].bottom() <= texts["Mang theo"].top()
    digits = pixels_of(headless, "come-back-number") * 0.725 / UPRIGHT.px_per_mm
    assert digits >= MIN_NUMBER_MM
