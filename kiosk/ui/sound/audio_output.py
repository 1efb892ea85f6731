"""Where the voice goes."""

from collections.abc import Callable
from typing import Protocol

from kiosk.narration.utterance import Clip


class AudioOutput(Protocol):
    """Plays one clip at a time."""

    def open(self) -> None:
        """Gets ready, so that the first clip need not wait."""

    def play(self, clip: Clip, *, begun: Callable[[], None], ended: Callable[[], None]) -> None:
        """Plays the clip instead of what plays; tells when its sound begins and when it is over."""

    def stop(self) -> None:
        """Is silent at once; nothing more is told about the clip."""

    def pause(self) -> None:
        """Is silent at once, and keeps the place in the clip."""

    def resume(self) -> None:
        """Goes on where it was paused."""

    def position_ms(self) -> float:
        """How much of the clip has been heard."""

    def set_gain(self, gain: float) -> None:
        """Loudness from 0 (silent) to 1, from now on."""

    def on_problem(self, tell: Callable[[str], None]) -> None:
        """Whom to tell why nothing can be heard; "" when all is well again."""

    def close(self) -> None:
        """Plays nothing any more."""
