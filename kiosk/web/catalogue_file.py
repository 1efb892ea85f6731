"""The list of lessons and the pages' own texts, as loaded by the pages."""

import random
from collections.abc import Iterator, Sequence

from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line
from kiosk.domain.way import Way
from kiosk.player.rehearsals import random_rehearsals
from kiosk.web import words
from kiosk.web.lines import Lines

OWN = "_pages"
"""The id of the pages' own texts, used in place of a lesson id."""
VARIANTS = 4
"""Number of drawn selections of rehearsals per lesson, from which the page picks one."""


def catalogue_file(
    lessons: Sequence[Lesson],
    own: Lines,
    version: str = "",
    centre: str = "",
    way: Way | None = None,
) -> dict[str, object]:
    """The list without its languages; adds the pages' own texts to `own`.

    `way`: the way with which lessons begin if they have it, else their first one.
    """
    names = {name: own.number(line) for name, line in words.lines().items()}
    entries = [
        {
            "id": lesson.id,
            "number": lesson.head.number,
            "icon": lesson.head.icon,
            "minutes": lesson.head.minutes,
            "title": own.number(Line(lesson.head.title)),
            "makes": {make: len(list(variants_of(of))) for make, of in makes_of(lesson)},
            "way": (way if way and way in lesson.ways else lesson.ways[0]).value,
        }
        for lesson in lessons
    ]
    return {
        "version": version,
        "centre": centre,
        "names": names,
        "lines": [line.text for line in own],
        "lessons": entries,
    }


def makes_of(lesson: Lesson) -> Iterator[tuple[str, Lesson]]:
    """The lesson in its variant for each make of phone, with the make."""
    yield lesson.make.value, lesson
    for make, other in lesson.phones.items():
        yield make.value, other


def variants_of(lesson: Lesson) -> Iterator[Lesson]:
    """The drawn selections of the lesson's rehearsals, the same at every export."""
    rehearse = lesson.head.rehearse
    some = rehearse is not None and rehearse < len(lesson.groups)
    for number in range(VARIANTS if some else 1):
        draw = random.Random(f"{lesson.id}{number}")  # noqa: S311 - not security-relevant
        yield random_rehearsals(lesson, draw)
