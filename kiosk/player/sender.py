"""The spoken names of callers and senders, for learners who cannot read them on the phone."""

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


def introduction_lines(run: LessonRun) -> tuple[Line, ...]:
    """Returns the lines spoken before the step's own: the caller or sender."""
    return run.step.introduction if run.step else ()


def arrival_lines(run: LessonRun) -> tuple[Line, ...]:
    """Returns the lines spoken after the step's own: the arriving message and its sender.

    None on the learner's own phone, where no such message arrives.
    """
    if run.arrival is None or run.way is Way.OWN_PHONE:
        return ()
    return (prompts.MESSAGE_FROM, *_read_out(run.arrival))


def shade_lines(run: LessonRun) -> tuple[Line, ...]:
    """Returns the messages in the open notification shade, newest first."""
    return (
        tuple(line for each in run.messages for line in _read_out(each)) if run.shade_open else ()
    )


def is_heard(run: LessonRun, sentences: Container[str]) -> bool:
    """True when all these lines are among the spoken sentences."""
    return all(
        line.text in sentences for line in chain(introduction_lines(run), arrival_lines(run))
    )


def _read_out(message: Arrival) -> tuple[Line, Line]:
    return (label_line(message.sender), label_line(message.text, Speaker.OTHER))
