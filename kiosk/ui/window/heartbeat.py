"""Records when the kiosk last drew a frame, spoke and printed, for staff and province."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.stats.heartbeat import read_heartbeat, write_heartbeat
from kiosk.ui.background.jobs import Jobs, ignore

BEAT_MS = 5 * 60 * 1000


class HeartbeatWriter(QObject):
    """Writes the heartbeat file every few minutes, in a job.

    A static page draws no frames, so each heartbeat requests one; only a frame that was really
    drawn is recorded.
    """

    def __init__(
        self,
        path: Path,
        window: QQuickWindow,
        jobs: Jobs,
        problems: Callable[[], Sequence[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._window = window
        self._jobs = jobs
        self._problems = problems
        self._beat = replace(read_heartbeat(path), version=__version__)
        window.frameSwapped.connect(self._note_frame)
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self.write)
        self._timer.start()

    def _note_frame(self) -> None:
        self._beat = replace(self._beat, frame_at=_now())

    def note_voice(self) -> None:
        """Records that a sentence was spoken to its end."""
        self._beat = replace(self._beat, voice_at=_this_hour())

    def note_print(self) -> None:
        """Records that a sheet was printed."""
        self._beat = replace(self._beat, printed_at=_this_hour())

    def write(self) -> None:
        """Writes the file and requests the next frame."""
        beat = replace(self._beat, problems=tuple(self._problems()))
        work = partial(write_heartbeat, self._path, beat)
        self._jobs.run(work, ignore, what=gettext_noop("ghi giờ máy chạy"))
        self._window.requestUpdate()

    def close(self) -> None:
        """Stops recording."""
        self._timer.stop()
        self._window.frameSwapped.disconnect(self._note_frame)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _this_hour() -> str:
    """Returns the current hour; minutes of learners' activity are not stored, for privacy."""
    now = datetime.now().astimezone().replace(minute=0, second=0)
    return now.isoformat(timespec="seconds")
