"""A step on the learner's own phone that asks for an app or a name that exists only here."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way

INVENTED = re.compile(r"\b(?:\w+ ){0,2}(?:Mẫu|MẪU|MAU)\b|\S+\.example\b")
"""How invented names are marked in lessons: Ngân hàng Mẫu, cong.example."""
PAGES = ("bar", "address")
"""Elements that tell which app or page is open."""
PLACES = ("app", "row", "button")
"""Elements that are touched by their name."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - a check takes both
    """Each step of the way `own-phone` whose place to touch or title bears an invented name."""
    for at in lesson.positions(Way.OWN_PHONE):
        step, screen = lesson.steps[at], lesson.screen_of(at)
        if screen is None or not step.is_exercise:
            continue
        told = (
            INVENTED.search(" ".join(element.words))
            for element in screen.elements
            if element.key in PAGES
            or (element.key in PLACES and element.target == step.expects(step.begin()))
        )
        if found := next(filter(None, told), None):
            yield Trap(("steps", at), "invented_app", {"name": found.group()})
