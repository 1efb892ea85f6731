"""Determines the target of the finger on a picture of the phone."""

from collections.abc import Iterator

from kiosk.domain.lesson import Lesson
from kiosk.domain.screen import Screen
from kiosk.domain.step import Step


def target_on(screen: Screen, lesson: Lesson, at: int) -> str:
    """The target of the step on its screen; empty for none.

    An explaining step has no target of its own. It gets that of another step on the same screen if
    its sentence names it.
    """
    own = next(iter(_targets_of(lesson.steps[at], screen)), "")
    if own:
        return own
    sentence = lesson.steps[at].line.text.casefold()
    same = (step for step in lesson.steps if step.screen == screen.name)
    for target in dict.fromkeys(target for step in same for target in _targets_of(step, screen)):
        if any(label.casefold() in sentence for label in _labels_of(target, screen)):
            return target
    return ""


def _targets_of(step: Step, screen: Screen) -> Iterator[str]:
    """The targets that the step refers to."""
    named = (each.name for each in step.references() if each.sort == "target")
    for target in (step.expects(step.begin()), *named):
        if target in screen.targets:
            yield target


def _labels_of(target: str, screen: Screen) -> Iterator[str]:
    """The labels of a target."""
    for element in screen.elements:
        if target in element.targets:
            yield from _labels_in(element.model_dump(), target)


def _labels_in(fields: object, target: str) -> Iterator[str]:
    if isinstance(fields, dict):
        if target in fields.values() and isinstance(fields.get("label"), str):
            yield fields["label"]
        for value in fields.values():
            yield from _labels_in(value, target)
    elif isinstance(fields, list | tuple):
        for value in fields:
            yield from _labels_in(value, target)
