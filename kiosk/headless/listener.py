"""A simulated learner who only listens, and the record of what is spoken."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.domain import prompts
from kiosk.domain.step import Progress
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.player.listening import Heard, touch_by_ear
from kiosk.ui.sound.narrator import Narrator

OWN_WORDS = frozenset(line.text for line in prompts.lines())


class NotSpokenError(Exception):
    """Nothing that was spoken names the next target; the message has the step and its line."""


@dataclass(slots=True)
class SpeechRecord:
    """Records the sentences that the narrator starts to speak."""

    heard: list[tuple[str, str, float]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    """The targets of the spoken options."""
    done: bool = False
    """True once all sentences were spoken."""

    def _finish(self) -> None:
        self.done = True

    def listen(self, narrator: Narrator) -> None:
        """Records each sentence with its language and start time, and the end of speech."""
        narrator.finished.connect(self._finish)
        narrator.started.connect(
            lambda language, sentence: self.heard.append((language, sentence, time.perf_counter()))
        )

    def clear(self) -> None:
        self.heard.clear()
        self.named.clear()
        self.done = False


class Listener:
    """Touches only targets that were spoken; see `kiosk.player.listening`."""

    def __init__(self, source_of: Callable[[str], str]) -> None:
        self._source_of = source_of
        self._heard = Heard()
        self._progress: Progress = ()

    def begin_step(self) -> None:
        """Starts a new step: what was spoken so far counts as spoken earlier."""
        heard = self._heard
        self._heard = Heard(ever=heard.ever, named_ever=heard.named_ever)

    def take_in(self, record: SpeechRecord) -> None:
        """Adds the recorded sentences and targets."""
        lines = frozenset(self._source_of(sentence) for _, sentence, _ in record.heard)
        said = frozenset(self._as_heard(sentence) for _, sentence, _ in record.heard)
        named, heard = frozenset(record.named), self._heard
        self._heard = replace(
            heard,
            here=heard.here | said,
            lines_here=heard.lines_here | lines,
            ever=heard.ever | said,
            named_here=heard.named_here | named,
            named_ever=heard.named_ever | named,
        )

    def _as_heard(self, sentence: str) -> str:
        """Returns a spoken sentence; the kiosk's own prompts in Vietnamese."""
        source = self._source_of(sentence)
        return source if source in OWN_WORDS else sentence

    def touch(self, headless: HeadlessKiosk) -> str:
        """Touches the target that was spoken as the next one.

        Raises:
            NotSpokenError: nothing that was spoken names the next target.
        """
        run = headless.journey.run
        if run.progress != self._progress:
            self._progress = run.progress
            self._heard = replace(self._heard, taken=frozenset())
        target = touch_by_ear(run, self._heard)
        if target is None:
            raise NotSpokenError(f"{run.way} {run.number}: {run.line.text}")
        if run.pending_option and target == run.pending_option.target:
            self._heard = replace(self._heard, taken=self._heard.taken | {target})
        headless.journey.touch(target)
        return target
