"""Which rehearsals a run plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.way import Way

if TYPE_CHECKING:
    import random
    from collections.abc import Collection, Mapping, Sequence

    from kiosk.domain.lesson import Lesson

DRAWN_WAYS = (Way.TOGETHER, Way.ALONE)
"""The ways that get rehearsals of their own, as long as there are enough."""


def sorts_of(lesson: Lesson) -> Mapping[str, tuple[str, ...]]:
    """The rehearsals of a lesson by their sort, in the order in which sorts are drawn.

    `core`, `local` and `other` as the head tells; `helper` for those in which the learner advises
    somebody. A lesson that tells no sorts has one.
    """
    told = lesson.head.rehearsals
    if told is None:
        return {"other": lesson.groups}
    helping = tuple(
        dict.fromkeys(step.group for step in lesson.steps if step.helper and step.group)
    )
    named = {*told.core, *told.local, *helping}
    other = tuple(group for group in lesson.groups if group not in named)
    sorts = {"core": told.core, "local": told.local, "other": other, "helper": helping}
    return {sort: groups for sort, groups in sorts.items() if groups}


def drawn_by_lot(lesson: Lesson, draw: random.Random, spoken: Collection[str] = ()) -> Lesson:
    """The lesson with as many of its rehearsals in each way as one run plays.

    `spoken`: those that are spoken in the learner's language, where not all are; they are played
    alone as soon as there are enough of them.
    """
    count = lesson.head.rehearse
    if count is None or count >= len(lesson.groups):
        return lesson
    own = [group for group in lesson.groups if group in spoken]
    sorts = [own] if len(own) >= count else list(sorts_of(lesson).values())
    mixed = [draw.sample(groups, len(groups)) for groups in sorts]
    drawn = {way: frozenset(_taken_in_turn(mixed, count)) for way in DRAWN_WAYS}
    chosen = frozenset().union(*drawn.values())
    return lesson.with_groups(chosen).model_copy(update={"drawn": drawn})


def _taken_in_turn(sorts: Sequence[list[str]], count: int) -> list[str]:
    """Rehearsals from the front of each sort in turn; what is taken goes to the end of its sort."""
    taken: list[str] = []
    for turn in range(count):
        groups = sorts[turn % len(sorts)]
        taken.append(groups[0])
        groups.append(groups.pop(0))
    return taken
