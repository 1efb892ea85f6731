"""The come-back number: it encodes a lesson and the week when it was learned, but no person.

Two digits for the week, three to five for the lesson number, and a check digit (ISO/IEC 7064, MOD
11,10): six to eight digits, while a lesson number has five at most. Weeks begin on Monday and are
counted cyclically.
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
"""The number of weeks in the cycle."""
FIRST_CODE = 10
"""The code of the first week, so that a number never begins with zero."""
LESSON_DIGITS = 3
MIN_DIGITS, MAX_DIGITS = 6, 8
MONTH_FROM, LATEST = 4, 60
"""In weeks. A longer time is attributed to a wrong clock."""


class ComeBackDelay(StrEnum):
    """The time between learning and coming back, as it is counted."""

    AT_ONCE = ""
    """In the same week, or unknown: not counted."""
    WEEK = "week"
    """One to three calendar weeks later."""
    MONTH = "month"
    """Four calendar weeks later or more."""


@dataclass(frozen=True, slots=True)
class ComeBackNumber:
    lesson: int
    """The number of the lesson."""
    week: int
    """The week when the lesson was learned, below CYCLE."""


@dataclass(frozen=True, slots=True)
class ComeBack:
    """A return to a lesson, to do it alone."""

    after: ComeBackDelay
    aided: bool = False
    """True once the learner has received any help since."""


def week_of(day: date) -> int:
    return (day - FIRST_MONDAY).days // 7


def number_of(lesson: Lesson, week: int) -> str:
    """Returns the number for a lesson learned in this week; empty when it has no way "alone"."""
    if Way.ALONE not in lesson.ways:
        return ""
    digits = f"{FIRST_CODE + week % CYCLE}{lesson.head.number:0{LESSON_DIGITS}}"
    return digits + _check_digit(digits)


def spaced(number: str) -> str:
    """Returns the number in groups, as it is shown: 34 011 7."""
    return f"{number[:2]} {number[2:-1]} {number[-1:]}" if number else ""


def code_of(digits: str) -> ComeBackNumber | None:
    """Parses a come-back number; None when the digits are not valid."""
    if not (digits.isascii() and digits.isdigit() and MIN_DIGITS <= len(digits) <= MAX_DIGITS):
        return None
    week, lesson = int(digits[:2]) - FIRST_CODE, int(digits[2:-1])
    if week < 0 or lesson == 0 or digits[-1] != _check_digit(digits[:-1]):
        return None
    return ComeBackNumber(lesson, week)


def came_back(code: ComeBackNumber, this_week: int) -> ComeBack:
    weeks = (this_week - code.week) % CYCLE
    if not 1 <= weeks <= LATEST:
        return ComeBack(ComeBackDelay.AT_ONCE)
    return ComeBack(ComeBackDelay.MONTH if weeks >= MONTH_FROM else ComeBackDelay.WEEK)


def aided(somebody: ComeBack | None) -> ComeBack | None:
    """Returns the return marked as aided; None stays None."""
    return replace(somebody, aided=True) if somebody else None


def _check_digit(digits: str) -> str:
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)
