"""The interface of the devices that play the voice."""

from collections.abc import Callable
from typing import Protocol

from kiosk.narration.utterance import Clip


class AudioOutput(Protocol):
    """Plays one clip at a time."""

    def open(self) -> None:
        """Prepares the device, so that the first clip is not delayed."""

    def play(self, clip: Clip, *, begun: Callable[[], None], ended: Callable[[], None]) -> None:
        """Plays the clip and stops the current one; the callbacks report its start and its end."""

    def stop(self) -> None:
        """Stops at once; no callback of the clip is called any more."""

    def pause(self) -> None:
        """Pauses at once and keeps the playback position."""

    def resume(self) -> None:
        """Continues from the position of the pause."""

    def position_ms(self) -> float:
        """Playback position in the clip, in milliseconds; 0 when nothing is playing."""

    def set_gain(self, gain: float) -> None:
        """Sets the volume, from 0 (silent) to 1."""

    def on_problem(self, notify: Callable[[str], None]) -> None:
        """Sets the callback for error messages; it receives "" when the error is over."""

    def close(self) -> None:
        """Stops and releases the device."""
