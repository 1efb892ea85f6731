"""Blocking client of the speech worker, for programs without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from kiosk.blocking_child import BlockingChild, ProcessError
from kiosk.narration.engine import Ability
from kiosk.narration.request import to_message
from kiosk.narration.settings import worker_arguments

if TYPE_CHECKING:
    from kiosk.narration.request import Request
    from kiosk.narration.settings import NarrationSettings

_START_LIMIT_S = 30.0


class WorkerError(RuntimeError):
    """The worker did not start, or produced no sound; the message says why."""


class WorkerProcess:
    """A context manager that runs a worker process."""

    def __init__(self, settings: NarrationSettings) -> None:
        self._settings = settings
        self._number = 0
        self.abilities: tuple[Ability, ...] = ()
        """The abilities of the worker's engines."""

    def __enter__(self) -> Self:
        """Starts the worker.

        Raises:
            WorkerError: the worker does not start.
        """
        self._start()
        return self

    def __exit__(self, *_problem: object) -> None:
        """Ends the worker."""
        self._process.close()

    def render(self, request: Request) -> None:
        """Renders the clip into the cache; a worker that hangs or dies is restarted.

        Raises:
            WorkerError: the clip was not rendered or not stored.
        """
        self._number += 1
        limit_s = self._settings.answer_limit_s
        try:
            answer, _ = self._process.ask(to_message(request, self._number), within_s=limit_s)
            while answer.get("number") != self._number:
                answer, _ = self._process.receive(within_s=limit_s)
        except ProcessError as problem:
            self._process.close()
            self._start()
            raise WorkerError(str(problem)) from problem
        for reason in ("failed", "not_kept"):
            if reason in answer:
                raise WorkerError(answer[reason])

    def _start(self) -> None:
        arguments = worker_arguments(self._settings.cache_folder, self._settings)
        try:
            self._process = BlockingChild(arguments)
        except OSError as problem:
            raise WorkerError(str(problem)) from problem
        try:
            greeting, _ = self._process.receive(within_s=_START_LIMIT_S)
        except ProcessError as problem:
            self._process.close()
            raise WorkerError(str(problem)) from problem
        self.abilities = tuple(Ability(**fields) for fields in greeting["engines"])
