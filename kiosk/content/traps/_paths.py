"""Which steps a learner has certainly or possibly seen before a step, for one way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way


@dataclass(frozen=True, slots=True)
class Seen:
    """Indices of the steps shown before a step, including the step itself."""

    always: frozenset[int]
    """On every path to the step (its dominators)."""
    sometimes: frozenset[int]
    """On some path to the step (its ancestors)."""


def seen_before(lesson: Lesson, way: Way) -> Mapping[int, Seen]:
    """What was seen at each reachable step of the way, by step index."""
    positions = lesson.positions(way)
    following = _following(lesson, positions)
    before: dict[int, list[int]] = {at: [] for at in positions}
    for at, targets in following.items():
        for to in targets:
            before[to].append(at)
    if not positions:
        return {}
    always = _dominators(positions, before)
    sometimes = _ancestors(positions, before)
    optional = lesson.head.rehearse is not None and lesson.head.rehearse < len(lesson.groups)
    found = {}
    for at in always:
        sure = always[at]
        if optional:
            group = lesson.steps[at].group
            sure = frozenset(each for each in sure if lesson.steps[each].group in (None, group))
        found[at] = Seen(sure, sometimes[at])
    return found


def _following(lesson: Lesson, positions: Sequence[int]) -> Mapping[int, frozenset[int]]:
    """The possible successors of each step of the way, as the player determines them."""
    names = {step.name: at for at, step in enumerate(lesson.steps) if step.name}
    found: dict[int, frozenset[int]] = {}
    for at in positions:
        firsts = {names.get(name, at + 1) for name in lesson.steps[at].exits()}
        nexts = (next((to for to in positions if to >= first), None) for first in firsts)
        found[at] = frozenset(to for to in nexts if to is not None)
    return found


def _dominators(
    positions: Sequence[int], before: Mapping[int, Sequence[int]]
) -> dict[int, frozenset[int]]:
    """The steps on every path from the first one; unreachable steps are left out."""
    start, everything = positions[0], frozenset(positions)
    found = {at: everything for at in positions if before[at]} | {start: frozenset({start})}
    changed = True
    while changed:
        changed = False
        for at in positions[1:]:
            if at not in found:
                continue
            sets = [found[each] for each in before[at] if each in found]
            new = frozenset.intersection(*sets) | {at} if sets else frozenset({at})
            changed = changed or new != found[at]
            found[at] = new
    return found


def _ancestors(
    positions: Sequence[int], before: Mapping[int, Sequence[int]]
) -> dict[int, frozenset[int]]:
    """The steps on any path to a step."""
    found = {}
    for at in positions:
        seen, waiting = {at}, [at]
        while waiting:
            for each in before[waiting.pop()]:
                if each not in seen:
                    seen.add(each)
                    waiting.append(each)
        found[at] = frozenset(seen)
    return found
