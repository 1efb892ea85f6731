"""What staff at the counter do to a visit: open a lesson, ask first, look after a step."""

from dataclasses import replace

from kiosk.domain.lesson import Lesson
from kiosk.player import lesson_run, number_pad
from kiosk.player.number_pad import NumberPad
from kiosk.player.visit import Offer, Page, Visit, go_home

INSIST_S = 10.0
"""Staff who give the same number again within this time insist."""


def must_be_asked(visit: Visit, lesson: Lesson, now_s: float) -> bool:
    """Whether a person is in the middle of a lesson, and staff have not insisted."""
    insisted = visit.offered is not None and visit.offered.lesson.id == lesson.id
    if insisted and visit.offered and now_s - visit.offered.since_s <= INSIST_S:
        return False
    return is_learning(visit)


def is_learning(visit: Visit) -> bool:
    """Whether a lesson that has begun is on the screen; behind the staff's door none is."""
    page = visit.before_pin if visit.page is Page.PIN else visit.page
    return page is Page.LESSON and visit.run is not None and visit.run.has_begun


def offer(visit: Visit, lesson: Lesson, now_s: float) -> Visit:
    """The visit when the person is asked whether another lesson may be opened."""
    return replace(visit, offered=Offer(lesson, now_s), calling_staff=False, pad=None)


def decline(visit: Visit) -> Visit:
    """The visit after she said no: as it was before she was asked."""
    return replace(visit, offered=None)


def open_pad(visit: Visit) -> Visit:
    """The visit with the pad for a lesson's number."""
    return replace(visit, pad=NumberPad())


def close_pad(visit: Visit) -> Visit:
    """The visit without it."""
    return replace(visit, pad=None)


def type_on_pad(visit: Visit, digit: str) -> Visit:
    """The visit after a digit on the pad."""
    return replace(visit, pad=number_pad.typed(visit.pad, digit)) if visit.pad else visit


def erase_on_pad(visit: Visit) -> Visit:
    """The visit after the last digit was taken back."""
    return replace(visit, pad=number_pad.erased(visit.pad)) if visit.pad else visit


def refuse_number(visit: Visit, number: str) -> Visit:
    """The visit when no lesson bears a number: the pad says so, and what lies below it stays."""
    return replace(visit, pad=number_pad.refused(number), calling_staff=False)


def open_corner(visit: Visit) -> Visit:
    """The visit with the staff's corner of its lesson."""
    return replace(visit, in_corner=visit.run is not None)


def close_corner(visit: Visit) -> Visit:
    """The visit without it."""
    return replace(visit, in_corner=False)


def jump(visit: Visit, at: int) -> Visit:
    """The visit at a step of its way that staff chose."""
    run = visit.run
    if run is None or at not in run.positions:
        return visit
    there = lesson_run.jump(run, at)
    return replace(visit, run=there, page=Page.LESSON, in_corner=False)


def resume(visit: Visit) -> Visit:
    """The visit back in the person's own lesson, which was set aside."""
    if visit.set_aside is None:
        return visit
    return replace(visit, run=visit.set_aside, page=Page.LESSON, set_aside=None, in_corner=False)


def after_done(visit: Visit) -> Visit:
    """The visit after the end of a lesson: her own goes on, else the page of lessons."""
    return resume(visit) if visit.set_aside else go_home(visit)
