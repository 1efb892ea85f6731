"""Differences between a lesson of the kiosk and one with the same id on a stick."""

from collections.abc import Iterable, Iterator

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.usb_import.refusal import ImportNote

MAX_STEPS_NAMED = 5


def differences(before: Lesson, after: Lesson) -> Iterator[ImportNote]:
    """The differences, the most noticeable first."""
    old, new = before.head, after.head
    if old.title != new.title:
        yield ImportNote("other_title", (old.title, new.title))
    if old.number != new.number:
        yield ImportNote("other_number", (str(old.number), str(new.number)))
    if old.goal != new.goal:
        yield ImportNote("other_goal", (new.goal,))
    if old.remember != new.remember:
        yield ImportNote("other_remember")
    if old.closing != new.closing:
        yield ImportNote("other_closing", (new.closing or prompts.LESSON_DONE.text,))
    if old.procedure != new.procedure:
        yield ImportNote("other_procedure")
    if len(before.steps) != len(after.steps):
        yield ImportNote("other_count", (str(len(before.steps)), str(len(after.steps))))
    yield from _steps(before, after)
    if before.screens != after.screens or before.phones != after.phones:
        yield ImportNote("other_screens")


def _steps(before: Lesson, after: Lesson) -> Iterator[ImportNote]:
    """The new steps with text that no old step has, and those that differ in another way."""
    said = {line.text for step in before.steps for line in step.lines()}
    worded = [
        at
        for at, step in enumerate(after.steps)
        if any(line.text not in said for line in step.lines())
    ]
    other = [
        at for at, step in enumerate(after.steps) if at not in worded and step not in before.steps
    ]
    if worded:
        yield ImportNote("other_words", (str(len(worded)), _numbered(worded)))
    if other:
        yield ImportNote("other_steps", (str(len(other)), _numbered(other)))


def _numbered(steps: Iterable[int]) -> str:
    numbers = [str(at + 1) for at in steps]
    more = ", …" if len(numbers) > MAX_STEPS_NAMED else ""
    return f"{', '.join(numbers[:MAX_STEPS_NAMED])}{more}"
