"""The sender or caller on the phone is spoken, for learners who cannot read."""

from dataclasses import replace

import pytest
from making import RIGHT, WRONG, lesson, step, tap

from kiosk.domain import prompts
from kiosk.domain.line import Speaker
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.player import lesson_run, visit
from kiosk.player.listening import Heard, touch_by_ear
from kiosk.player.speech import is_new_speech, lines_to_come
from kiosk.player.spoken_page import PageContent, said_again, said_at_first, said_between
from kiosk.player.visit import Visit

NOTHING = PageContent()
CALL = step("call", call="Số lạ 09•• ••• •••", says="Bác đọc mã.", choices=[RIGHT, WRONG])
MESSAGE = step("message", message="Cháu Nam", says="Bà ơi.", choices=[RIGHT, WRONG])
CODE = tap("a", arrives={"from": "VNeID", "text": "Ma cua ban la 482915"})


def at(way: Way, text: object) -> Visit:
    """A visit at that step of a way."""
    opened = visit.open_lesson(visit.new_visit(Settings()), lesson(text))
    chosen = visit.choose_way(opened, way)
    return visit.with_run(chosen, lesson_run.next_step(chosen.run))


def texts(lines):
    return [line.text for line in lines]


@pytest.mark.parametrize("way", [Way.TOGETHER, Way.ALONE])
def test_a_call_rings_then_its_name_is_told_and_then_the_caller_speaks(way):
    ring, name, words, *options = said_at_first(at(way, CALL), NOTHING)
    assert (ring, ring.sound) == (prompts.CALL_FROM, "phone")
    assert (name.text, name.speaker) == ("Số lạ 09•• ••• •••", Speaker.GUIDE)
    assert (words.text, words.speaker) == ("Bác đọc mã.", Speaker.OTHER)
    assert texts(options) == ["Đúng", "Sai"]


def test_a_message_tells_its_sender_before_what_is_written():
    said = texts(said_at_first(at(Way.TOGETHER, MESSAGE), NOTHING))
    assert said[:3] == [prompts.MESSAGE_FROM.text, "Cháu Nam", "Bà ơi."]


def test_what_drops_in_is_read_out_after_the_sentence():
    said = texts(said_at_first(at(Way.TOGETHER, CODE), NOTHING))
    assert said == ["Chạm a.", prompts.MESSAGE_FROM.text, "VNeID", "Ma cua ban la 482915"]


def test_on_her_own_phone_no_message_of_ours_is_read_out():
    assert texts(said_at_first(at(Way.OWN_PHONE, CODE), NOTHING)) == ["Chạm a."]


@pytest.mark.parametrize("expected", [CALL, MESSAGE, CODE], ids=["call", "message", "arrival"])
def test_hear_again_tells_it_too_also_after_an_answer(expected):
    shown = at(Way.TOGETHER, expected)
    first = texts(said_at_first(shown, NOTHING))
    assert texts(said_again(shown, NOTHING))[: len(first)] == first
    missed = visit.with_run(shown, replace(shown.run, feedback=prompts.TRY_ANOTHER_SPOT))
    assert set(first) <= set(texts(said_again(missed, NOTHING)))


def test_the_answer_to_a_touch_does_not_tell_it_again():
    shown = at(Way.TOGETHER, MESSAGE)
    touched = visit.with_run(shown, lesson_run.touch(shown.run, "choice:2"))
    assert "Cháu Nam" not in texts(said_between(shown, touched, NOTHING))


def test_messages_that_are_pulled_down_are_read_out_and_let_up_in_silence():
    shown = at(Way.TOGETHER, CODE)
    down = visit.with_run(shown, lesson_run.touch(shown.run, lesson_run.SHADE))
    assert is_new_speech(shown, down)
    assert texts(said_between(shown, down, NOTHING)) == ["VNeID", "Ma cua ban la 482915"]
    up = visit.with_run(down, lesson_run.touch(down.run, lesson_run.SHADE))
    assert said_between(down, up, NOTHING) == ()


@pytest.mark.parametrize("expected", [CALL, MESSAGE, CODE], ids=["call", "message", "arrival"])
def test_whoever_did_not_hear_it_does_not_know_what_to_touch(expected):
    run = at(Way.TOGETHER, expected).run
    said = said_at_first(at(Way.TOGETHER, expected), NOTHING)
    named = frozenset(line.target for line in said if line.target)
    known = {*texts(said), prompts.OPENINGS[Way.TOGETHER].text}
    sender = next(line.text for line in said if line.language)
    assert touch_by_ear(run, heard(known, named)) is not None
    assert touch_by_ear(run, heard(known - {sender}, named)) is None


def heard(sentences, named):
    return Heard(*[frozenset(sentences)] * 3, named, named)


@pytest.mark.parametrize("expected", [CALL, CODE], ids=["call", "arrival"])
def test_it_is_rendered_ahead(expected):
    opened = visit.open_lesson(visit.new_visit(Settings()), lesson(expected))
    before = visit.choose_way(opened, Way.TOGETHER)
    said = said_at_first(at(Way.TOGETHER, expected), NOTHING)
    assert set(texts(said)) <= set(texts(lines_to_come(before)))
