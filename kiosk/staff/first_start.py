"""The first start: what is asked of whoever puts a kiosk up, one thing after the other.

Everything can be left for later; what was answered is kept, so that a power cut loses nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from kiosk.durable import PRIVATE_FOLDER, read_plain_file, write_durably

WELCOME, OVERVIEW = "welcome", "overview"
"""The page before all tasks, and the page after them, which shows what became of each."""
TASKS = ("pin", "place", "size", "touch", "sound", "wifi", "printer", "languages")
"""In the order in which they are asked."""
MOST_BYTES = 4096


class TaskAnswer(StrEnum):
    """What became of a task."""

    DONE = "done"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class FirstStart:
    page: str = WELCOME
    """One of the tasks, or the page before or after them."""
    answers: Mapping[str, TaskAnswer] = field(default_factory=dict)
    """By task; a task that is not there was not come to."""
    over: bool = False
    """Whether somebody has said that this is all: it is not asked by itself any more."""

    @property
    def number(self) -> int:
        """Which task this is, counted from 1; 0 before and after them."""
        return TASKS.index(self.page) + 1 if self.page in TASKS else 0

    @property
    def all_answered(self) -> bool:
        """Whether each task was done or left for later."""
        return all(task in self.answers for task in TASKS)

    def opened(self, page: str) -> "FirstStart":
        """A task is gone to, or the page before or after them."""
        return replace(self, page=page)

    def answered(self, answer: TaskAnswer) -> "FirstStart":
        """The task that is open was answered; the next one that was not comes."""
        answers = {**self.answers, self.page: answer}
        at = TASKS.index(self.page)
        following = (*TASKS[at + 1 :], *TASKS[:at])
        page = next((task for task in following if task not in answers), OVERVIEW)
        return replace(self, answers=answers, page=page)

    def all_later(self) -> "FirstStart":
        """Everything that has no answer is left for later."""
        rest = {task: TaskAnswer.LATER for task in TASKS if task not in self.answers}
        return replace(self, answers={**self.answers, **rest}, page=OVERVIEW)

    def before(self) -> "FirstStart | None":
        """One page back; None where there is none."""
        if self.page in (WELCOME, OVERVIEW):
            return None
        if self.all_answered:
            return self.opened(OVERVIEW)
        at = TASKS.index(self.page)
        return self.opened(TASKS[at - 1] if at else WELCOME)

    def finished(self) -> "FirstStart":
        """Somebody has said that this is all."""
        return replace(self.all_later(), over=True)


def is_due(kept: FirstStart | None, *, has_pin: bool) -> bool:
    """Whether a kiosk asks by itself: one that was never set up, or was broken off in it."""
    return not kept.over if kept else not has_pin


class FirstStartFile:
    """How far it is, on the disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> FirstStart | None:
        """What was kept; None where nothing was, or nothing that can be used."""
        try:
            fields = json.loads(read_plain_file(self._path, MOST_BYTES))
            answers = {task: TaskAnswer(fields["answers"][task]) for task in fields["answers"]}
            kept = FirstStart(str(fields["page"]), answers, over=fields["over"] is True)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        pages = (WELCOME, OVERVIEW, *TASKS)
        return kept if kept.page in pages and set(answers) <= set(TASKS) else None

    def write(self, state: FirstStart) -> None:
        """Keep it; afterwards it is on the disk.

        Raises:
            OSError: it could not be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        fields = {"page": state.page, "answers": dict(state.answers), "over": state.over}
        write_durably(self._path, json.dumps(fields).encode(), private=True)
