"""The detection of an idle kiosk."""

from dataclasses import replace

import pytest
from making import lesson, tap

from kiosk.domain.settings import Idle, Settings
from kiosk.domain.way import Way
from kiosk.player import visit
from kiosk.player.idle import IdleState, idle_state
from kiosk.player.visit import Page

IDLE = Idle(warn_after_s=100, own_phone_warn_after_s=300, wipe_after_s=20)
FRESH = visit.new_visit(Settings())
AT_HOME = visit.go_home(FRESH)
LESSON = visit.open_lesson(AT_HOME, lesson(tap("a")))
OWN_PHONE = visit.choose_way(LESSON, Way.OWN_PHONE)


@pytest.mark.parametrize("state", [AT_HOME, LESSON])
@pytest.mark.parametrize(
    ("untouched_s", "believed"),
    [
        (0, IdleState.HERE),
        (99.9, IdleState.HERE),
        (100, IdleState.ASKED),
        (119.9, IdleState.ASKED),
        (120, IdleState.GONE),
        (1e9, IdleState.GONE),
    ],
)
def test_quiet_is_first_asked_about_then_taken_for_absence(state, untouched_s, believed):
    assert idle_state(state, IDLE, untouched_s) is believed


@pytest.mark.parametrize(
    ("untouched_s", "believed"),
    [(299.9, IdleState.HERE), (300, IdleState.ASKED), (320, IdleState.GONE)],
)
def test_who_works_on_her_own_phone_is_given_more_time(untouched_s, believed):
    assert idle_state(OWN_PHONE, IDLE, untouched_s) is believed


def test_the_attract_page_misses_nobody():
    assert FRESH.page is Page.ATTRACT
    assert idle_state(FRESH, IDLE, 1e9) is IdleState.HERE


BEHIND_THE_DOOR = visit.open_staff_area(visit.ask_pin(LESSON))


@pytest.mark.parametrize("state", [visit.ask_pin(AT_HOME), BEHIND_THE_DOOR])
@pytest.mark.parametrize(
    ("untouched_s", "believed"),
    [
        (0, IdleState.HERE),
        (89.9, IdleState.HERE),
        (90, IdleState.STAFF_GONE),
        (1e9, IdleState.STAFF_GONE),
    ],
)
def test_the_staffs_own_pages_are_left_without_a_question(state, untouched_s, believed):
    assert idle_state(state, IDLE, untouched_s) is believed


def test_who_was_in_a_lesson_finds_it_again_after_staff_left():
    assert visit.leave_staff_area(BEHIND_THE_DOOR) == replace(LESSON, before_pin=Page.LESSON)
    assert visit.leave_staff_area(visit.open_staff_area(visit.ask_pin(AT_HOME))) is None
