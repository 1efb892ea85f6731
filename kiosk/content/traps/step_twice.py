"""Checks for steps, or sentences in them, that were copied and left unchanged."""

from collections.abc import Iterator
from itertools import pairwise

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.lesson import Lesson


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Steps equal to the one before, and tap steps whose `alone` repeats the full sentence."""
    for at, (before, step) in enumerate(pairwise(lesson.steps), start=1):
        same = step.model_copy(update={"name": before.name}) == before
        if same and step.screen and step.is_exercise:
            yield Trap(("steps", at), "step_twice")
    for at, step in enumerate(lesson.steps):
        if step.key == "tap" and step.alone == step.line.text:
            yield Trap(("steps", at, "alone"), "alone_tells_all")
