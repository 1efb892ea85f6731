"""The kiosk's end of the speech worker process: starts it, asks it, buries it, starts it again."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.narration.engine import Ability
from kiosk.narration.request import Request, to_line
from kiosk.narration.settings import VoiceSettings, worker_command
from kiosk.narration.utterance import Clip
from kiosk.ui.own_process import own_process

_START_LIMIT_MS = 20_000
_BURIAL_LIMIT_MS = 1000
_FIRST_PAUSE_MS = 100
_LONGEST_PAUSE_MS = 60_000
_FAILURES_BEFORE_PROBLEM = 3
WORKER_FAILS = "Bộ đọc bị lỗi nhiều lần, máy đang tự thử lại. Có thể khởi động lại máy."
DISK_FULL = "Không ghi được tiếng nói vào ổ đĩa. Kiểm tra ổ đĩa còn chỗ trống không."


class VoiceWorker(QObject):
    """One worker process, one request at a time; never blocks.

    A worker that crashes or does not answer in time is replaced after a pause that doubles with
    each failure in a row; the request it had is answered as failed.
    """

    ready = Signal()
    """The engines' abilities are known, for the first time or anew."""
    answered = Signal(object, object)
    """A request, and its clip when it could not be kept in the cache (else None)."""
    failed = Signal(object)
    """A request that gave no sound."""
    problemChanged = Signal(str)

    def __init__(self, settings: VoiceSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.abilities: Sequence[Ability] | None = None
        self._settings = settings
        self._request: Request | None = None
        self._number = 0
        self._greeted = False
        self._failures = 0
        self._problem = ""
        self._closed = False
        self._process: QProcess | None = None
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._give_up)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.start)

    def start(self) -> None:
        """Starts a process; its first line makes this `ready`."""
        if self._process is not None or self._closed:
            return
        self._greeted = False
        process = own_process(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._lost)
        process.errorOccurred.connect(self._not_started)
        self._process = process
        self._limit.start(_START_LIMIT_MS)
        program, *arguments = worker_command(
            sys.executable, self._settings.cache_folder, self._settings
        )
        process.start(program, arguments)

    def is_free(self) -> bool:
        """Whether a request can be asked now."""
        return self._process is not None and self._greeted and self._request is None

    def is_resting(self, longer_than_s: float) -> bool:
        """Whether it failed so often that the next start is further away than this."""
        return self._pause.remainingTime() > longer_than_s * 1000

    def process_id(self) -> int:
        """The process that runs now; 0 when none does."""
        return self._process.processId() if self._process else 0

    def ask(self, request: Request) -> None:
        """Asks for one clip, when `is_free`; `answered` or `failed` follows in any case."""
        assert self._process is not None
        self._request = request
        self._number += 1
        self._limit.start(round(self._settings.answer_limit_s * 1000))
        self._process.write(to_line(request, self._number))

    def close(self) -> None:
        """Ends the process for good."""
        self._closed = True
        self._request = None
        self._pause.stop()
        process = self._process
        self._bury()
        if process is not None:
            process.waitForFinished(_BURIAL_LIMIT_MS)

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            try:
                answer = json.loads(process.readLine().data())
            except ValueError:
                continue
            if "engines" in answer:
                self._greet(answer["engines"])
            elif answer.get("number") == self._number and self._request is not None:
                self._accept(answer)

    def _greet(self, engines: Sequence[dict[str, Any]]) -> None:
        if not self._greeted:
            self._limit.stop()
            self._greeted = True
        self.abilities = [Ability(**fields) for fields in engines]
        self.ready.emit()

    def _accept(self, answer: dict[str, Any]) -> None:
        request, self._request = self._request, None
        self._limit.stop()
        self._failures = 0
        self._say_problem(DISK_FULL if "not_kept" in answer else "")
        if "failed" in answer:
            self.failed.emit(request)
        else:
            self.answered.emit(request, _clip(answer.get("clip")))

    def _give_up(self) -> None:
        self._bury()
        self._start_again()

    def _lost(self) -> None:
        if self.sender() is self._process:
            self._bury()
            self._start_again()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self.sender() is self._process:
            self._bury()
            self._start_again()

    def _bury(self) -> None:
        self._limit.stop()
        process, self._process = self._process, None
        self._greeted = False
        if process is None:
            return
        process.finished.connect(process.deleteLater)
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.kill()

    def _start_again(self) -> None:
        pause_ms = min(_FIRST_PAUSE_MS * 2**self._failures, _LONGEST_PAUSE_MS)
        self._failures += 1
        self._pause.start(pause_ms)
        if self._failures >= _FAILURES_BEFORE_PROBLEM:
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
