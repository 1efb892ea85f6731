"""A whole lesson by keys alone, or two switches: one goes on to the next button, one takes it."""

from one_lesson_home import LESSON, small_home
from PySide6.QtCore import Qt

from kiosk.domain.way import Way
from kiosk.headless.journey import ON_PHONE
from kiosk.player.visit import Page

MOST_STEPS = 200
MOST_BUTTONS = 80


class Switches:
    """Scan and select, and nothing else."""

    def __init__(self, on):
        self._on = on

    def choose(self, *names):
        """Go on from button to button until one of that name, and take it."""
        for _ in range(MOST_BUTTONS):
            item = self._on.kiosk.window.activeFocusItem()
            if item is not None and item.objectName() in names:
                self._on.driver.press_key(Qt.Key.Key_Return)
                return
            self._on.driver.press_key(Qt.Key.Key_Tab)
        raise AssertionError(f"no switch leads to {names}")


def test_a_lesson_is_finished_in_every_way_by_two_switches(headless_of, tmp_path):
    on = headless_of(small_home(tmp_path))
    hand = Switches(on)
    hand.choose("begin")
    hand.choose("language:vi")
    on.driver.wait_until(lambda: on.driver.is_seen(f"lesson:{LESSON}"), "home")
    hand.choose(f"lesson:{LESSON}")
    on.driver.wait_until(lambda: on.journey.visit.page is Page.LESSON, "the lesson")
    finished = []
    for _ in range(MOST_STEPS):
        if on.journey.visit.page is not Page.LESSON:
            break
        run = on.journey.run
        target = "next" if run.way is Way.WATCH else run.expected
        hand.choose(target, ON_PHONE + target)
        if not on.journey.is_on(run.way):
            finished.append(run.way)
    assert finished == list(on.journey.run.lesson.ways)
    assert on.journey.visit.page is Page.DONE
