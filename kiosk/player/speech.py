"""The spoken lines of each page, and when they are spoken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.domain.way import Way
from kiosk.player.lesson_run import OPENING, LessonRun
from kiosk.player.sender import arrival_lines, introduction_lines
from kiosk.player.trouble_help import (
    TroubleHelp,
    has_nothing_to_try,
    is_last,
    shown_trouble,
)
from kiosk.player.visit import Page, Visit

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson


def lines_of(visit: Visit) -> tuple[Line, ...]:
    """Returns the lines of the page or of the sheet that covers it; all of them are shown."""
    return _lines_upon(visit) or _lines_of_page(visit)


def _lines_upon(visit: Visit) -> tuple[Line, ...]:
    """Returns the lines of the sheet or question that covers the page."""
    if visit.calling_staff:
        return (prompts.CALLING_STAFF,)
    if visit.pending_offer:
        title = Line(visit.pending_offer.lesson.head.title)
        return (prompts.OFFER, title, prompts.DO_YOU_AGREE)
    if visit.leaving:
        return (prompts.LEAVE,)
    return (visit.pad.line,) if visit.pad else _lines_of_sheet(visit)


def _lines_of_sheet(visit: Visit) -> tuple[Line, ...]:
    """Returns the lines of a sheet that the learner has opened."""
    if visit.trouble and visit.run:
        return lines_of_trouble(visit.run, visit.trouble)
    if visit.choosing_way:
        return (prompts.CHOOSE_WAY,)
    return (prompts.ADJUST,) if visit.adjusting else ()


def lines_of_trouble(run: LessonRun, help_: TroubleHelp) -> tuple[Line, ...]:
    """Returns the lines of the help with the own phone: the question, or one remedy."""
    trouble = shown_trouble(run, help_)
    if trouble is None and has_nothing_to_try(run):
        return (prompts.UNCLEAR, prompts.UNCLEAR_CALL)
    if trouble is None:
        return (prompts.TROUBLE, prompts.TROUBLE_ON_ANY_PHONE, prompts.TROUBLE_CALL)
    last = (prompts.TROUBLE_CALL,) if is_last(run, help_) else ()
    return (Line(trouble.steps[help_.at].say), *last)


_LINE_OF_PAGE = {
    Page.HOME: prompts.WELCOME_HOME,
    Page.LANGUAGE: prompts.CHOOSE_LANGUAGE,
    Page.PHONE: prompts.WHICH_PHONE,
}


def _lines_of_page(visit: Visit) -> tuple[Line, ...]:
    if visit.page is Page.HOME and visit.series:
        return (prompts.WELCOME_SERIES,)
    if visit.page in _LINE_OF_PAGE:
        return (_LINE_OF_PAGE[visit.page],)
    if visit.run is None:
        return ()
    if visit.page is Page.DONE:
        return (_closing(visit, visit.run.lesson), *_to_take_home(visit.run.lesson))
    return _lesson_lines(visit.run) if visit.page is Page.LESSON else ()


def _closing(visit: Visit, lesson: Lesson) -> Line:
    """Returns the lesson's own closing sentence, or the general praise."""
    if lesson.head.closing:
        return Line(lesson.head.closing)
    unaided = visit.came_back is not None and not visit.came_back.aided
    return prompts.STILL_ABLE if unaided else prompts.LESSON_DONE


def _to_take_home(lesson: Lesson) -> tuple[Line, ...]:
    """Returns what to remember, and the invitation to come back if there is a way "alone"."""
    remember = tuple(Line(text) for text in lesson.head.remember)
    return (*remember, prompts.COME_BACK) if Way.ALONE in lesson.ways else remember


def _lesson_lines(run: LessonRun) -> tuple[Line, ...]:
    if run.at != OPENING:
        return (run.newest_line,)
    opening = {
        Way.WATCH: (run.goal, run.line),
        Way.ALONE: (run.line, run.goal),
    }.get(run.way, (run.line,))
    return (run.feedback, *opening) if run.feedback else opening


def is_new_speech(before: Visit, after: Visit) -> bool:
    """True when the change of the visit is to be spoken at once."""
    return bool(lines_of(after)) and _occasion(before) != _occasion(after)


def _occasion(visit: Visit) -> tuple[object, ...]:
    run = visit.run
    place = (
        (run.lesson.id, run.way, run.at, run.misses, run.said_option, run.shade_open) if run else ()
    )
    sheets = (visit.leaving, visit.pad, visit.trouble, visit.choosing_way, visit.adjusting)
    preferences = (visit.preferences,) if visit.adjusting else ()
    return (
        visit.page,
        visit.language,
        visit.voice_language,
        visit.calling_staff,
        visit.pending_offer,
        visit.home_page,
        *sheets,
        *preferences,
        *place,
        *lines_of(visit),
    )


def lines_to_come(visit: Visit) -> list[Line]:
    """Returns the lines that the next touch may require: of this step and of the following one."""
    run = visit.run
    if run is None or run.over:
        return []
    here = list(run.step.lines()) if run.step else []
    following = run.lesson.first_position(run.way, run.at + 1)
    if following is None:
        return here
    there = replace(run, at=following)
    return [
        *here,
        *introduction_lines(there),
        *run.lesson.steps[following].lines(),
        *arrival_lines(there),
    ]
