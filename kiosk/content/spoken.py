"""Everything the kiosk may say, part by part: itself first, then its lessons."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line

ITSELF = "ki-ot"
"""The id of what the kiosk says outside of lessons."""


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """A lesson as a list of lines, or the kiosk's own."""

    id: str
    title: str
    lines: tuple[Line, ...]


def spoken_parts(lessons: Iterable[Lesson], itself: str, greeting: str) -> tuple[SpokenPart, ...]:
    """The parts in the order of the lessons.

    Args:
        lessons: all that are taught.
        itself: the title of the kiosk's own part.
        greeting: how the kiosk greets in Vietnamese.
    """
    return (
        SpokenPart(ITSELF, itself, (Line(greeting), *prompts.lines())),
        *(SpokenPart(lesson.id, lesson.head.title, tuple(lesson.lines())) for lesson in lessons),
    )
