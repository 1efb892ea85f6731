"""Checks that a value to be typed was shown or said before, on every path."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._paths import seen_before
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line
from kiosk.domain.way import Way

WAYS = (Way.TOGETHER, Way.ALONE)
"""The ways in which the learner types the value herself."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Steps with a value that is unknown; each step is reported for the first such way."""
    for at, step in enumerate(lesson.steps):
        if step.copied != " ".join(step.copied.split()):
            yield Trap(("steps", at, "type", "text"), "space_unseen", {"text": step.copied})
    reported: set[int] = set()
    for way in WAYS:
        for at, seen in seen_before(lesson, way).items():
            value = lesson.steps[at].copied
            if not value or at in reported:
                continue
            if any(_knows(value, _texts_at(lesson, each, way)) for each in seen.always):
                continue
            if _knows(value, (lesson.head.goal,)):
                continue
            reported.add(at)
            branch = [at for at in seen.sometimes if _knows(value, _texts_at(lesson, at, way))]
            code = "value_in_branch" if branch else "value_unseen"
            key_path = ("steps", at, "type", "text")
            yield Trap(key_path, code, {"text": value, "where": f"way:{way.value}"})


def _texts_at(lesson: Lesson, at: int, way: Way) -> Iterator[str]:
    """Everything shown or said at a step without a request for help."""
    step = lesson.steps[at]
    lines: Iterable[Line] = (step.line,)
    if way is Way.ALONE and step.is_exercise:
        lines = (step.alone_line or Line(lesson.head.goal),)
    for line in lines:
        yield line.text
    if isinstance(step.note, tuple):
        for row in step.note:
            yield row.value
    if step.arrives:
        yield step.arrives.text
    yield from step.answers().values()
    screen = lesson.screen_of(at)
    for element in screen.elements if screen else ():
        hidden = getattr(element, "value", None) if getattr(element, "secret", False) else None
        yield from (word for word in element.words if word != hidden)


def _knows(value: str, texts: Iterable[str]) -> bool:
    """Whether the value can be read in one of the texts."""
    wanted = _pattern(value)
    return any(wanted.search(text) for text in texts)


@cache
def _pattern(value: str) -> re.Pattern[str]:
    """Matches the value as a whole word; separators may differ (35.000 is 35000)."""
    signs = r"[\s.]*".join(re.escape(sign) for sign in value if not sign.isspace() and sign != ".")
    same_case = any(sign.isupper() for sign in value)
    return re.compile(rf"(?<!\w){signs}(?!\w)", 0 if same_case else re.IGNORECASE)
