"""A long speech can be paused; a voice in another language than the text is marked."""

import pytest

from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below

MOVES_NOT = ("ways", "line", "home", "back", "hear", "call", "next")


@pytest.fixture
def in_lesson(on):
    on.journey.to_home("vi")
    on.journey.to_lesson("hoc-thu")
    on.journey.to_way(Way.TOGETHER)
    return on


def places(on):
    return {name: on.driver.rectangle_of(on.driver.find(name)) for name in MOVES_NOT}


def without_english(on):
    """Removes all English translations."""
    catalogues = on.kiosk._translator._catalogues
    catalogues["en"] = type(catalogues["vi"])({})


def test_only_a_long_voice_can_be_paused_and_nothing_else_moves(in_lesson, voice):
    before = places(in_lesson)
    assert not in_lesson.driver.is_seen("pause")
    voice.pausableChanged.emit(True)
    assert in_lesson.driver.is_seen("pause")
    assert places(in_lesson) == before
    voice.pausableChanged.emit(False)
    assert not in_lesson.driver.is_seen("pause")
    assert places(in_lesson) == before


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


def test_vietnamese_in_the_place_of_her_language_is_marked_with_a_sign_and_words(on):
    without_english(on)
    on.journey.to_home("en")
    on.journey.to_lesson("hoc-thu")
    on.journey.to_way(Way.TOGETHER)
    assert on.driver.is_seen("stand-in")
    mark = on.driver.find("stand-in")
    assert {item.property("text") or item.property("name") for item in items_below(mark)} >= {
        "Đang đọc tiếng Việt",
        "language",
    }


def test_the_mark_stays_while_the_sentence_stands_there(on, voice):
    without_english(on)
    on.journey.to_home("en")
    on.journey.to_lesson("hoc-thu")
    on.journey.to_way(Way.TOGETHER)
    voice.finish()
    assert on.driver.is_seen("stand-in")


def test_her_own_language_needs_no_mark(in_lesson):
    assert not in_lesson.driver.is_seen("stand-in")


def test_the_next_person_finds_no_mark(on, voice):
    without_english(on)
    on.journey.to_home("en")
    on.journey.to_lesson("hoc-thu")
    on.journey.to_way(Way.TOGETHER)
    assert on.kiosk.speaker.voice.property("standIn")
    on.kiosk.speaker.stop()
    assert not on.kiosk.speaker.voice.property("standIn")
