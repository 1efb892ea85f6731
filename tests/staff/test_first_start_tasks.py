"""The logic of the first start: the next task, stored answers, and the results of each test."""

import pytest

from kiosk.staff.card_size import MAX_IN, MIN_IN, outline_grown
from kiosk.staff.first_start import (
    OVERVIEW,
    TASKS,
    WELCOME,
    FirstStart,
    FirstStartFile,
    TaskAnswer,
    is_due,
)
from kiosk.staff.touch_check import SPOTS, TouchCheck


def answered(*answers: TaskAnswer) -> FirstStart:
    state = FirstStart(page=TASKS[0])
    for answer in answers:
        state = state.answered(answer)
    return state


def test_each_task_comes_once_whether_it_was_done_or_left():
    seen, state = [], FirstStart(page=TASKS[0])
    while state.page != OVERVIEW:
        seen.append((state.number, state.page))
        state = state.answered(TaskAnswer.LATER if len(seen) % 2 else TaskAnswer.DONE)

    assert seen == list(enumerate(TASKS, start=1))
    assert state.all_answered


def test_back_leads_to_the_task_before_and_on_to_where_one_was():
    state = answered(TaskAnswer.DONE, TaskAnswer.LATER)

    previous = state.previous()
    assert previous.page == TASKS[1]
    assert previous.previous().previous().page == WELCOME
    assert previous.answered(TaskAnswer.DONE).page == TASKS[2]
    assert FirstStart().previous() is None


def test_a_task_opened_from_the_last_page_leads_back_there():
    state = FirstStart().all_later().opened("sound")

    assert state.previous().page == OVERVIEW
    after = state.answered(TaskAnswer.DONE)
    assert after.page == OVERVIEW
    assert after.answers["sound"] is TaskAnswer.DONE


@pytest.mark.parametrize(
    ("kept", "has_pin", "due"),
    [
        (None, False, True),
        (None, True, False),
        (FirstStart(), True, True),
        (answered(TaskAnswer.DONE), True, True),
        (FirstStart().finished(), False, False),
    ],
)
def test_it_is_asked_until_somebody_has_said_that_this_is_all(kept, has_pin, due):
    assert is_due(kept, has_pin=has_pin) is due


def test_what_was_answered_is_kept(tmp_path):
    file = FirstStartFile(tmp_path / "state" / "first-start.json")
    state = answered(TaskAnswer.DONE, TaskAnswer.LATER)

    assert file.read() is None
    file.write(state)
    assert file.read() == state
    file.write(state.finished())
    assert file.read().over


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "[]",
        "null",
        '{"page": "size"}',
        '{"page": "nowhere", "answers": {}, "over": false}',
        '{"page": "size", "answers": {"pin": "perhaps"}, "over": false}',
        '{"page": "size", "answers": {"tea": "done"}, "over": false}',
        '{"page": "size", "answers": ["pin"], "over": false}',
    ],
)
def test_a_damaged_file_is_as_if_there_were_none(tmp_path, damaged):
    path = tmp_path / "first-start.json"
    path.write_text(damaged, encoding="utf-8")

    assert FirstStartFile(path).read() is None


def test_the_outline_of_a_card_grows_where_the_screen_is_smaller():
    assert outline_grown(21.5, 0.1) == 21.4
    assert outline_grown(21.5, -1.0) == 22.5
    assert outline_grown(MIN_IN, 1.0) == MIN_IN
    assert outline_grown(MAX_IN, -1.0) == MAX_IN


def test_a_screen_that_answers_everywhere_is_well():
    check = TouchCheck()
    for spot in SPOTS:
        assert check.wanted == spot
        check = check.touched(spot)

    assert check.is_well


def test_a_spot_that_does_not_answer_is_named():
    check = TouchCheck().touched("top-left").no_answer()
    for spot in SPOTS[2:]:
        check = check.touched(spot)

    assert check.is_over
    assert not check.is_well
    assert check.silent == ("top-right",)


def test_a_touch_that_arrives_elsewhere_is_told_and_not_taken():
    check = TouchCheck().touched("bottom-right")

    assert (check.elsewhere, check.wanted) == ("bottom-right", "top-left")
    for spot in SPOTS:
        check = check.touched(spot)
    assert not check.is_well


def test_a_spot_touched_once_more_is_no_mistake():
    check = TouchCheck().touched("top-left").touched("top-left")

    assert not check.turned
