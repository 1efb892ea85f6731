"""What is done with a stick, one thing after the other, away from the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from kiosk.content.takeover.offer import Offer, Survey
from kiosk.content.takeover.refusal import RefusedError, Remark, refusal_of
from kiosk.content.takeover.replaced import TakenOver, kept, undo
from kiosk.content.takeover.survey import Kiosk, look_at
from kiosk.content.takeover.taking import list_voices, take_over
from kiosk.ui.jobs import Jobs

_at_the_desk = Lock()
"""Whoever looks at a stick clears away the copies of the one before."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one lesson."""

    title: str
    ok: bool
    remark: Remark


@dataclass(frozen=True, slots=True)
class Look:
    """What is true now."""

    survey: Survey
    kept: tuple[TakenOver, ...]


def look(stick: Path | None, kiosk: Kiosk) -> Look:
    """What a stick offers, and what can be taken back."""
    with _at_the_desk:
        survey = look_at(stick, kiosk, kiosk.folders.tried) if stick else Survey()
    return Look(survey, kept(kiosk.folders))


def take(offer: Offer, stick: Path, kiosk: Kiosk) -> Result:
    """Take one lesson over."""
    title = offer.lesson.head.title if offer.lesson else offer.name
    try:
        take_over(offer, stick, kiosk, datetime.now().astimezone())
    except RefusedError as refused:
        return Result(title, ok=False, remark=refused.remark)
    except OSError as problem:
        return Result(title, ok=False, remark=refusal_of(problem).remark)
    number = str(offer.lesson.head.number) if offer.lesson else ""
    return Result(title, ok=True, remark=Remark("taken_new", (number,)))


def take_back(each: TakenOver, kiosk: Kiosk) -> Result:
    """Take one take-over back."""
    title = each.plan.title
    try:
        plan = undo(kiosk.folders, each.name)
    except RefusedError as refused:
        return Result(title, ok=False, remark=refused.remark)
    except OSError as problem:
        return Result(title, ok=False, remark=refusal_of(problem).remark)
    list_voices(plan, kiosk)
    return Result(title, ok=True, remark=Remark("undone_new" if plan.brought else "undone"))


class Queue:
    """Several pieces of work of one sort, each a job; it can be stopped between two of them."""

    def __init__(
        self,
        jobs: Jobs,
        works: Sequence[Callable[[], Result]],
        step: Callable[[], None],
        then: Callable[[tuple[Result, ...]], None],
    ) -> None:
        self.total = len(works)
        self.results: list[Result] = []
        self._jobs, self._waiting, self._step, self._then = jobs, list(works), step, then

    def go_on(self) -> None:
        """Do the next piece, or tell that all is done."""
        if not self._waiting:
            self._then(tuple(self.results))
            return
        self._jobs.run(self._waiting.pop(0), self._take)

    def stop(self) -> None:
        """Begin nothing more; what is being done is done to its end."""
        self._waiting.clear()

    def _take(self, result: Result) -> None:
        self.results.append(result)
        self._step()
        self.go_on()
