"""Helper processes of the kiosk, driven and watched by the window's event loop."""

import json
import sys
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from kiosk.asked_process import child_environment

PING_MS = 1000
MOST_MISSED = 3
"""A process that says nothing between so many pings, one second apart, hangs."""
FIRST_PAUSE_MS = 100
LONGEST_PAUSE_MS = 60_000
BURIAL_LIMIT_MS = 1000


class Ending(Enum):
    """How a process came to its end."""

    EXITED = auto()
    """By itself, with an exit code."""
    DIED = auto()
    """By a signal that was not the kiosk's."""
    NOT_STARTED = auto()
    LATE = auto()
    """It did not answer in time, and was killed."""
    HANGS = auto()
    """It gave no sign of life, and was killed."""


class ChildProcess(QObject):
    """One helper process at a time: `python -m …` of the kiosk's own, never waited for.

    It speaks lines of JSON; one with `"bytes": n` has n bytes behind it. It can be given a time by
    which it has to answer, and, with `watched`, is asked for a sign of life all the time: its side
    is `kiosk.child_channel`. It is killed with the kiosk.
    """

    received = Signal(object, bytes)
    """A message, and the bytes that came with it; lines that are no message are passed over."""
    ended = Signal(object, int)
    """An `Ending`, and the exit code; never told of a process that `stop` has ended."""
    starts_again = Signal()
    """The pause of `start_later` is over: now call `start`."""

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
        """What follows `python`."""
        self.environment = dict(environment or {})
        """Variables that are other than the kiosk's."""
        self._watched = watched
        self._process: QProcess | None = None
        self._waiting_for: dict[str, Any] | None = None
        """The message whose bytes are still on their way."""
        self._greeted = False
        self._missed = 0
        self._failures = 0
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(lambda: self._end(Ending.LATE))
        self._ping = QTimer(self, interval=PING_MS)
        self._ping.timeout.connect(self._ask_for_life)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.starts_again)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def process_id(self) -> int:
        """The process that runs now; 0 when none does."""
        return self._process.processId() if self._process else 0

    @property
    def failures(self) -> int:
        """How often it was started again since it last did well."""
        return self._failures

    @property
    def restarts_in_ms(self) -> int:
        """How long until it is started again; -1 when it is not going to be."""
        return self._pause.remainingTime()

    def start(self, first_answer_ms: int = 0) -> None:
        """Start it, unless it runs; it has so long to say its first word, 0 for any time."""
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
        """Start it again after a pause that doubles with each failure in a row."""
        self._pause.start(min(FIRST_PAUSE_MS * 2**self._failures, LONGEST_PAUSE_MS))
        self._failures += 1

    def did_well(self) -> None:
        """The next failure is the first one again."""
        self._failures = 0

    def send(self, message: Mapping[str, Any], data: bytes = b"", *, at_once: bool = False) -> None:
        """Send a message, and the data that it announces; nothing when there is no process.

        With `at_once` what fits into the pipe does not wait for the window's event loop.
        """
        if self._process is not None:
            self._process.write(json.dumps(message).encode() + b"\n" + data)
            if at_once:
                self._process.waitForBytesWritten(0)

    def expect_answer(self, within_ms: int) -> None:
        """Kill it unless `answered` is called within this time."""
        self._deadline.start(within_ms)

    def answered(self) -> None:
        """What was expected has come."""
        self._deadline.stop()

    def stop(self) -> None:
        """Kill it now, without waiting; nothing more is told of it."""
        self._pause.stop()
        self._bury()

    def close(self) -> None:
        """Kill it for good, and wait until it is gone."""
        self._pause.stop()
        process = self._process
        self._bury()
        if process is not None:
            process.waitForFinished(BURIAL_LIMIT_MS)

    def _send_ping(self) -> None:
        self.send({"ping": 0})

    def _ask_for_life(self) -> None:
        """Counts pings, not time: whoever stops the whole machine stops this clock, too.

        Before its first word and while an answer is due, its deadline watches it.
        """
        if not self._greeted or self._deadline.isActive():
            self._missed = 0
            return
        if self._missed >= MOST_MISSED:
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
            self._bury()
            self.ended.emit(ending, code)

    def _bury(self) -> None:
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
    """The message in a line; empty for what a library printed."""
    try:
        message = json.loads(line)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}
