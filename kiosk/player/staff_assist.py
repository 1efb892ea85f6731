"""Actions of staff during a visit: open a lesson, ask the learner first, jump to a step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.player import come_back, lesson_run, number_pad
from kiosk.player.number_pad import NumberPad
from kiosk.player.visit import Offer, Page, Visit, go_home, open_series

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson
    from kiosk.player.come_back import ComeBack

INSIST_AFTER_S, INSIST_S = 3.0, 10.0
"""Staff insist by entering the same number again between these times. A shorter time means that a
scanner has read the same code twice."""


def must_be_asked(visit: Visit, lesson: Lesson, now_s: float) -> bool:
    """True when the learner is in the middle of a lesson and staff have not insisted."""
    pending = visit.pending_offer
    same = pending is not None and pending.lesson.id == lesson.id
    if same and pending and INSIST_AFTER_S <= now_s - pending.since_s <= INSIST_S:
        return False
    return is_learning(visit)


def is_learning(visit: Visit) -> bool:
    """True when a lesson in progress is on the screen, or behind the PIN page."""
    page = visit.before_pin if visit.page is Page.PIN else visit.page
    return page is Page.LESSON and visit.run is not None and visit.run.has_begun


def offer(visit: Visit, lesson: Lesson, now_s: float, came_back: ComeBack | None = None) -> Visit:
    """Returns the visit with the question whether another lesson may be opened."""
    pending = Offer(lesson, now_s, came_back)
    return replace(visit, pending_offer=pending, calling_staff=False, pad=None)


def decline(visit: Visit) -> Visit:
    """Returns the visit after the learner has declined: as before the question."""
    return replace(visit, pending_offer=None)


def open_pad(visit: Visit) -> Visit:
    """Returns the visit with the number pad."""
    return replace(visit, pad=NumberPad())


def close_pad(visit: Visit) -> Visit:
    return replace(visit, pad=None)


def type_on_pad(visit: Visit, digit: str) -> Visit:
    return replace(visit, pad=number_pad.typed(visit.pad, digit)) if visit.pad else visit


def erase_on_pad(visit: Visit) -> Visit:
    """Returns the visit without the last digit on the pad."""
    return replace(visit, pad=number_pad.erased(visit.pad)) if visit.pad else visit


def refuse_number(visit: Visit, number: str) -> Visit:
    """Returns the visit with a notice on the pad that no lesson has the number."""
    return replace(visit, pad=number_pad.refused(number), calling_staff=False)


def open_overlay(visit: Visit) -> Visit:
    """Returns the visit with the staff overlay, if a lesson is open."""
    return replace(visit, in_overlay=visit.run is not None)


def close_overlay(visit: Visit) -> Visit:
    return replace(visit, in_overlay=False)


def jump(visit: Visit, at: int) -> Visit:
    """Returns the visit at another step of its way, chosen by staff."""
    run = visit.run
    if run is None or at not in run.positions:
        return visit
    there = lesson_run.jump(run, at)
    helped = come_back.aided(visit.came_back)
    return replace(visit, run=there, page=Page.LESSON, in_overlay=False, came_back=helped)


def resume(visit: Visit) -> Visit:
    """Returns the visit in the learner's own lesson, which was set aside."""
    if visit.set_aside is None:
        return visit
    own = visit.set_aside
    return replace(
        visit, run=own, page=Page.LESSON, set_aside=None, in_overlay=False, came_back=None
    )


def after_done(visit: Visit) -> Visit:
    """Returns the visit after a lesson: in the lesson set aside, else on the page of lessons.

    After a lesson of a series the other lessons of the series are shown.
    """
    if visit.set_aside:
        return resume(visit)
    series = visit.run.lesson.head.series if visit.run else None
    home = go_home(visit)
    return open_series(home, series.of) if series and home.page is Page.HOME else home
