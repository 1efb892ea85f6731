"""Continues a run at the same step when its lesson is edited during a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.player.lesson_run import OPENING, LessonRun

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson
    from kiosk.domain.step import Step

ALIKE = 0.6
"""The similarity from which two sentences count as the same one."""


def in_revision(run: LessonRun, lesson: Lesson) -> LessonRun:
    """Returns the run in a newer revision of its lesson, at the same step.

    The same step is the one with the same name; else the one with the most similar text; else the
    one at the nearest position.
    """
    way = run.way if run.way in lesson.ways else lesson.ways[0]
    positions = lesson.positions(way)
    if run.at == OPENING:
        return LessonRun(lesson, way, feedback=run.feedback)
    at = _same_step(run, lesson, positions)
    earlier = tuple(before for before in positions if before < at)
    history = (OPENING, *earlier)
    if run.over:
        return LessonRun(lesson, way, at=at, history=history, over=True)
    return LessonRun(lesson, way, at=at, progress=lesson.steps[at].begin(), history=history)


def _same_step(run: LessonRun, lesson: Lesson, positions: tuple[int, ...]) -> int:
    shown = run.lesson.steps[run.at]
    nearest_first = sorted(positions, key=lambda at: abs(at - run.at))
    if shown.name:
        for at in nearest_first:
            if lesson.steps[at].name == shown.name:
                return at
    similarity = {at: _similarity(shown, lesson.steps[at]) for at in nearest_first}
    best = max(similarity, key=lambda at: similarity[at])  # the nearer one of equal similarity
    return best if similarity[best] >= ALIKE else nearest_first[0]


def _similarity(one: Step, other: Step) -> float:
    """Returns the similarity of two steps' texts, from 0 to 1; 2 for equal steps."""
    if one == other:
        return 2.0
    from difflib import SequenceMatcher  # noqa: PLC0415 - rarely needed

    comparison = SequenceMatcher(None, one.line.text, other.line.text, autojunk=False)
    return comparison.ratio() if comparison.quick_ratio() >= ALIKE else 0.0
