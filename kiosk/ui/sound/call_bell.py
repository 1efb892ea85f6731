"""The call for staff: a repeated chime, and the command that the centre has configured, if any."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.narration.sounds import Sound
from kiosk.ui.background.clock import Clock
from kiosk.ui.sound.voice_output import VoiceOutput

log = logging.getLogger(__name__)

BETWEEN_CHIMES_MS = 6000
COMMAND_LIMIT_MS = 10_000
BETWEEN_COMMANDS_S = 10.0
KILL_TIMEOUT_MS = 1000
NOT_FOUND = gettext_noop(
    "Chuông gọi cán bộ không chạy được: máy không thấy lệnh trong call_command."
)
TOO_SLOW = gettext_noop("Chuông gọi cán bộ chạy quá lâu, nên máy đã dừng lệnh trong call_command.")
WENT_WRONG = gettext_noop(
    "Chuông gọi cán bộ báo lỗi. Xem lại lệnh call_command trong phần cài đặt."
)


class CallBell(QObject):
    """Chimes from the call until it is dismissed; never while the voice speaks."""

    problemChanged = Signal()

    def __init__(self, speaker: VoiceOutput, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._clock = clock
        self._calling = False
        self._command: tuple[str, ...] = ()
        self._run_s = float("-inf")
        self._problem = ""
        self._stopped = False
        self._chime = QTimer(self, singleShot=True, interval=BETWEEN_CHIMES_MS)
        self._chime.timeout.connect(self._ring)
        self._limit = QTimer(self, singleShot=True, interval=COMMAND_LIMIT_MS)
        self._limit.timeout.connect(self._stop_slow)
        speaker.finished.connect(self._wait)
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.errorOccurred.connect(self._failed)
        self._process.finished.connect(self._finished)

    @property
    def problem(self) -> str:
        """The error of the configured command, in Vietnamese, for staff; empty for none."""
        return self._problem

    def use_command(self, command: Sequence[str]) -> None:
        """Sets the program and arguments to run when staff are called; empty for none."""
        self._command = tuple(command)

    def show_calling(self, *, calling: bool) -> None:
        """Starts or ends the call."""
        if calling == self._calling:
            return
        self._calling = calling
        self._chime.stop()
        if calling:
            self._run_command()

    def close(self) -> None:
        self._calling = False
        self._chime.stop()
        if self._runs:
            self._stop()
            self._process.waitForFinished(KILL_TIMEOUT_MS)

    def _wait(self) -> None:
        """Schedules the next chime, after speech or the last chime has ended."""
        if self._calling:
            self._chime.start()

    def _ring(self) -> None:
        if self._calling:
            self._speaker.ring(Sound.CHIME)

    def _run_command(self) -> None:
        now_s = self._clock.now_s()
        if not self._command or self._runs or now_s - self._run_s < BETWEEN_COMMANDS_S:
            return
        self._run_s = now_s
        self._stopped = False
        self._limit.start()
        self._process.start(self._command[0], list(self._command[1:]))

    @property
    def _runs(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _stop_slow(self) -> None:
        self._notify(TOO_SLOW)
        self._stop()

    def _stop(self) -> None:
        self._stopped = True
        self._limit.stop()
        self._process.kill()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._limit.stop()
            self._notify(NOT_FOUND)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        if self._stopped:
            return
        well = status is QProcess.ExitStatus.NormalExit and code == 0
        self._notify("" if well else WENT_WRONG)

    def _notify(self, problem: str) -> None:
        if problem:
            log.warning("call_command: %s", problem)
        if problem != self._problem:
            self._problem = problem
            self.problemChanged.emit()
