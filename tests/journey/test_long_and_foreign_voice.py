"""A long speech can be paused; a voice in another language than the text is marked."""

import pytest

from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below

MOVES_NOT = ("ways", "line", "home", "back", "hear", "call", "next")


@pytest.fixture
def in_lesson(headless):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.TOGETHER)
    return headless


def rectangles(headless):
    return {name: headless.driver.rectangle_of(headless.driver.find(name)) for name in MOVES_NOT}


def without_english(headless):
    """Removes all English translations."""
    catalogues = headless.kiosk._translator._catalogues
    catalogues["en"] = type(catalogues["vi"])({})


def test_only_a_long_voice_can_be_paused_and_nothing_else_moves(in_lesson, voice):
    before = rectangles(in_lesson)
    assert not in_lesson.driver.is_seen("pause")
    voice.pausableChanged.emit(True)
    assert in_lesson.driver.is_seen("pause")
    assert rectangles(in_lesson) == before
    voice.pausableChanged.emit(False)
    assert not in_lesson.driver.is_seen("pause")
    assert rectangles(in_lesson) == before


def test_the_same_button_pauses_and_goes_on(in_lesson, voice):
    held = []
    voice.pausedChanged.connect(held.append)
    voice.pausableChanged.emit(True)
    button = in_lesson.driver.find("pause")
    assert button.property("text") == "Dừng"
    in_lesson.driver.touch("pause")
    assert held == [True]
    assert button.property("text") == "Nghe"
    in_lesson.driver.touch("pause")
    assert held == [True, False]
    assert button.property("text") == "Dừng"


def test_vietnamese_in_the_place_of_her_language_is_marked_with_a_sign_and_words(headless):
    without_english(headless)
    headless.journey.to_home("en")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.TOGETHER)
    assert headless.driver.is_seen("stand-in")
    mark = headless.driver.find("stand-in")
    assert {item.property("text") or item.property("name") for item in items_below(mark)} >= {
        "Đang đọc tiếng Việt",
        "language",
    }


def test_the_mark_stays_while_the_sentence_stands_there(headless, voice):
    without_english(headless)
    headless.journey.to_home("en")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.TOGETHER)
    voice.finish()
    assert headless.driver.is_seen("stand-in")


def test_her_own_language_needs_no_mark(in_lesson):
    assert not in_lesson.driver.is_seen("stand-in")


def test_the_next_person_finds_no_mark(headless, voice):
    without_english(headless)
    headless.journey.to_home("en")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.TOGETHER)
    assert headless.kiosk.speaker.voice.property("standIn")
    headless.kiosk.speaker.stop()
    assert not headless.kiosk.speaker.voice.property("standIn")
