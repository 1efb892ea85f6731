"""Complete lessons by keyboard or two switches: one moves to the next button, one presses it."""

import pytest
from one_lesson_home import LESSON, small_home
from PySide6.QtCore import Qt

from kiosk.domain.lesson import Lesson
from kiosk.domain.phone_make import Make
from kiosk.folders import CHECKOUT, Folders
from kiosk.headless.journey import Journey
from kiosk.headless.ui_driver import UiDriver
from kiosk.library.library import load_library
from kiosk.phone import element_kinds
from kiosk.player.visit import Page
from kiosk.steps import step_kinds

SHIPPED = (
    "bay-quet-ma",
    "dang-nhap-cong",
    "dat-lich-kham",
    "lam-quen-may",
    "ngan-hang-hoi-mat",
    "noi-wifi",
    "sim-chinh-chu",
    "vneid-kich-hoat",
)
"""A smallest set of shipped lessons that together contain every kind of content."""
MAX_STOPS = 80


class TwoSwitches(UiDriver):
    """Operates the kiosk by scan and select instead of touches."""

    def touch(self, name: str) -> None:
        """Moves the focus from button to button until the named one has it, and presses that."""
        passed = []
        for _ in range(MAX_STOPS):
            item = self._window.activeFocusItem()
            if item is not None and item.objectName() == name:
                self.press_key(Qt.Key.Key_Return)
                return
            passed.append(item.objectName() if item else "nothing")
            self.press_key(Qt.Key.Key_Tab)
        raise AssertionError(f"no switch leads to {name}, but to {list(dict.fromkeys(passed))}")


@pytest.fixture
def switches_of(make_headless):
    """A user with two switches at a kiosk with this home."""

    def make(home):
        headless = make_headless(home, width=1366, height=768)
        hand = TwoSwitches(headless.kiosk.window, headless.kiosk.platform.clock, motion=False)
        return Journey(headless.kiosk.visit, hand)

    return make


def go_through(journey: Journey, lesson: str) -> None:
    """Goes from the first page to the end of all ways."""
    journey.to_home("vi")
    journey.to_lesson(lesson)
    for way in journey.run.lesson.ways:
        assert journey.is_on(way)
        while journey.is_on(way):
            journey.do_step()
    assert journey.visit.page is Page.DONE


@pytest.mark.parametrize("lesson", SHIPPED)
def test_a_shipped_lesson_is_finished_in_every_way(switches_of, lesson):
    go_through(switches_of(CHECKOUT), lesson)


def test_a_lesson_of_what_no_shipped_one_has_is_finished_in_every_way(switches_of, tmp_path):
    go_through(switches_of(small_home(tmp_path)), LESSON)


def contents(lesson: Lesson) -> set[str]:
    """The kinds of steps, of elements on the phone, and of touched elements."""
    found = set()
    for at, step in enumerate(lesson.steps):
        expected, screen = step.expects(step.begin()), lesson.screen_of(at)
        elements = screen.elements if screen else ()
        found |= {f"step {step.key}", *(f"shown {each.key}" for each in elements)}
        found |= {f"touched {each.key}" for each in elements if expected in each.targets}
        found |= {f"touched {expected}"} & {"touched back", "touched home"}
    return found


def test_every_kind_of_step_and_element_is_among_them(library, tmp_path):
    all_of = {name: contents(lesson.for_phone(Make.ANDROID)) for name, lesson in library.items()}
    done = set().union(*(all_of[name] for name in SHIPPED))
    assert set().union(*all_of.values()) - done == set()
    small = load_library(Folders(home=small_home(tmp_path))).find(LESSON)
    done |= contents(small)
    assert {f"step {kind.key}" for kind in step_kinds().values()} - done == set()
    touchable = {key for key, kind in element_kinds().items() if kind.touchable}
    assert {f"shown {key}" for key in touchable} - done == set()
