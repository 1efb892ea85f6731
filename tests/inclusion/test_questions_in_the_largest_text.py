"""In larger text, no question's sentence gets smaller, and neither does its phone."""

from dataclasses import replace

import findings
import pytest
from audits import OLD, WIDE, ScreenVariant
from phone_findings import small_phone
from step_states import StepState, show, state_named, step_states
from window_snapshot import WindowSnapshot, ancestors

from kiosk.domain.settings import TextSize
from kiosk.domain.way import Way
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.steps import kind_of
from kiosk.steps.spot.step import PART
from kiosk.ui.background.gc_tuning import release_memory

LEAST = 0.92
"""Least font size in the largest text, relative to the normal text: a smaller step is not seen."""
QUESTIONS = ("ask", "call", "message", "spot", "scan", "order")
CHECKS = (findings.small_targets, findings.lost_words, small_phone)
VARIANTS = (WIDE, OLD, ScreenVariant(1080, 1920, 21.5))
LARGER_THINGS = 1.05
"""Least growth of things to put in order: their room does not grow with the text."""
LEAST_THING_MM = 7.0
"""Least height of their capitals in the largest text, about that of the theme's usual text."""
EACH_SO_MANY = 6
"""Of all steps at which something may be missed, that many times fewer are looked at."""


@pytest.fixture(scope="module")
def questions(first_states) -> list[StepState]:
    """The states in which a question is asked."""
    return [state for state in first_states if kind_of(state.run.step) in QUESTIONS]


def sentence_px(headless: HeadlessKiosk) -> int:
    """Font size of the step's sentence in pixels; 0 if no sentence is shown."""
    sentence = headless.driver.find("line")
    texts = sentence.childItems() if sentence else ()
    return next(
        (each.property("font").pixelSize() for each in texts if each.inherits("QQuickTextEdit")), 0
    )


def piece_px(headless: HeadlessKiosk) -> int:
    """The size of the letters of a message in pieces, in pixels; 0 where none is shown."""
    texts = WindowSnapshot(headless, 1).texts
    pieces = [text.item for text in texts if is_piece(text.item)]
    return max((each.property("font").pixelSize() for each in pieces), default=0)


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_the_sentence_and_a_message_in_pieces_are_as_large_as_in_the_normal_text(
    variant, make_headless, settings, questions
):
    usual_px: dict[str, tuple[int, int]] = {}
    messages = []
    for size in (TextSize.NORMAL, TextSize.LARGEST):
        of = replace(variant, text_size=size).settings(settings)
        headless = make_headless(of=of, width=variant.width, height=variant.height)
        headless.journey.to_home("vi")
        for state in questions:
            show(headless, state)
            letters_px = (sentence_px(headless), piece_px(headless))
            usual = usual_px.setdefault(state.name, letters_px)
            if size is TextSize.NORMAL:
                continue
            if any(px < LEAST * before for px, before in zip(letters_px, usual, strict=True)):
                messages.append(f"{state.name}: {usual} → {letters_px} pixels")
            snapshot = WindowSnapshot(headless, variant.px_per_mm)
            messages += [
                f"{state.name}: {each}" for check in CHECKS for each in check(snapshot, str(size))
            ]
        release_memory()
    assert messages == []


@pytest.mark.parametrize("variant", VARIANTS, ids=str)
def test_things_to_put_in_order_are_larger_in_the_largest_text(
    variant, make_headless, settings, questions
):
    in_order = [state for state in questions if kind_of(state.run.step) == "order"]
    sizes: dict[str, list[int]] = {}
    for size in (TextSize.NORMAL, TextSize.LARGEST):
        of = replace(variant, text_size=size).settings(settings)
        headless = make_headless(of=of, width=variant.width, height=variant.height)
        headless.journey.to_home("vi")
        for state in in_order:
            show(headless, state)
            headless.driver.settle()
            things = [text for text in WindowSnapshot(headless, 1).texts if is_thing(text.item)]
            px = min(each.item.property("font").pixelSize() for each in things)
            sizes.setdefault(state.name, []).append(px)
            if size is TextSize.LARGEST:
                caps_mm = min(each.cap_px for each in things) / variant.px_per_mm
                assert caps_mm >= LEAST_THING_MM, state.name
        release_memory()
    assert {name: px for name, px in sizes.items() if px[1] < LARGER_THINGS * px[0]} == {}


def is_thing(item) -> bool:
    return item.objectName() == "thing"


def test_things_in_order_give_way_to_a_phone_without_a_warning(kiosk_at_home, library):
    """Qt warns of a height that hangs on itself, and a warning fails a test."""
    headless = kiosk_at_home(replace(OLD, text_size=TextSize.LARGEST))
    for step in (121, 126):
        show(headless, state_named(library["lua-dao"], f"together {step} first"))


def test_a_piece_of_a_message_keeps_its_last_two_words_together(kiosk_at_home, questions):
    headless = kiosk_at_home(OLD)
    apart, pieces = [], 0
    for state in (each for each in questions if kind_of(each.run.step) == "spot"):
        show(headless, state)
        for item, _ in WindowSnapshot(headless, OLD.px_per_mm).visible:
            words = item.property("text")
            if item.inherits("QQuickText") and item.property("lineCount") > 1 and is_piece(item):
                pieces += 1
                apart += [] if words[words.rfind(" ") :].count("\u00a0") else [words]
    assert apart == []
    assert pieces > 0


def is_piece(item) -> bool:
    return any(above.objectName().startswith(PART) for above in ancestors(item))


@pytest.mark.parametrize("variant", [WIDE, OLD], ids=str)
def test_the_answer_to_a_miss_leaves_the_sentence_as_large(
    variant, make_headless, settings, library
):
    missed = [
        state
        for lesson in library.values()
        for state in step_states(lesson)
        if state.run.way is Way.TOGETHER and state.kind == "tap missed"
    ][::EACH_SO_MANY]
    sizes = {}
    for size in (TextSize.NORMAL, TextSize.LARGEST):
        of = replace(variant, text_size=size).settings(settings)
        headless = make_headless(of=of, width=variant.width, height=variant.height)
        headless.journey.to_home("vi")
        for state in missed:
            show(headless, state)
            sizes.setdefault(state.name, []).append(sentence_px(headless))
        release_memory()
    assert {name: px for name, px in sizes.items() if px[1] < LEAST * px[0]} == {}
