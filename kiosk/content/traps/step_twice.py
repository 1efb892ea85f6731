"""A step that was copied and left as it was, or a sentence of it."""

from collections.abc import Iterator
from itertools import pairwise

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.lesson import Lesson


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - a check takes both
    """Each step that is the same as the one before it, or tells all to whoever does it alone."""
    for at, (before, step) in enumerate(pairwise(lesson.steps), start=1):
        same = step.model_copy(update={"name": before.name}) == before
        if same and step.screen and step.is_exercise:
            yield Trap(("steps", at), "step_twice")
    for at, step in enumerate(lesson.steps):
        if step.key == "tap" and step.alone == step.line.text:
            yield Trap(("steps", at, "alone"), "alone_tells_all")
