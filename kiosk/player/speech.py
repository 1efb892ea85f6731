"""What is said on each page, and when it is said."""

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.domain.way import Way
from kiosk.player.lesson_run import OPENING, LessonRun
from kiosk.player.visit import Page, Visit


def lines_of(visit: Visit) -> tuple[Line, ...]:
    """What a visit's page tells, in order; all of it is seen on the page."""
    return _lines_upon(visit) or _lines_of_page(visit)


def _lines_upon(visit: Visit) -> tuple[Line, ...]:
    """What is told by that which covers the page."""
    if visit.calling_staff:
        return (prompts.CALLING_STAFF,)
    if visit.offered:
        title = Line(visit.offered.lesson.head.title)
        return (prompts.OFFER, title, prompts.DO_YOU_AGREE)
    return (visit.pad.line,) if visit.pad else ()


def _lines_of_page(visit: Visit) -> tuple[Line, ...]:
    if visit.page is Page.HOME:
        return (prompts.WELCOME_HOME,)
    if visit.run is None:
        return ()
    if visit.page is Page.DONE:
        return (prompts.LESSON_DONE, *(Line(text) for text in visit.run.lesson.head.remember))
    if visit.page is Page.LESSON:
        return _lesson_lines(visit.run)
    return ()


def _lesson_lines(run: LessonRun) -> tuple[Line, ...]:
    if run.at != OPENING:
        return (run.newest_line,)
    opening = {
        Way.WATCH: (run.goal, run.line),
        Way.ALONE: (run.line, run.goal),
    }.get(run.way, (run.line,))
    return (run.feedback, *opening) if run.feedback else opening


def is_news(before: Visit, after: Visit) -> bool:
    """Whether what a touch made of the visit is to be told at once."""
    return bool(lines_of(after)) and _occasion(before) != _occasion(after)


def _occasion(visit: Visit) -> tuple[object, ...]:
    run = visit.run
    place = (run.lesson.id, run.way, run.at, run.misses) if run else ()
    return (
        visit.page,
        visit.language,
        visit.voice_language,
        visit.calling_staff,
        visit.offered,
        *place,
        *lines_of(visit),
    )


def lines_to_come(visit: Visit) -> list[Line]:
    """What the next touch may have to say: the step's other lines and the following step."""
    run = visit.run
    if run is None or run.over:
        return []
    here = list(run.step.lines()) if run.step else []
    following = [at for at in run.positions if at > run.at][:1]
    return here + [line for at in following for line in run.lesson.steps[at].lines()]
