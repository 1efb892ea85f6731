"""A lesson played on trial by staff does not change the current visit, and is not counted."""

from dataclasses import replace

import pytest
from making import explain, lesson, tap

from kiosk.domain.settings import Settings
from kiosk.player import lesson_run, staff_assist, visit
from kiosk.player.events import events_between
from kiosk.player.idle import STAFF_QUIET_S, IdleState, idle_state
from kiosk.player.visit import Page

HERS = lesson(explain(), tap("a"))
TRIED = lesson(tap("b")).model_copy(update={"id": "thu"})
SETTINGS = Settings()
LEARNING = visit.open_lesson(visit.go_home(visit.new_visit(SETTINGS)), HERS)
AT_DESK = visit.open_staff_area(visit.ask_pin(LEARNING))
TRIAL = visit.try_lesson(AT_DESK, TRIED)


def test_the_lesson_is_played_as_learners_see_it():
    assert TRIAL.page is Page.LESSON
    assert TRIAL.run.lesson is TRIED
    assert TRIAL.set_aside is None


@pytest.mark.parametrize(
    "leave", [visit.go_home, visit.go_back, staff_assist.after_done], ids=["home", "back", "done"]
)
def test_wherever_it_is_left_the_staffs_area_follows(leave):
    assert leave(TRIAL) == AT_DESK


def test_it_may_come_to_its_end():
    state = TRIAL
    for _ in range(100):
        if state.page is Page.DONE:
            break
        state = visit.with_run(state, lesson_run.next_step(state.run))
    assert staff_assist.after_done(state) == AT_DESK


def test_how_staff_saw_and_heard_it_goes_on():
    english = visit.choose_language(TRIAL, "en")
    assert visit.go_home(english) == replace(AT_DESK, language="en")


def test_another_lesson_that_is_opened_is_no_trial():
    assert visit.open_lesson(TRIAL, HERS).before_trial is None


def test_nobody_there_is_as_in_the_staffs_area():
    assert idle_state(TRIAL, SETTINGS.idle, STAFF_QUIET_S - 1) is IdleState.HERE
    assert idle_state(TRIAL, SETTINGS.idle, STAFF_QUIET_S) is IdleState.STAFF_GONE
    left = visit.leave_staff_area(TRIAL)
    assert (left.page, left.run.lesson) == (Page.LESSON, HERS)


def test_nothing_of_it_is_counted():
    moved = visit.with_run(TRIAL, lesson_run.next_step(TRIAL.run))
    for before, after in [(AT_DESK, TRIAL), (TRIAL, moved), (moved, visit.go_home(moved))]:
        assert events_between(before, after) == ()
