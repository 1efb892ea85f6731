"""Somebody who only listens at the real kiosk, and what she hears."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.domain import prompts
from kiosk.domain.step import Progress
from kiosk.headless.offscreen import HeadlessKiosk
from kiosk.player.listening import Heard, touch_by_ear
from kiosk.ui.sound.narrator import Narrator

OWN_WORDS = frozenset(line.text for line in prompts.lines())


class NotSaidError(Exception):
    """Somebody who only listens does not know what to touch; where, and what was told."""


@dataclass(slots=True)
class Ear:
    """Hears what the kiosk begins to say."""

    heard: list[tuple[str, str, float]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    """The targets whose words were heard."""
    done: bool = False
    """Whether everything that was to be said was said."""

    def _finish(self) -> None:
        self.done = True

    def listen(self, narrator: Narrator) -> None:
        """Note each sentence, its language, when it began, and whether all of it was said."""
        narrator.finished.connect(self._finish)
        narrator.started.connect(
            lambda language, sentence: self.heard.append((language, sentence, time.perf_counter()))
        )

    def forget(self) -> None:
        self.heard.clear()
        self.named.clear()
        self.done = False


class Listener:
    """Touches only what was said; see `kiosk.player.listening`."""

    def __init__(self, source_of: Callable[[str], str]) -> None:
        self._source_of = source_of
        self._heard = Heard()
        self._progress: Progress = ()

    def begin_step(self) -> None:
        """Another step is shown: what was said before is remembered, but not of this one."""
        heard = self._heard
        self._heard = Heard(ever=heard.ever, named_ever=heard.named_ever)

    def take_in(self, ear: Ear) -> None:
        """Remember what was just heard."""
        lines = frozenset(self._source_of(sentence) for _, sentence, _ in ear.heard)
        said = frozenset(self._as_heard(sentence) for _, sentence, _ in ear.heard)
        named, heard = frozenset(ear.named), self._heard
        self._heard = replace(
            heard,
            here=heard.here | said,
            lines_here=heard.lines_here | lines,
            ever=heard.ever | said,
            named_here=heard.named_here | named,
            named_ever=heard.named_ever | named,
        )

    def _as_heard(self, sentence: str) -> str:
        """A sentence of the lesson as it was heard; one of the kiosk's own in Vietnamese."""
        source = self._source_of(sentence)
        return source if source in OWN_WORDS else sentence

    def touch(self, on: HeadlessKiosk) -> str:
        """Touch what was said to lead on.

        Raises:
            NotSaidError: nothing that was said tells what to touch.
        """
        run = on.journey.run
        if run.progress != self._progress:
            self._progress = run.progress
            self._heard = replace(self._heard, taken=frozenset())
        target = touch_by_ear(run, self._heard)
        if target is None:
            raise NotSaidError(f"{run.way} {run.number}: {run.line.text}")
        if run.option_to_take and target == run.option_to_take.target:
            self._heard = replace(self._heard, taken=self._heard.taken | {target})
        on.journey.touch(target)
        return target
