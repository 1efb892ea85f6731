"""A voice that can be told to hold its tongue."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.narration.engine import Ability
from kiosk.narration.utterance import Utterance
from kiosk.ui.mute_narrator import MuteNarrator
from kiosk.ui.speaker import Narrator


class HushedNarrator(QObject):
    """Speaks through another narrator; while hushed, it is done with every sentence at once."""

    started = Signal(str, str)
    wordChanged = Signal(int, int)
    finished = Signal()
    problemChanged = Signal(str)
    pausableChanged = Signal(bool)
    pausedChanged = Signal(bool)
    abilitiesChanged = Signal()

    def __init__(self, voice: Narrator, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self._silence = MuteNarrator(self)
        self._hushed = False
        voice.started.connect(self.started)
        voice.wordChanged.connect(self.wordChanged)
        voice.finished.connect(self.finished)
        voice.problemChanged.connect(self.problemChanged)
        voice.pausableChanged.connect(self.pausableChanged)
        voice.pausedChanged.connect(self.pausedChanged)
        voice.abilitiesChanged.connect(self.abilitiesChanged)
        self._silence.finished.connect(self.finished)

    @property
    def abilities(self) -> Sequence[Ability] | None:
        """What the voice can do."""
        return self._voice.abilities

    def hush(self, *, hushed: bool) -> None:
        """Say nothing from now on, or speak again from the next sentence on."""
        self._hushed = hushed
        if hushed:
            self._voice.stop()

    def say(self, utterances: Sequence[Utterance]) -> None:
        """Stop, then speak these in order."""
        (self._silence if self._hushed else self._voice).say(utterances)

    def stop(self) -> None:
        """Fall silent at once."""
        self._voice.stop()

    def pause(self) -> None:
        """Hold what is heard."""
        self._voice.pause()

    def resume(self) -> None:
        """Go on with what was held."""
        self._voice.resume()

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Render these ahead."""
        if not self._hushed:
            self._voice.prepare(utterances)

    def warm_up(self) -> None:
        """Get ready to speak without delay."""
        self._voice.warm_up()

    def close(self) -> None:
        """Speak no more, for good."""
        self._voice.close()

    def set_slow(self, slow: bool) -> None:  # noqa: FBT001
        """Speak slowly, or at the usual speed again."""
        self._voice.set_slow(slow)

    def set_volume(self, volume: int) -> None:
        """Speak at a volume from 1 to 5."""
        self._voice.set_volume(volume)
