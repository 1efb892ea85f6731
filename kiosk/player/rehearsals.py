"""The selection of rehearsals for a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.way import Way

if TYPE_CHECKING:
    import random
    from collections.abc import Collection, Mapping, Sequence

    from kiosk.domain.lesson import Lesson

DRAWN_WAYS = (Way.TOGETHER, Way.ALONE)
"""The ways that get different rehearsals, as long as there are enough."""


def sorts_of(lesson: Lesson) -> Mapping[str, tuple[str, ...]]:
    """Returns the rehearsals of a lesson by sort, in the order in which the sorts are drawn.

    The sorts are `core`, `local` and `other` as the head defines them; `helper` for rehearsals in
    which the learner advises another person. A lesson without sorts has only `other`.
    """
    chosen = lesson.head.rehearsals
    if chosen is None:
        return {"other": lesson.groups}
    helping = tuple(
        dict.fromkeys(step.group for step in lesson.steps if step.helper and step.group)
    )
    named = {*chosen.core, *chosen.local, *helping}
    other = tuple(group for group in lesson.groups if group not in named)
    sorts = {"core": chosen.core, "local": chosen.local, "other": other, "helper": helping}
    return {sort: groups for sort, groups in sorts.items() if groups}


def random_rehearsals(lesson: Lesson, draw: random.Random, spoken: Collection[str] = ()) -> Lesson:
    """Returns the lesson with the rehearsals drawn at random for a run, in each way.

    `spoken`: the rehearsals spoken in the learner's language, empty when all are; only they are
    drawn if there are enough of them.
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
    """Takes rehearsals from the front of each sort in turn; moves them to its end."""
    taken: list[str] = []
    for turn in range(count):
        groups = sorts[turn % len(sorts)]
        taken.append(groups[0])
        groups.append(groups.pop(0))
    return taken
