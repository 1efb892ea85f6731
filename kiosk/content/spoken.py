"""All lines that the kiosk may speak, grouped: its own prompts first, then each lesson."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line

ITSELF = "ki-ot"
"""The id of the group of the kiosk's own prompts."""


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """The lines of one lesson, or the kiosk's own prompts."""

    id: str
    title: str
    lines: tuple[Line, ...]


def spoken_parts(lessons: Iterable[Lesson], itself: str, greeting: str) -> tuple[SpokenPart, ...]:
    """The groups, in the order of the lessons.

    Args:
        lessons: all lessons that are taught.
        itself: the title of the kiosk's own group.
        greeting: the kiosk's greeting in Vietnamese.
    """
    return (
        SpokenPart(ITSELF, itself, (Line(greeting), *prompts.lines())),
        *(SpokenPart(lesson.id, lesson.head.title, tuple(lesson.lines())) for lesson in lessons),
    )
