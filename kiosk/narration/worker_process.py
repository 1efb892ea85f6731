"""The speech worker for programs without a window: asked, waited for, started anew."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any, Self

from kiosk.narration.engine import Ability
from kiosk.narration.request import to_line
from kiosk.narration.settings import worker_command, worker_environment

if TYPE_CHECKING:
    from types import TracebackType

    from kiosk.narration.request import Request
    from kiosk.narration.settings import VoiceSettings

_START_LIMIT_S = 30.0


class WorkerError(RuntimeError):
    """The worker did not start, or gave no sound; the text says why."""


class WorkerProcess:
    """A worker that is there while the `with` block lasts."""

    def __init__(self, settings: VoiceSettings) -> None:
        self._settings = settings
        self._number = 0
        self.abilities: tuple[Ability, ...] = ()
        """What the engines can do."""

    def __enter__(self) -> Self:
        """Starts it.

        Raises:
            WorkerError: it does not start.
        """
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends it."""
        self._end()

    def render(self, request: Request) -> None:
        """Has the clip put into the cache; a worker that hangs or dies is replaced.

        Raises:
            WorkerError: there is no clip now.
        """
        self._number += 1
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(to_line(request, self._number))
            self._process.stdin.flush()
            answer = self._answer(self._settings.answer_limit_s)
        except (OSError, WorkerError) as problem:
            self._end()
            self._start()
            raise WorkerError(str(problem)) from problem
        for reason in ("failed", "not_kept"):
            if reason in answer:
                raise WorkerError(answer[reason])

    def _start(self) -> None:
        command = worker_command(sys.executable, self._settings.cache_folder, self._settings)
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **worker_environment()},
            start_new_session=True,  # Ctrl+C ends the program, which then ends the worker
        )
        self._lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._pump, args=(self._process, self._lines), daemon=True).start()
        try:
            greeting = self._read(_START_LIMIT_S)
        except WorkerError:
            self._end()
            raise
        self.abilities = tuple(Ability(**fields) for fields in greeting["engines"])

    @staticmethod
    def _pump(process: subprocess.Popen[bytes], lines: queue.Queue[bytes]) -> None:
        """Hands on what the worker says; an empty line at its end."""
        assert process.stdout is not None
        with process.stdout as said:
            for line in said:
                lines.put(line)
        lines.put(b"")

    def _answer(self, limit_s: float) -> dict[str, Any]:
        while (answer := self._read(limit_s)).get("number") != self._number:
            continue
        return answer

    def _read(self, limit_s: float) -> dict[str, Any]:
        try:
            line = self._lines.get(timeout=limit_s)
        except queue.Empty as problem:
            raise WorkerError(f"no answer within {limit_s:g} s") from problem
        if not line:
            raise WorkerError("the speech worker has ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _end(self) -> None:
        self._process.kill()
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait()
