"""The phone's keyboard is made before the step that writes, so that nobody waits for its keys."""

import pytest

from kiosk.domain.placement import ViewPlace
from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below
from kiosk.player import lesson_run
from kiosk.player import visit as visits

FIRST_KEY = "key:q"


@pytest.fixture
def before_writing(make_headless):
    """The Wi-Fi lesson at the step before the first that writes."""
    headless = make_headless()
    headless.journey.to_home("vi")
    headless.journey.to_lesson("noi-wifi")
    show(headless, lesson_run.begin(headless.journey.run.lesson, Way.TOGETHER))
    while not writes_next(headless):
        show(headless, lesson_run.next_step(headless.journey.run))
    return headless


def show(headless, run):
    headless.kiosk.visit.set_visit(visits.with_run(headless.journey.visit, run))


def writes_next(headless):
    ahead = headless.journey.run.step_ahead
    return ahead is not None and ahead.place is ViewPlace.PHONE


def keys(headless):
    return [
        item
        for item in items_below(headless.kiosk.window.contentItem())
        if item.objectName() == FIRST_KEY
    ]


def test_keys_are_there_before_the_step_that_writes_and_stay_for_the_next(before_writing):
    headless = before_writing
    headless.driver.wait_until(lambda: keys(headless), "keys that are not seen yet")
    assert not headless.driver.is_seen(FIRST_KEY)
    (made,) = keys(headless)
    for _ in range(2):
        before = headless.journey.run
        show(headless, lesson_run.next_step(before))
        assert headless.driver.item(FIRST_KEY) == made
        show(headless, before)
        assert not headless.driver.is_seen(FIRST_KEY)


def test_no_keys_are_kept_once_the_lesson_is_left(before_writing):
    headless = before_writing
    headless.driver.wait_until(lambda: headless.kiosk.visit.lesson.keyboard, "a keyboard")
    headless.kiosk.visit.endVisit()
    assert headless.kiosk.visit.lesson.keyboard is None
