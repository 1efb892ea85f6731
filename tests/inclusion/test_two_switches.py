"""A whole lesson by two switches, one that goes on to the next button and one that takes it."""

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.way import Way
from kiosk.player.visit import Page

MOST_STEPS = 400
LESSON = "noi-wifi"


class Switches:
    """Scan and select, and nothing else."""

    def __init__(self, on):
        self._on = on

    def choose(self, *names):
        """Go on from button to button until one of that name, and take it."""
        for _ in range(120):
            item = self._on.kiosk.window.activeFocusItem()
            if item is not None and item.objectName() in names:
                self._on.driver.press_key(Qt.Key.Key_Return)
                return
            self._on.driver.press_key(Qt.Key.Key_Tab)
        raise AssertionError(f"no switch leads to {names}")


@pytest.mark.parametrize("way", [Way.TOGETHER])
def test_a_lesson_is_finished_by_two_switches(on, way):
    switches = Switches(on)
    switches.choose("begin")
    if on.journey.visit.page is Page.LANGUAGE:
        switches.choose("language:vi")
    on.driver.wait_until(lambda: on.journey.visit.page is Page.HOME, "home")
    switches.choose(f"lesson:{LESSON}")
    on.driver.wait_until(lambda: on.journey.visit.page in (Page.LESSON, Page.PHONE), "the lesson")
    if on.journey.visit.page is Page.PHONE:
        switches.choose("make:android")
        on.driver.wait_until(lambda: on.journey.visit.page is Page.LESSON, "the lesson")
    switches.choose("ways")
    switches.choose(f"way:{way}")
    for _ in range(MOST_STEPS):
        if on.journey.visit.page is not Page.LESSON or on.journey.run.way is not way:
            break
        target = on.journey.run.expected
        switches.choose(target, f"phone:{target}")
    assert on.journey.visit.page is Page.DONE or on.journey.run.way is not way
