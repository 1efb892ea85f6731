"""A helper process that is called synchronously, for code without an event loop.

The window uses `kiosk.ui.background.child_process` instead, which never blocks.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import kiosk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LAST_WORDS_S = 1
_ROOT = Path(kiosk.__path__[0]).parent


class ProcessError(RuntimeError):
    """The process gave no answer; the message says why."""

    def __init__(self, why: str, *, is_late: bool) -> None:
        super().__init__(why)
        self.is_late = is_late
        """Whether it was killed because it took too long."""


def child_environment() -> dict[str, str]:
    """Environment variables with which a child process can import the kiosk's code."""
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(paths)}


class BlockingChild:
    """Runs `python -m …` with a module of the kiosk, which uses `kiosk.child_channel`.

    Use it from one thread, in a `with` statement that ends the process.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        """Starts the process.

        Raises:
            OSError: the process cannot be started.
        """
        self._process = subprocess.Popen(  # noqa: S603 - the kiosk's own program
            [sys.executable, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **child_environment()},
            start_new_session=True,  # Ctrl+C ends the parent program, which then ends this process
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        self.close()

    @property
    def is_running(self) -> bool:
        """Whether the process has not ended yet."""
        return self._process.poll() is None

    @property
    def process_id(self) -> int:
        return self._process.pid

    def close(self) -> None:
        """Kills the process and waits for its end."""
        self._process.kill()
        for pipe in filter(None, (self._process.stdin, self._process.stdout)):
            with contextlib.suppress(OSError):
                pipe.close()
        self._process.wait()

    def ask(
        self, message: Mapping[str, Any], data: bytes = b"", *, within_s: float
    ) -> tuple[dict[str, Any], bytes]:
        """Sends a message with optional data; returns the next message received, with its data.

        Raises:
            ProcessError: the process ended or did not answer in time; it cannot be used any more.
        """

        def send() -> None:
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(message).encode() + b"\n" + data)
            self._process.stdin.flush()

        return self._receive(within_s, send)

    def receive(self, *, within_s: float) -> tuple[dict[str, Any], bytes]:
        """The next message received, with its data.

        Raises:
            ProcessError: as for `ask`.
        """
        return self._receive(within_s, lambda: None)

    def _receive(self, within_s: float, first: Callable[[], None]) -> tuple[dict[str, Any], bytes]:
        """Calls `first`, then reads one message; a process that exceeds the time is killed."""
        late = threading.Event()

        def kill() -> None:
            late.set()
            self._process.kill()

        limit = threading.Timer(within_s, kill)
        limit.start()
        try:
            first()
            assert self._process.stdout is not None
            message = json.loads(self._process.stdout.readline())
            size = int(message.get("bytes", 0))
            data = self._process.stdout.read(size)
        except (OSError, ValueError) as problem:
            raise self._error(within_s, is_late=late.is_set()) from problem
        finally:
            limit.cancel()
        if len(data) != size:
            raise self._error(within_s, is_late=late.is_set())
        return message, data

    def _error(self, within_s: float, *, is_late: bool) -> ProcessError:
        if is_late:
            return ProcessError(f"no answer within {within_s:g} s", is_late=True)
        try:
            code = self._process.wait(_LAST_WORDS_S)
        except subprocess.TimeoutExpired:
            return ProcessError("the process speaks no JSON", is_late=False)
        return ProcessError(f"the process has ended (exit status {code})", is_late=False)
