"""A narrator that says nothing, for making pictures."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.narration.utterance import Utterance


class MuteNarrator(QObject):
    """Is done with every sentence at once."""

    started = Signal(str, str)
    wordChanged = Signal(int, int)
    finished = Signal()
    problemChanged = Signal(str)
    pausableChanged = Signal(bool)
    pausedChanged = Signal(bool)
    abilitiesChanged = Signal()
    abilities = None

    def say(self, utterances: Sequence[Utterance]) -> None:  # noqa: ARG002 - says nothing
        """Be done, once the page had time to show the sentence."""
        QTimer.singleShot(0, self, self.finished.emit)

    def stop(self) -> None:
        """There is nothing to stop."""

    def pause(self) -> None:
        """There is nothing to hold."""

    def resume(self) -> None:
        """There is nothing held."""

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """There is nothing to prepare."""

    def warm_up(self) -> None:
        """Silence is always ready."""

    def close(self) -> None:
        """There is nothing to end."""

    def set_slow(self, slow: bool) -> None:  # noqa: FBT001
        """Silence has no speed."""

    def set_volume(self, volume: int) -> None:
        """Silence has no volume."""
