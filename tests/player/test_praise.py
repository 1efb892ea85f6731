"""Only correct touches are praised, in green and with two notes; hints and reasons are not."""

from making import RIGHT, WRONG, ask, explain, lesson, tap

from kiosk.domain import prompts
from kiosk.domain.way import Way
from kiosk.player.lesson_run import ask_help, begin, is_right_answer, next_step, touch

CAUGHT = {"text": "Chuyển tiền", "because": "Đừng bác ạ.", "goto": "mac-lua"}
ANSWERS = lesson(ask(RIGHT, WRONG, CAUGHT), explain(name="mac-lua"))
RIGHT_ONE, WRONG_ONE, CAUGHT_ONE = "choice:1", "choice:2", "choice:3"


def at_first(of, way=Way.TOGETHER):
    return next_step(begin(of, way))


def take(run, answer):
    """The run after an answer was spoken, and after it was taken."""
    said = touch(run, answer)
    return said, touch(said, answer)


def test_a_right_answer_is_praised():
    said, taken = take(at_first(ANSWERS), RIGHT_ONE)
    assert not said.praised
    assert taken.praised
    assert is_right_answer(said, taken)


def test_a_right_answer_after_a_wrong_one_is_praised_too():
    _, missed = take(at_first(ANSWERS), WRONG_ONE)
    assert not missed.praised
    said, taken = take(missed, RIGHT_ONE)
    assert taken.praised
    assert is_right_answer(said, taken)


def test_a_wrong_answer_that_leads_on_is_not_praised():
    said, taken = take(at_first(ANSWERS), CAUGHT_ONE)
    assert taken.feedback.text == "Đừng bác ạ."
    assert not taken.praised
    assert not is_right_answer(said, taken)
    assert next_step(taken).step.name == "mac-lua"


def test_hints_are_not_praise():
    run = at_first(lesson(tap("a")), Way.ALONE)
    hinted = ask_help(ask_help(run))
    assert hinted.feedback == prompts.FOLLOW_THE_FINGER
    assert not hinted.praised


def test_praise_stays_when_something_else_is_touched_afterwards():
    _, taken = take(at_first(ANSWERS), RIGHT_ONE)
    assert touch(taken, "phone:nothing").praised


def test_praise_for_what_came_before_stands_on_the_next_card():
    assert begin(ANSWERS, Way.OWN_PHONE, prompts.ALONE_DONE).praised
    assert not begin(ANSWERS, Way.WATCH).praised
