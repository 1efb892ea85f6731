"""What helps when the learner's own phone differs or does not do what it should.

Pure: a sheet of the step's troubles, then one thing to try after the other, last of all a person.
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
    """The open sheet: the list of troubles, or one thing to try."""

    chosen: str = ""
    """The name of the trouble; empty while the list is shown."""
    at: int = 0
    """Which of its steps, from 0."""


def may_have_trouble(run: LessonRun | None) -> bool:
    """Whether the learner has something to do on her own phone here."""
    return run is not None and run.way is Way.OWN_PHONE and run.step is not None


def troubles_of(run: LessonRun) -> dict[str, Trouble]:
    """The troubles that the step names, in its order."""
    known = run.lesson.head.troubles
    names = run.step.troubles if run.step else ()
    return {name: known[name] for name in names if name in known}


def has_nothing_to_try(run: LessonRun) -> bool:
    """Whether the step only tells something: no trouble of its own, nothing to find on a phone."""
    return run.screen is None and not troubles_of(run)


def shown_trouble(run: LessonRun, help_: TroubleHelp) -> Trouble | None:
    """The trouble that was chosen; None while the list is shown."""
    return troubles_of(run).get(help_.chosen)


def is_last(run: LessonRun, help_: TroubleHelp) -> bool:
    """Whether there is nothing more to try but to call a person."""
    trouble = shown_trouble(run, help_)
    return trouble is None or help_.at + 1 >= len(trouble.steps)


def tried(run: LessonRun, help_: TroubleHelp) -> TroubleHelp:
    """The next thing to try after one that did not help; the last one stays."""
    return help_ if is_last(run, help_) else replace(help_, at=help_.at + 1)
