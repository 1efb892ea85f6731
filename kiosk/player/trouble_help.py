"""Help when the learner's own phone differs or does not respond as expected.

A sheet lists the troubles of the step, then shows one remedy after the other; the last is to call
staff.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.domain.way import Way

if TYPE_CHECKING:
    from kiosk.domain.lesson import Trouble
    from kiosk.player.lesson_run import LessonRun


@dataclass(frozen=True, slots=True)
class TroubleHelp:
    """The state of the sheet: the list of troubles, or a remedy."""

    chosen: str = ""
    """The name of the chosen trouble; empty while the list is shown."""
    at: int = 0
    """The index of the remedy, from 0."""


def may_have_trouble(run: LessonRun | None) -> bool:
    """True when the current step is done on the own phone."""
    return run is not None and run.way is Way.OWN_PHONE and run.step is not None


def troubles_of(run: LessonRun) -> dict[str, Trouble]:
    """Returns the troubles of the step, in its order."""
    known = run.lesson.head.troubles
    names = run.step.troubles if run.step else ()
    return {name: known[name] for name in names if name in known}


def has_nothing_to_try(run: LessonRun) -> bool:
    """True when the step has no troubles and no screen of the phone."""
    return run.screen is None and not troubles_of(run)


def shown_trouble(run: LessonRun, help_: TroubleHelp) -> Trouble | None:
    """Returns the chosen trouble; None while the list is shown."""
    return troubles_of(run).get(help_.chosen)


def is_last(run: LessonRun, help_: TroubleHelp) -> bool:
    """True when there are no more remedies but to call staff."""
    trouble = shown_trouble(run, help_)
    return trouble is None or help_.at + 1 >= len(trouble.steps)


def tried(run: LessonRun, help_: TroubleHelp) -> TroubleHelp:
    """Returns the next remedy after one that did not help; the last one stays."""
    return help_ if is_last(run, help_) else replace(help_, at=help_.at + 1)
