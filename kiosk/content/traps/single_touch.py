"""Checks for screens with a single target, on which the learner has nothing to find.

Rows, apps, buttons, checkboxes and networks appear among others on a real phone; a switch or
the button of a message may be alone. The phone's navigation keys do not count as choices.
"""

from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.lesson import Lesson
from kiosk.domain.placement import Area
from kiosk.domain.screen import NAVIGATION

AMONG_OTHERS = ("app", "row", "button", "checkbox", "network")
COVERING = (Area.WHOLE, Area.OVER)
"""Areas that cover the rest of the screen, as a call or a dialog does."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Tap steps whose screen has no other target than the expected one."""
    for at, step in enumerate(lesson.steps):
        screen = lesson.screen_of(at)
        right = step.expects(step.begin())
        if screen is None or step.key != "tap" or right in NAVIGATION:
            continue
        if screen.targets != (right,) or any(each.area in COVERING for each in screen.elements):
            continue
        if any(element.key in AMONG_OTHERS for element in screen.elements):
            yield Trap(("steps", at), "single_touch", {"screen": screen.name})
