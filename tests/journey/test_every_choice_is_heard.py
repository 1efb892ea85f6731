"""Learners who cannot read hear every choice: the first touch speaks it, the second takes it."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from kiosk.domain import prompts
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below
from kiosk.narration.sounds import Sound
from kiosk.player.visit import Page


@pytest.fixture
def at_question(headless):
    """A lesson in the TOGETHER way, at its question."""
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.TOGETHER)
    while headless.journey.run.step is None or not headless.journey.run.step.said_before_taken:
        headless.driver.touch(NEXT)
    return headless


def sentences(voice):
    return [sentence for _, sentence in voice.saying]


def lit(headless):
    """The names of the highlighted buttons."""
    items = items_below(headless.kiosk.window.contentItem())
    return [
        item.objectName() for item in items if item.isVisible() and item.property("labelSpoken")
    ]


def test_after_the_question_each_choice_is_said(at_question, voice):
    run = at_question.journey.run
    words = [line.text for line in run.step.spoken_options()]
    assert sentences(voice) == [run.line.text, *words]


def test_a_choice_lights_up_while_it_is_said(at_question, voice):
    headless, option = at_question, at_question.journey.run.step.spoken_options()[1]
    voice.started.emit("vi", option.text)
    assert lit(headless) == [option.target]
    voice.finish()
    assert lit(headless) == []


def test_together_no_answer_glows_before_a_miss(at_question):
    headless = at_question
    right = headless.journey.run.expected
    wrong = next(
        each.target for each in headless.journey.run.spoken_options if each.target != right
    )
    assert headless.driver.find(right).property("glowing") is False
    headless.driver.touch(wrong)
    headless.driver.touch(wrong)
    assert headless.journey.run.misses == 1
    assert headless.driver.find(right).property("glowing") is True


def test_together_an_answer_glows_after_a_long_silence(at_question):
    headless = at_question
    headless.kiosk.visit.lesson._patience.timeout.emit()
    assert headless.driver.find(headless.journey.run.expected).property("glowing") is True


def test_the_first_touch_says_a_choice_and_the_tick_takes_it(at_question, voice):
    headless, run = at_question, at_question.journey.run
    assert not headless.driver.is_seen("take")
    headless.driver.touch(run.expected)
    assert sentences(voice) == [
        run.step.spoken_option(run.expected).text,
        prompts.TOUCH_AGAIN_TO_TAKE.text,
    ]
    assert headless.journey.run.progress == run.progress
    headless.driver.touch("take")
    assert headless.journey.run.progress == (run.expected,)
    assert not headless.driver.is_seen("take")


def test_a_second_touch_takes_it_too_and_two_notes_tell_that_it_is_right(at_question, voice):
    headless, right = at_question, at_question.journey.run.expected
    headless.driver.touch(right)
    assert voice.clicks[-1] == Sound.TOUCH
    headless.driver.touch(right)
    assert headless.journey.run.progress == (right,)
    assert voice.clicks[-1] == Sound.RIGHT


def test_a_wrong_answer_has_no_sound_of_its_own(at_question, voice):
    headless, run = at_question, at_question.journey.run
    wrong = next(each.target for each in run.spoken_options if each.target != run.expected)
    headless.driver.touch(wrong)
    headless.driver.touch(wrong)
    assert headless.journey.run.misses == 1
    assert set(voice.clicks) == {Sound.TOUCH}


def test_hear_again_says_question_and_choices(at_question, voice):
    headless, run = at_question, at_question.journey.run
    headless.driver.touch("hear")
    words = [line.text for line in run.step.spoken_options()]
    assert sentences(voice)[: 1 + len(words)] == [run.line.text, *words]


def test_touching_the_sentence_says_it_again_and_then_the_word(at_question, voice):
    headless, line = at_question, at_question.journey.run.line.text
    item = headless.driver.find("line")
    place = item.mapToScene(QPointF(4, item.height() / 4)).toPoint()
    headless.driver.touch_at(place)
    assert sentences(voice) == [line]
    headless.driver.touch_at(place)
    assert sentences(voice) == [line.split()[0]]


def sheet(headless, *names):
    for name in names:
        headless.driver.touch(name)


PLACES = {
    "home": (),
    "adjust": ("adjust",),
    "pad": ("by-number",),
    "leave": ("home",),
}


@pytest.mark.parametrize("place", PLACES)
def test_every_button_of_a_page_and_its_heading_is_said(headless, voice, place):
    headless.journey.to_home("vi")
    sheet(headless, *PLACES[place])
    headless.driver.touch("hear")
    assert unsaid(headless, voice) == set()


def test_every_way_is_said(headless, voice):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    sheet(headless, "ways", "hear")
    assert unsaid(headless, voice) == set()
    assert prompts.CHOOSE_WAY.text in sentences(voice)


def unsaid(headless, voice):
    """The texts on buttons and in headings that are not among the spoken sentences."""
    said = set(sentences(voice))
    buttons = {
        item.property("text") or item.property("spokenName")
        for item in items_below(headless.kiosk.window.contentItem())
        if item.isVisible() and item.isEnabled() and item.inherits("QQuickAbstractButton")
    }
    shown = {text for text in buttons | set(headless.driver.sentences()) if text}
    digits = {str(number) for number in range(10)}  # a digit is spoken when it is touched
    return shown - said - digits - {"Tiếng Việt"}


def test_each_language_is_named_in_its_own_voice_and_lights_up(headless, voice):
    headless.journey.to_language_page()
    assert sentences(voice)[0] == prompts.CHOOSE_LANGUAGE.text
    assert ("vi", "Tiếng Việt") in voice.saying
    assert ("en", "English") in voice.saying
    voice.started.emit("en", "English")
    assert lit(headless) == ["language:en"]


def test_on_the_page_for_letters_the_choice_that_was_made_is_said(headless, voice):
    headless.journey.to_home("vi")
    sheet(headless, "adjust", "text-large")
    assert sentences(voice) == ["To"]
    sheet(headless, "voice-slow")
    assert sentences(voice) == ["Đọc chậm"]


def test_a_touch_near_a_button_is_a_touch_of_it_and_far_from_all_is_nothing(headless):
    headless.journey.to_home("vi")
    button = headless.driver.rectangle_of(headless.driver.find("by-number"))
    near_px = 5 * headless.kiosk.window.property("width") / (21.5 * 25.4 * 0.87)
    beside = QPointF(button.right() + near_px, button.center().y())
    assert not QRectF(button).contains(beside)
    headless.driver.touch_at(beside.toPoint())
    assert headless.journey.visit.pad is not None
    headless.driver.touch("number-close")
    headless.driver.touch_at(QPointF(button.right() + near_px * 8, button.center().y()).toPoint())
    assert headless.journey.visit.pad is None


def test_five_hits_in_a_second_skip_nothing(headless):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    headless.driver.touch(NEXT)
    before = headless.journey.run.number
    clock, window = headless.kiosk.platform.clock, headless.driver
    window._clock, seconds = None, (0.0, 0.2, 0.2, 0.2, 0.2)
    clock.time_s += 2
    for pause_s in seconds:
        clock.time_s += pause_s
        headless.driver.touch(NEXT)
    window._clock = clock
    assert headless.journey.run.number == before + 1


def test_home_keeps_the_lesson_where_it_was_and_finished_tiles_bear_a_tick(headless):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.TOGETHER)
    headless.driver.touch(NEXT)
    headless.driver.touch(NEXT)
    before = headless.journey.run
    headless.driver.touch("home")
    assert headless.journey.visit.page is Page.HOME
    headless.driver.touch("resume")
    assert headless.journey.run == before
    headless.journey.to_way(Way.OWN_PHONE)
    while headless.journey.visit.page is Page.LESSON:
        headless.driver.touch(NEXT)
    headless.driver.touch("home")
    assert not headless.driver.is_seen("resume")
    assert headless.driver.find("lesson:hoc-thu").property("ticked") is True


def test_staff_can_be_called_on_every_sheet(headless):
    headless.journey.to_home("vi")
    for launcher, closer in (("adjust", "adjusted"), ("by-number", "number-close")):
        headless.driver.touch(launcher)
        headless.driver.touch("call")
        assert headless.journey.visit.calling_staff
        headless.driver.touch("staff-came")
        headless.driver.touch(closer)


ALWAYS = {"Nghe", "Dừng", "MÔ PHỎNG", "Tiếng Việt", "Gợi ý"}


BREAKS = str.maketrans({"\u2011": "-", "\u200b": "", "\u00a0": " "})


def leaves(headless):
    """All texts of the lesson page that are neither on the phone nor a count."""
    found = set()
    for item in seen_beside_the_phone(headless.kiosk.window.contentItem()):
        text = item.property("text") or item.property("sentence") or item.property("spokenName")
        if isinstance(text, str) and any(letter.isalpha() for letter in text):
            # Line break opportunities and non-breaking characters are not spoken.
            found.add(text.removesuffix(":").translate(BREAKS))
    # Without the mark for staff, and the letters of a value that is spoken as a whole.
    return {text for text in found if not text.startswith("Bài số") and len(text) > 1}


def seen_beside_the_phone(item):
    waiting = [item]
    while waiting:
        item = waiting.pop()
        if item.isVisible() and item.objectName() != "phone":
            yield item
            waiting.extend(item.childItems())
