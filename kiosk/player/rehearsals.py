"""Which rehearsals a run plays."""

import random

from kiosk.domain.lesson import Lesson


def drawn_by_lot(lesson: Lesson, draw: random.Random) -> Lesson:
    """The lesson with as many of its rehearsals as one run plays."""
    count = lesson.head.rehearse
    if count is None or count >= len(lesson.groups):
        return lesson
    return lesson.with_groups(draw.sample(lesson.groups, count))
