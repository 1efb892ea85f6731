"""The number by which somebody comes back to a lesson: it tells the lesson and the week, no person.

Two digits for the week in which the lesson was learnt, three to five for the lesson's own number,
and a check digit (ISO/IEC 7064, MOD 11,10): six to eight digits, while a lesson has five at most.
Weeks begin on Monday and count round and round.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.domain.way import Way

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson

FIRST_MONDAY = date(2024, 1, 1)
CYCLE = 90
"""So many weeks are told apart."""
FIRST_CODE = 10
"""What stands for the first week: a number never begins with zero."""
LESSON_DIGITS = 3
LEAST_DIGITS, MOST_DIGITS = 6, 8
MONTH_FROM, LATEST = 4, 60
"""Weeks. Later than the latest, a clock must have been wrong."""


class After(StrEnum):
    """How long after learning somebody came back, as it is counted."""

    AT_ONCE = ""
    """In the same week, or nobody knows: not counted."""
    WEEK = "week"
    """One to three weeks later by the calendar."""
    MONTH = "month"
    """Four weeks later or more."""


@dataclass(frozen=True, slots=True)
class ComeBackNumber:
    lesson: int
    """The number of the lesson."""
    week: int
    """The week in which it was learnt, below CYCLE."""


@dataclass(frozen=True, slots=True)
class CameBack:
    """Somebody came back to do a lesson alone."""

    after: After
    aided: bool = False
    """Whether anything was shown or anybody called since."""


def week_of(day: date) -> int:
    return (day - FIRST_MONDAY).days // 7


def number_of(lesson: Lesson, week: int) -> str:
    """The number for whoever learnt the lesson in a week; empty where it cannot be done alone."""
    if Way.ALONE not in lesson.ways:
        return ""
    digits = f"{FIRST_CODE + week % CYCLE}{lesson.head.number:0{LESSON_DIGITS}}"
    return digits + _check_digit(digits)


def spaced(number: str) -> str:
    """The number as it is shown, in parts that are read at a glance: 34 011 7."""
    return f"{number[:2]} {number[2:-1]} {number[-1:]}" if number else ""


def code_of(digits: str) -> ComeBackNumber | None:
    """What the digits tell; None where they are no come-back number."""
    if not (digits.isascii() and digits.isdigit() and LEAST_DIGITS <= len(digits) <= MOST_DIGITS):
        return None
    week, lesson = int(digits[:2]) - FIRST_CODE, int(digits[2:-1])
    if week < 0 or lesson == 0 or digits[-1] != _check_digit(digits[:-1]):
        return None
    return ComeBackNumber(lesson, week)


def came_back(code: ComeBackNumber, this_week: int) -> CameBack:
    weeks = (this_week - code.week) % CYCLE
    if not 1 <= weeks <= LATEST:
        return CameBack(After.AT_ONCE)
    return CameBack(After.MONTH if weeks >= MONTH_FROM else After.WEEK)


def aided(somebody: CameBack | None) -> CameBack | None:
    """The same after help."""
    return replace(somebody, aided=True) if somebody else None


def _check_digit(digits: str) -> str:
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)
