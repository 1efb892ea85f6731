"""Helper processes of the kiosk, controlled and monitored in the window's event loop."""

import json
import sys
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from kiosk.blocking_child import child_environment

PING_MS = 1000
MAX_MISSED = 3
"""The process counts as hung after this many unanswered pings, one per second."""
FIRST_PAUSE_MS = 100
MAX_PAUSE_MS = 60_000
KILL_TIMEOUT_MS = 1000


class Ending(Enum):
    """How a process ended."""

    EXITED = auto()
    """The process exited by itself, with an exit code."""
    DIED = auto()
    """The process crashed or was killed from outside."""
    NOT_STARTED = auto()
    LATE = auto()
    """The process missed a deadline and was killed."""
    HANGS = auto()
    """The process did not answer pings and was killed."""


class ChildProcess(QObject):
    """Runs one helper process at a time, `python -m …`, without ever blocking.

    Messages are lines of JSON; a message with `"bytes": n` is followed by n bytes of data. A
    deadline can be set for an answer; with `watched` the process is also pinged all the time. The
    other end of the pipe is `kiosk.child_channel`. The process is killed when the kiosk exits.
    """

    received = Signal(object, bytes)
    """A message and its data; lines that are not messages are ignored."""
    ended = Signal(object, int)
    """An `Ending` and the exit code; not emitted for a process that `stop` or `close` has ended."""
    starts_again = Signal()
    """The pause of `start_later` is over: the receiver now calls `start`."""

    def __init__(
        self,
        arguments: Sequence[str],
        parent: QObject | None = None,
        *,
        environment: Mapping[str, str] | None = None,
        watched: bool = False,
    ) -> None:
        super().__init__(parent)
        self.arguments = list(arguments)
        """The arguments of the Python interpreter."""
        self.environment = dict(environment or {})
        """Environment variables that differ from the kiosk's."""
        self._watched = watched
        self._process: QProcess | None = None
        self._waiting_for: dict[str, Any] | None = None
        """The message whose data has not arrived completely."""
        self._greeted = False
        self._missed = 0
        self._failures = 0
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(lambda: self._end(Ending.LATE))
        self._ping = QTimer(self, interval=PING_MS)
        self._ping.timeout.connect(self._check_process_is_alive)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.starts_again)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def process_id(self) -> int:
        """The process ID; 0 when no process runs."""
        return self._process.processId() if self._process else 0

    @property
    def failures(self) -> int:
        """The number of restarts in a row, since `reset_failures` was last called."""
        return self._failures

    @property
    def restarts_in_ms(self) -> int:
        """The time until the next restart; -1 when none is scheduled."""
        return self._pause.remainingTime()

    def start(self, first_answer_ms: int = 0) -> None:
        """Starts the process unless it runs; `first_answer_ms` limits its startup (0: no limit)."""
        if self._process is not None:
            return
        self._pause.stop()
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in {**child_environment(), **self.environment}.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        self._waiting_for, self._greeted, self._missed = None, False, 0
        if first_answer_ms:
            self.expect_answer(first_answer_ms)
        process.start(sys.executable, self.arguments)
        if self._watched:
            self._send_ping()
            self._ping.start()

    def start_later(self) -> None:
        """Schedules a restart after a pause that doubles with each failure in a row."""
        self._pause.start(min(FIRST_PAUSE_MS * 2**self._failures, MAX_PAUSE_MS))
        self._failures += 1

    def reset_failures(self) -> None:
        """Resets the count of failures."""
        self._failures = 0

    def send(self, message: Mapping[str, Any], data: bytes = b"", *, at_once: bool = False) -> None:
        """Sends a message and the data it announces; does nothing when no process runs.

        With `at_once`, the data that fits into the pipe is written before the call returns.
        """
        if self._process is not None:
            self._process.write(json.dumps(message).encode() + b"\n" + data)
            if at_once:
                self._process.waitForBytesWritten(0)

    def expect_answer(self, within_ms: int) -> None:
        """Kills the process unless `answered` is called within this time."""
        self._deadline.start(within_ms)

    def answered(self) -> None:
        """Cancels the deadline of `expect_answer`."""
        self._deadline.stop()

    def stop(self) -> None:
        """Kills the process without waiting; `ended` is not emitted for it."""
        self._pause.stop()
        self._kill()

    def close(self) -> None:
        """Kills the process and waits until it is gone, at most `KILL_TIMEOUT_MS`."""
        self._pause.stop()
        process = self._process
        self._kill()
        if process is not None:
            process.waitForFinished(KILL_TIMEOUT_MS)

    def _send_ping(self) -> None:
        self.send({"ping": 0})

    def _check_process_is_alive(self) -> None:
        """Sends a ping, or kills the process after too many unanswered ones.

        Pings are counted, not time: a suspended machine stops this timer too. No ping is sent
        before the first message or while a deadline runs.
        """
        if not self._greeted or self._deadline.isActive():
            self._missed = 0
            return
        if self._missed >= MAX_MISSED:
            self._end(Ending.HANGS)
            return
        self._missed += 1
        self._send_ping()

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process:
            self._missed = 0
            if self._waiting_for is not None:
                size = self._waiting_for["bytes"]
                if process.bytesAvailable() < size:
                    return
                message, self._waiting_for = self._waiting_for, None
                self._take(message, bytes(process.read(size).data()) if size else b"")
            elif process.canReadLine():
                message = _message_in(bytes(process.readLine().data()))
                if message.get("bytes"):
                    self._waiting_for = message
                elif message:
                    self._take(message, b"")
            else:
                return

    def _take(self, message: dict[str, Any], data: bytes) -> None:
        if not self._greeted:
            self._greeted = True
            self._deadline.stop()
        if "pong" not in message:
            self.received.emit(message, data)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self.sender() is self._process:
            self._read()
            self._end(
                Ending.EXITED if status is QProcess.ExitStatus.NormalExit else Ending.DIED, code
            )

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self.sender() is self._process:
            self._end(Ending.NOT_STARTED)

    def _end(self, ending: Ending, code: int = 0) -> None:
        if self._process is not None:
            self._kill()
            self.ended.emit(ending, code)

    def _kill(self) -> None:
        self._deadline.stop()
        self._ping.stop()
        process, self._process = self._process, None
        if process is None:
            return
        if process.state() is QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.finished.connect(process.deleteLater)
            process.kill()


def _message_in(line: bytes) -> dict[str, Any]:
    """Returns the message of a line; empty when the line is other output."""
    try:
        message = json.loads(line)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}
