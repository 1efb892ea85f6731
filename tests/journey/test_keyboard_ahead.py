"""The phone's keyboard is made before the step that writes, so that nobody waits for its keys."""

import pytest

from kiosk.domain.placement import ViewPlace
from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below
from kiosk.player import lesson_run
from kiosk.player import visit as visits

FIRST_KEY = "key:q"


@pytest.fixture
def before_writing(headless_of):
    """The Wi-Fi lesson at the step before the first that writes."""
    on = headless_of()
    on.journey.to_home("vi")
    on.journey.to_lesson("noi-wifi")
    show(on, lesson_run.begin(on.journey.run.lesson, Way.TOGETHER))
    while not writes_next(on):
        show(on, lesson_run.next_step(on.journey.run))
    return on


def show(on, run):
    on.kiosk.visit.set_visit(visits.with_run(on.journey.visit, run))


def writes_next(on):
    ahead = on.journey.run.step_ahead
    return ahead is not None and ahead.place is ViewPlace.PHONE


def keys(on):
    return [
        item
        for item in items_below(on.kiosk.window.contentItem())
        if item.objectName() == FIRST_KEY
    ]


def test_keys_are_there_before_the_step_that_writes_and_stay_for_the_next(before_writing):
    on = before_writing
    on.driver.wait_until(lambda: keys(on), "keys that are not seen yet")
    assert not on.driver.is_seen(FIRST_KEY)
    (made,) = keys(on)
    for _ in range(2):
        before = on.journey.run
        show(on, lesson_run.next_step(before))
        assert on.driver.item(FIRST_KEY) == made
        show(on, before)
        assert not on.driver.is_seen(FIRST_KEY)


def test_no_keys_are_kept_once_the_lesson_is_left(before_writing):
    on = before_writing
    on.driver.wait_until(lambda: on.kiosk.visit.lesson.keyboard, "a keyboard")
    on.kiosk.visit.endVisit()
    assert on.kiosk.visit.lesson.keyboard is None
