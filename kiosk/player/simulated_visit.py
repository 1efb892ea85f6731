"""Simulated learners who go through a lesson, to determine which sentences are heard.

They touch the allowed targets and record the resulting lines. Nothing is shown, spoken or counted.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line
from kiosk.player import lesson_run
from kiosk.player.lesson_run import LessonRun
from kiosk.player.spoken_page import PageContent, said_again, said_at_first, said_between
from kiosk.player.visit import (
    Page,
    Visit,
    ask_to_leave,
    begin,
    choose_language,
    open_lesson,
    with_run,
)

_MAX_TOUCHES = 4000
"""The limit of touches, for lessons whose jumps form an endless loop."""
_TWO_LANGUAGES = 2
_WRONG_TOUCHES = 2
"""The number of other touches of a hesitant learner at one place; the first speaks an option."""


class Learner(StrEnum):
    """How a simulated learner goes through a lesson."""

    SURE = "sure"
    """Touches the right target each time."""
    HESITANT = "hesitant"
    """Touches other targets first where possible, and repeats the text of the last page."""


def heard_by(learner: Learner, lesson: Lesson) -> Iterator[Line]:
    """Yields all lines that a learner hears from the first touch to the end of a lesson.

    All ways of the lesson are played, with all its rehearsals; a lesson that draws some of them
    must be passed with the drawn ones only (`Lesson.with_groups`).
    """
    visit = begin(Visit(), _TWO_LANGUAGES)
    for after in (visit, choose_language(visit, visit.language)):
        yield from said_at_first(after, PageContent())
        visit = after
    yield Line(lesson.head.title)
    before, visit = visit, open_lesson(visit, lesson)
    yield from said_between(before, visit, PageContent())
    tried: Counter[tuple[str, int]] = Counter()
    for _ in range(_MAX_TOUCHES):
        run = visit.run
        if visit.page is not Page.LESSON or run is None:
            break
        target = run.expected
        place = (run.way, run.at)
        astray = learner is Learner.HESITANT and not run.misses and tried[place] < _WRONG_TOUCHES
        if astray and run.may_take:
            tried[place] += 1
            target = next((each for each in _touchable(run) if each != target), target)
        before, visit = visit, with_run(visit, lesson_run.touch(run, target))
        yield from said_between(before, visit, PageContent())
    if learner is Learner.HESITANT:
        yield from said_again(visit, PageContent())
        yield from said_at_first(replace(visit, calling_staff=True), PageContent())
    yield from said_at_first(ask_to_leave(visit), PageContent())


def _touchable(run: LessonRun) -> Iterator[str]:
    yield from (line.target for line in run.spoken_options if line.target)
    if run.screen:
        yield from run.screen.targets
