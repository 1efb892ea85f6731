"""The state of the first-start assistant for the person who installs a kiosk.

Every task can be postponed; answers are saved, so that a power cut loses nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from kiosk.durable import PRIVATE_FOLDER, read_plain_file, write_durably

WELCOME, OVERVIEW = "welcome", "overview"
"""The page before all tasks, and the page after them with the state of each."""
TASKS = ("pin", "place", "size", "touch", "sound", "wifi", "printer", "languages")
"""The tasks in their order."""
MAX_BYTES = 4096


class TaskAnswer(StrEnum):
    """The result of a task."""

    DONE = "done"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class FirstStart:
    page: str = WELCOME
    """One of `TASKS`, or `WELCOME` or `OVERVIEW`."""
    answers: Mapping[str, TaskAnswer] = field(default_factory=dict)
    """The results by task; a task that was not reached yet is missing."""
    over: bool = False
    """Whether the assistant was completed, so that it does not start by itself any more."""

    @property
    def number(self) -> int:
        """The number of the task, counted from 1; 0 on the welcome and overview pages."""
        return TASKS.index(self.page) + 1 if self.page in TASKS else 0

    @property
    def all_answered(self) -> bool:
        """Whether each task was done or postponed."""
        return all(task in self.answers for task in TASKS)

    def opened(self, page: str) -> "FirstStart":
        """The state with another page open."""
        return replace(self, page=page)

    def answered(self, answer: TaskAnswer) -> "FirstStart":
        """The state after an answer to the open task, at the next task without one."""
        answers = {**self.answers, self.page: answer}
        at = TASKS.index(self.page)
        following = (*TASKS[at + 1 :], *TASKS[:at])
        page = next((task for task in following if task not in answers), OVERVIEW)
        return replace(self, answers=answers, page=page)

    def all_later(self) -> "FirstStart":
        """The state with all unanswered tasks postponed, on the overview."""
        rest = {task: TaskAnswer.LATER for task in TASKS if task not in self.answers}
        return replace(self, answers={**self.answers, **rest}, page=OVERVIEW)

    def previous(self) -> "FirstStart | None":
        """The state one page back; None if there is none."""
        if self.page in (WELCOME, OVERVIEW):
            return None
        if self.all_answered:
            return self.opened(OVERVIEW)
        at = TASKS.index(self.page)
        return self.opened(TASKS[at - 1] if at else WELCOME)

    def finished(self) -> "FirstStart":
        """The completed state."""
        return replace(self.all_later(), over=True)


def is_due(kept: FirstStart | None, *, has_pin: bool) -> bool:
    """Whether the assistant starts by itself: if interrupted, or if never run and without PIN."""
    return not kept.over if kept else not has_pin


class FirstStartFile:
    """The file that stores the state."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> FirstStart | None:
        """The stored state; None if there is none or it is invalid."""
        try:
            fields = json.loads(read_plain_file(self._path, MAX_BYTES))
            answers = {task: TaskAnswer(fields["answers"][task]) for task in fields["answers"]}
            kept = FirstStart(str(fields["page"]), answers, over=fields["over"] is True)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None
        pages = (WELCOME, OVERVIEW, *TASKS)
        return kept if kept.page in pages and set(answers) <= set(TASKS) else None

    def write(self, state: FirstStart) -> None:
        """Stores the state; on return it is on the disk.

        Raises:
            OSError: the file cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        fields = {"page": state.page, "answers": dict(state.answers), "over": state.over}
        write_durably(self._path, json.dumps(fields).encode(), private=True)
