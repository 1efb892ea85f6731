"""The pressing hand of a demonstration does not cover the text that the learner reads."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from step_states import StepState, show, step_states
from window_snapshot import Text, WindowSnapshot, is_target, rectangle_of

from kiosk.domain.way import Way
from kiosk.handout.finger_place import SHAPE, Finger
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.steps import kind_of

SIGN = "MÔ PHỎNG"
"""The mark on the phone's frame, which is not part of the lesson."""
MAX_COVERED = 0.4
"""Largest covered share of a text's width while the hand presses."""
MIN_PLACES = 12


def pressed_states(lessons) -> list[StepState]:
    """The first place of each kind of step and of element at which a hand presses."""
    found: dict[tuple[str, str], StepState] = {}
    for lesson in lessons:
        for state in step_states(lesson):
            run = state.run
            if run.way is Way.WATCH and run.step.is_exercise:
                elements = run.screen.elements if run.screen else ()
                keys = [each.key for each in elements if run.shown_target in each.targets]
                for key in keys or [""]:
                    found.setdefault((kind_of(run.step), key), state)
    return list({state.name: state for state in found.values()}.values())


def finger_at(headless: HeadlessKiosk, state: StepState) -> QQuickItem:
    """Shows the place and returns its finger; the demonstration is stopped there."""
    show(headless, state)
    lesson = headless.kiosk.visit.lesson
    lesson.voice_finished()
    lesson.stop()
    headless.driver.wait_until(
        lambda: headless.driver.is_seen("finger"), f"a finger at {state.name}"
    )
    headless.driver.wait_for_frame()
    return headless.driver.item("finger")


def hand_of(finger: QQuickItem) -> QQuickItem:
    return next(each for each in finger.childItems() if each.objectName() == "hand")


def ink_of(hand: QQuickItem) -> list[QRectF]:
    """The rectangles of the drawn finger and hand."""
    place = rectangle_of(hand)
    assert abs(place.height() - place.width() * SHAPE) < 1
    boxes = Finger(place.x(), place.y(), place.width()).boxes()
    return [QRectF(b.left, b.top, b.right - b.left, b.bottom - b.top) for b in boxes]


def covered(text: Text, ink: list[QRectF]) -> float:
    """The covered share of the width of a text."""
    under = [text.glyph_rect.intersected(each) for each in ink]
    widths = [each.width() for each in under if each.height() > 1]
    return max(widths, default=0) / text.glyph_rect.width()


def read_beside(headless: HeadlessKiosk) -> Iterator[Text]:
    """The texts of the item pointed at, and all texts outside other buttons."""
    for text in WindowSnapshot(headless, 1).texts:
        button = next((each for each in text.above if is_target(each)), None)
        is_read = button is None or button.property("pointed")
        if is_read and len(text.words) > 1 and text.words != SIGN:
            yield text


def test_no_words_are_hidden_while_it_presses_and_it_goes_away_after(make_headless, library):
    headless = make_headless(width=1366, height=768, motion=True)
    headless.journey.to_home("vi")
    messages, pressed = [], pressed_states(library.values())
    for state in pressed:
        finger = finger_at(headless, state)
        hand = hand_of(finger)
        finger.setProperty("presses", True)
        assert (hand.property("away"), hand.property("dip")) == (0, 1)
        shares = {text.words: covered(text, ink_of(hand)) for text in read_beside(headless)}
        messages += [(state.name, each) for each in shares.items() if each[1] > MAX_COVERED]
        finger.setProperty("presses", False)
        headless.driver.wait_until(lambda hand=hand: hand.opacity() == 0, "the hand goes away")
    assert messages == []
    assert len(pressed) >= MIN_PLACES
