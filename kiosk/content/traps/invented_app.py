"""A step on the learner's own phone that asks for an app or a name that exists only here."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way

INVENTED = re.compile(r"\b(?:\w+ ){0,2}(?:Mẫu|MẪU|MAU)\b|\S+\.example\b")
"""How invented names are marked in lessons: Ngân hàng Mẫu, cong.example."""
PRACTICE_VALUE = re.compile(r"\d.*\d.*\d")
"""Numbers, codes and passwords that were only typed to practise."""
PAGES = ("bar", "address")
"""Elements that tell which app or page is open."""
PLACES = ("app", "row", "button")
"""Elements that are touched by their name."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:
    """Each step of the way `own-phone`, and each trouble there, that names what is not there."""
    values = {step.copied for step in lesson.steps if PRACTICE_VALUE.search(step.copied)}
    values -= {value for sort in facts.values.values() for value in sort}
    for name, trouble in lesson.head.troubles.items():
        for at, told in enumerate(trouble.steps):
            if named := INVENTED.search(told.say):
                trail = ("troubles", name, "steps", at, "say")
                yield Trap(trail, "invented_app", {"name": named.group()})
    for at in lesson.positions(Way.OWN_PHONE):
        step, screen = lesson.steps[at], lesson.screen_of(at)
        if value := next((each for each in sorted(values) if each in step.line.text), None):
            yield Trap(("steps", at), "practice_value", {"text": value})
        if screen is None or not step.is_exercise:
            if named := INVENTED.search(step.line.text):
                yield Trap(("steps", at), "invented_app", {"name": named.group()})
            continue
        told = (
            INVENTED.search(" ".join(element.words))
            for element in screen.elements
            if element.key in PAGES
            or (element.key in PLACES and element.target == step.expects(step.begin()))
        )
        if found := next(filter(None, told), None):
            yield Trap(("steps", at), "invented_app", {"name": found.group()})
