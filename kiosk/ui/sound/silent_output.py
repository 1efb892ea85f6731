"""Silence in the place of the voice, which takes the same time."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer

from kiosk.narration.utterance import Clip


class SilentOutput:
    """Takes the time of a clip without a sound, at real or at another speed."""

    def __init__(self, speed: float = 1.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._speed = speed
        self._clock = clock
        self._began_s: float | None = None
        self._paused_s: float | None = None
        self._left_ms = 0
        self._timer = QTimer(singleShot=True)
        self._timer.timeout.connect(self._end)
        self._ended: Callable[[], None] = _nothing

    def open(self) -> None:
        """Silence is always ready."""

    def play(self, clip: Clip, *, begun: Callable[[], None], ended: Callable[[], None]) -> None:
        """Begins at once, ends after the clip's duration."""
        self._ended = ended
        self._began_s = self._clock()
        self._timer.start(round(clip.duration_ms / self._speed))
        begun()

    def stop(self) -> None:
        """Forgets the clip."""
        self._timer.stop()
        self._began_s = self._paused_s = None

    def pause(self) -> None:
        """Lets no time go by."""
        if self._began_s is not None and self._paused_s is None:
            self._paused_s = self._clock()
            self._left_ms = self._timer.remainingTime()
            self._timer.stop()

    def resume(self) -> None:
        """Takes the rest of the clip's time."""
        if self._began_s is not None and self._paused_s is not None:
            self._began_s += self._clock() - self._paused_s
            self._paused_s = None
            self._timer.start(self._left_ms)

    def position_ms(self) -> float:
        """The time gone by, in the clip's own time."""
        if self._began_s is None:
            return 0.0
        now_s = self._clock() if self._paused_s is None else self._paused_s
        return (now_s - self._began_s) * 1000 * self._speed

    def set_gain(self, gain: float) -> None:
        """Silence has no loudness."""

    def on_problem(self, tell: Callable[[str], None]) -> None:
        """Silence never fails."""

    def close(self) -> None:
        """Silence is over."""
        self.stop()

    def _end(self) -> None:
        self.stop()
        self._ended()


def _nothing() -> None:
    """No clip was played yet."""
