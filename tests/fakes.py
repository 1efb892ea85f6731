"""Fakes of the outside world."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kiosk.narration.sounds import SHORT
from kiosk.narration.utterance import Clip, Utterance
from kiosk.ui.background.jobs import Ok

Spoken = tuple[str, str]
"""A language code and a sentence spoken in it."""


class FakeNarrator(QObject):
    """A narrator that speaks until the test calls `finish`, and records its utterances."""

    started = Signal(str, str)
    wordChanged = Signal(int, int)
    finished = Signal()
    problemChanged = Signal(str)
    pausableChanged = Signal(bool)
    pausedChanged = Signal(bool)
    abilitiesChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.abilities = None
        self.is_muted = False
        self.saying: tuple[Spoken, ...] = ()
        self.told: list[tuple[Spoken, ...]] = []
        self.sounds: list[str] = []
        self.clicks: list[str] = []
        """The short sounds that were played for touches."""
        self.clips: list[Clip] = []
        self.silenced = 0
        self.slow = False
        self.volume = 0

    def say(self, utterances: Sequence[Utterance]) -> None:
        if self.is_muted:
            return
        if utterances and all(each.sound in SHORT for each in utterances):
            self.clicks += [each.sound for each in utterances]
            self.saying = ()
            return
        self.clicks += [each.sound for each in utterances if each.sound in SHORT]
        utterances = [each for each in utterances if each.sound not in SHORT]
        self.sounds += [each.sound for each in utterances if each.sound]
        self.clips += [each.clip for each in utterances if each.clip]
        speech = [each for each in utterances if not (each.sound or each.clip)]
        self.saying = tuple(_heard(each) for each in speech)
        self.told.append(self.saying)
        if self.saying:
            self.started.emit(*self.saying[0])

    def mute(self, *, muted: bool) -> None:
        self.is_muted = muted
        if muted:
            self.stop()

    def use_settings(self, settings) -> None:
        self.settings = settings

    def stop(self) -> None:
        self.silenced += 1
        self.saying = ()

    def finish(self) -> None:
        """Ends the current speech."""
        self.saying = ()
        self.finished.emit()

    def pause(self) -> None:
        self.pausedChanged.emit(True)

    def resume(self) -> None:
        self.pausedChanged.emit(False)

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Does nothing: no sentence has to be rendered."""

    def warm_up(self) -> None:
        """Does nothing."""

    def close(self) -> None:
        self.saying = ()

    def set_slow(self, slow: bool) -> None:
        self.slow = slow

    def set_volume(self, volume: int) -> None:
        self.volume = volume


def _heard(utterance: Utterance) -> Spoken:
    if utterance.sentence or utterance.otherwise is None:
        return utterance.language, utterance.sentence
    return utterance.otherwise.language, utterance.otherwise.sentence


class FakeClock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.time_s = 1000.0

    def now_s(self) -> float:
        return self.time_s


class ManualJobs:
    """A job queue whose work runs when the test requests it."""

    def __init__(self) -> None:
        self.waiting = []

    def run(self, work, then, **_) -> None:
        self.waiting.append((work, then))

    def do_all(self) -> None:
        while self.waiting:
            work, then = self.waiting.pop(0)
            then(Ok(work()))
