"""The lines that each page speaks, and which of them are new."""

from dataclasses import replace

import pytest
from making import GOAL, explain, lesson, tap

from kiosk.domain import prompts
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.player import lesson_run, visit
from kiosk.player.come_back import ComeBack, ComeBackDelay
from kiosk.player.speech import is_new_speech, lines_of
from kiosk.player.visit import DisplayPreferences, Page

LESSON = lesson(explain("Một."), tap("a", wrong="Chưa."), remember=["Nhớ một.", "Nhớ hai."])
FRESH = visit.new_visit(Settings())
AT_HOME = visit.go_home(FRESH)
IN_LESSON = visit.open_lesson(AT_HOME, LESSON)


def at(way, number):
    state = visit.choose_way(IN_LESSON, way)
    for _ in range(number):
        state = visit.with_run(state, lesson_run.next_step(state.run))
    return state


def texts(state):
    return [line.text for line in lines_of(state)]


@pytest.mark.parametrize("page", [Page.ATTRACT, Page.PIN, Page.STAFF])
def test_pages_without_sentences_of_their_own_say_nothing(page):
    assert lines_of(replace(FRESH, page=page)) == ()


def test_home_invites():
    assert lines_of(AT_HOME) == (prompts.WELCOME_HOME,)


def test_the_sign_that_calls_staff_speaks_wherever_it_is_raised():
    for state in (AT_HOME, IN_LESSON, at(Way.TOGETHER, 1)):
        assert lines_of(replace(state, calling_staff=True)) == (prompts.CALLING_STAFF,)


def test_the_opening_card_tells_what_will_be_learnt_and_how():
    how = {way: prompts.OPENINGS[way].text for way in Way}
    assert texts(at(Way.WATCH, 0)) == [GOAL, how[Way.WATCH]]
    assert texts(at(Way.TOGETHER, 0)) == [how[Way.TOGETHER]]
    assert texts(at(Way.ALONE, 0)) == [how[Way.ALONE], GOAL]
    assert texts(at(Way.OWN_PHONE, 0)) == [how[Way.OWN_PHONE]]


def test_praise_is_told_before_the_next_card():
    praised = visit.with_run(at(Way.ALONE, 1), lesson_run.next_step(at(Way.ALONE, 1).run))
    assert texts(praised) == [prompts.ALONE_DONE.text, prompts.OPENINGS[Way.OWN_PHONE].text]


def test_a_step_tells_its_sentence_and_then_the_answer_to_a_touch():
    state = at(Way.TOGETHER, 2)
    assert texts(state) == ["Chạm a."]
    missed = visit.with_run(state, lesson_run.touch(state.run, "b"))
    assert texts(missed) == ["Chưa."]


def test_the_end_tells_what_to_remember():
    assert texts(at(Way.OWN_PHONE, 3)) == [
        prompts.LESSON_DONE.text,
        "Nhớ một.",
        "Nhớ hai.",
        prompts.COME_BACK.text,
    ]


def test_a_closing_sentence_of_the_lesson_stands_instead_of_all_praise_at_the_end():
    quiet = lesson(tap("a"), remember=["Nhớ một."], closing="Bác rõ việc rồi ạ.")
    began = visit.open_lesson(AT_HOME, quiet)
    for way in (Way.ALONE, Way.OWN_PHONE):
        state = visit.choose_way(began, way)
        state = visit.with_run(state, lesson_run.next_step(state.run))
        state = visit.with_run(state, lesson_run.touch(state.run, "a"))
        if way is Way.ALONE:
            assert texts(state) == [prompts.OPENINGS[Way.OWN_PHONE].text]
    state = visit.with_run(state, replace(state.run, over=True))
    assert texts(state)[:2] == ["Bác rõ việc rồi ạ.", "Nhớ một."]
    came_back = replace(state, came_back=ComeBack(ComeBackDelay.WEEK))
    assert texts(came_back)[0] == "Bác rõ việc rồi ạ."


class TestNews:
    def test_another_step_page_or_language_is_news(self):
        state = at(Way.TOGETHER, 1)
        assert is_new_speech(state, at(Way.TOGETHER, 2))
        assert is_new_speech(state, AT_HOME)
        assert is_new_speech(state, visit.choose_language(state, "en"))
        assert is_new_speech(state, replace(state, calling_staff=True))
        assert is_new_speech(replace(state, calling_staff=True), state)

    def test_the_same_wrong_touch_again_is_told_in_other_words(self):
        once = visit.with_run(at(Way.TOGETHER, 2), lesson_run.touch(at(Way.TOGETHER, 2).run, "b"))
        twice = visit.with_run(once, lesson_run.touch(once.run, "b"))
        assert texts(once) != texts(twice)
        assert is_new_speech(once, twice)

    def test_larger_letters_are_none(self):
        state = at(Way.TOGETHER, 1)
        assert not is_new_speech(state, replace(state, preferences=DisplayPreferences(slow=True)))
        assert not is_new_speech(state, state)

    def test_a_page_that_says_nothing_has_no_news(self):
        assert not is_new_speech(AT_HOME, FRESH)
