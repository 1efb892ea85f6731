"""Silence of the same length as the voice."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer

from kiosk.narration.utterance import Clip


class SilentOutput:
    """Lets the time of a clip pass without sound, at real speed or another one."""

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
        """Does nothing."""

    def play(self, clip: Clip, *, begun: Callable[[], None], ended: Callable[[], None]) -> None:
        """Calls `begun` at once and `ended` after the clip's duration."""
        self._ended = ended
        self._began_s = self._clock()
        self._timer.start(round(clip.duration_ms / self._speed))
        begun()

    def stop(self) -> None:
        """Stops without calling `ended`."""
        self._timer.stop()
        self._began_s = self._paused_s = None

    def pause(self) -> None:
        """Stops the timer and keeps the position."""
        if self._began_s is not None and self._paused_s is None:
            self._paused_s = self._clock()
            self._left_ms = self._timer.remainingTime()
            self._timer.stop()

    def resume(self) -> None:
        """Continues with the remaining time."""
        if self._began_s is not None and self._paused_s is not None:
            self._began_s += self._clock() - self._paused_s
            self._paused_s = None
            self._timer.start(self._left_ms)

    def position_ms(self) -> float:
        """The position in the clip, in milliseconds; 0 when nothing is playing."""
        if self._began_s is None:
            return 0.0
        now_s = self._clock() if self._paused_s is None else self._paused_s
        return (now_s - self._began_s) * 1000 * self._speed

    def set_gain(self, gain: float) -> None:
        """Does nothing."""

    def on_problem(self, notify: Callable[[str], None]) -> None:
        """Does nothing, as no error can occur."""

    def close(self) -> None:
        """Stops."""
        self.stop()

    def _end(self) -> None:
        self.stop()
        self._ended()


def _nothing() -> None:
    """The callback until a clip is played."""
