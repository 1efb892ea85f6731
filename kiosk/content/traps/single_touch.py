"""A screen on which only one thing can be touched: nothing is found there, and nothing learnt.

Rows, apps, buttons, boxes to tick and networks stand among others on a real phone; a switch or the
one button of a message may stand alone there. The phone's own keys are no things to choose from.
"""

from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.lesson import Lesson
from kiosk.domain.placement import Area
from kiosk.domain.screen import NAVIGATION

AMONG_OTHERS = ("app", "row", "button", "checkbox", "network")
COVERING = (Area.WHOLE, Area.OVER)
"""What covers the rest of the screen, as a call or a question does."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - a check takes both
    """Each step that has the one touchable thing of its screen touched."""
    for at, step in enumerate(lesson.steps):
        screen = lesson.screen_of(at)
        right = step.expects(step.begin())
        if screen is None or step.key != "tap" or right in NAVIGATION:
            continue
        if screen.targets != (right,) or any(each.area in COVERING for each in screen.elements):
            continue
        if any(element.key in AMONG_OTHERS for element in screen.elements):
            yield Trap(("steps", at), "single_touch", {"screen": screen.name})
