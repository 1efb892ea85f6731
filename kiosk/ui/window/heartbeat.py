"""Notes when the kiosk last drew a frame, spoke and printed, for staff and province."""

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
    """Writes the signs of life every few minutes, away from the window.

    A page that stands still draws nothing by itself, so each beat asks for a frame; only a frame
    that was really drawn is noted.
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
        """A sentence was spoken to its end."""
        self._beat = replace(self._beat, voice_at=_this_hour())

    def note_print(self) -> None:
        """A sheet came out of the printer."""
        self._beat = replace(self._beat, printed_at=_this_hour())

    def write(self) -> None:
        """Write what is known, and ask for the next frame."""
        beat = replace(self._beat, problems=tuple(self._problems()))
        work = partial(write_heartbeat, self._path, beat)
        self._jobs.run(work, ignore, what=gettext_noop("ghi giờ máy chạy"))
        self._window.requestUpdate()

    def close(self) -> None:
        """Note nothing any more."""
        self._timer.stop()
        self._window.frameSwapped.disconnect(self._note_frame)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _this_hour() -> str:
    """No minute of anything that a person was there for is written."""
    now = datetime.now().astimezone().replace(minute=0, second=0)
    return now.isoformat(timespec="seconds")
