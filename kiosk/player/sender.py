"""Who calls or writes, told to whoever cannot read it off the phone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kiosk.domain import prompts
from kiosk.domain.line import Line, Speaker, label_line
from kiosk.domain.way import Way

if TYPE_CHECKING:
    from collections.abc import Container

    from kiosk.domain.arrival import Arrival
    from kiosk.player.lesson_run import LessonRun


def told_before(run: LessonRun) -> tuple[Line, ...]:
    """What is said before the step's own sentence: who calls or writes."""
    return run.step.introduction if run.step else ()


def told_after(run: LessonRun) -> tuple[Line, ...]:
    """What is said after it: the message that arrives, and whose it is.

    On her own phone another one comes, or none.
    """
    if run.arrival is None or run.way is Way.OWN_PHONE:
        return ()
    return (prompts.MESSAGE_FROM, *_read_out(run.arrival))


def told_in_shade(run: LessonRun) -> tuple[Line, ...]:
    """What is said of the messages that are pulled down to be read, the newest first."""
    return tuple(line for each in run.messages for line in _read_out(each)) if run.shade else ()


def is_heard(run: LessonRun, sentences: Container[str]) -> bool:
    """Whether all of it is among the sentences that were said."""
    return all(line.text in sentences for line in chain(told_before(run), told_after(run)))


def _read_out(message: Arrival) -> tuple[Line, Line]:
    return (label_line(message.sender), label_line(message.text, Speaker.OTHER))
