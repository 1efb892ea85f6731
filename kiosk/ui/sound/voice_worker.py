"""Manages the speech worker process: starts it, sends requests, restarts it after failures."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.narration.engine import Ability
from kiosk.narration.request import Request, to_message
from kiosk.narration.settings import NarrationSettings, worker_arguments
from kiosk.narration.utterance import Clip
from kiosk.ui.background.child_process import ChildProcess

_START_LIMIT_MS = 20_000
_FAILURES_BEFORE_PROBLEM = 3
WORKER_FAILS = "Bộ đọc bị lỗi nhiều lần, máy đang tự thử lại. Có thể khởi động lại máy."
DISK_FULL = "Không ghi được tiếng nói vào ổ đĩa. Kiểm tra ổ đĩa còn chỗ trống không."


class VoiceWorker(QObject):
    """One worker process with one request at a time; never blocks.

    A worker that crashes or misses its deadline is replaced after a pause that doubles with each
    failure in a row; its pending request fails.
    """

    ready = Signal()
    """The engines' abilities are known or have changed."""
    answered = Signal(object, object)
    """A request, and its clip if it could not be cached; else None."""
    failed = Signal(object)
    """A request that produced no sound."""
    problemChanged = Signal(str)

    def __init__(self, settings: NarrationSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.abilities: Sequence[Ability] | None = None
        self._settings = settings
        self._request: Request | None = None
        self._number = 0
        self._greeted = False
        self._problem = ""
        self._closed = False
        arguments = worker_arguments(settings.cache_folder, settings)
        self._process = ChildProcess(arguments, self, watched=True)
        self._process.received.connect(self._take)
        self._process.ended.connect(self._start_again)
        self._process.starts_again.connect(self.start)

    def start(self) -> None:
        """Starts a process; its first message leads to `ready`."""
        if not (self._process.is_running or self._closed):
            self._greeted = False
            self._process.start(_START_LIMIT_MS)

    def is_free(self) -> bool:
        """True when a request can be sent."""
        return self._greeted and self._request is None

    def is_backing_off(self, longer_than_s: float) -> bool:
        """True when the next restart is further away than this time, after repeated failures."""
        return self._process.restarts_in_ms > longer_than_s * 1000

    def process_id(self) -> int:
        """The process ID; 0 when no process runs."""
        return self._process.process_id

    def ask(self, request: Request) -> None:
        """Requests one clip, only when `is_free`; `answered` or `failed` always follows."""
        self._request = request
        self._number += 1
        self._process.expect_answer(round(self._settings.answer_limit_s * 1000))
        self._process.send(to_message(request, self._number))

    def close(self) -> None:
        """Ends the process for good."""
        self._closed = True
        self._request = None
        self._greeted = False
        self._process.close()

    def _take(self, answer: dict[str, Any], _data: bytes) -> None:
        if "engines" in answer:
            self._greeted = True
            self.abilities = [Ability(**fields) for fields in answer["engines"]]
            self.ready.emit()
        elif answer.get("number") == self._number and self._request is not None:
            self._accept(answer)

    def _accept(self, answer: dict[str, Any]) -> None:
        request, self._request = self._request, None
        self._process.answered()
        self._process.reset_failures()
        self._say_problem(DISK_FULL if "not_kept" in answer else "")
        if "failed" in answer:
            self.failed.emit(request)
        else:
            self.answered.emit(request, _clip(answer.get("clip")))

    def _start_again(self) -> None:
        self._greeted = False
        self._process.start_later()
        if self._process.failures >= _FAILURES_BEFORE_PROBLEM:
            self._say_problem(WORKER_FAILS)
        request, self._request = self._request, None
        if request is not None:
            self.failed.emit(request)

    def _say_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.problemChanged.emit(problem)


def _clip(fields: dict[str, Any] | None) -> Clip | None:
    if fields is None:
        return None
    starts_ms = tuple(fields["word_starts_ms"])
    return Clip(base64.b64decode(fields["samples"]), fields["sample_rate_hz"], starts_ms)
