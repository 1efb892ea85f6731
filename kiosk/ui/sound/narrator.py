"""The narrator: the single voice of the kiosk."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from kiosk.narration.choice import in_order
from kiosk.narration.engine import Ability
from kiosk.narration.plan import SpeechPlan
from kiosk.narration.settings import NarrationSettings
from kiosk.narration.sounds import SHORT, Sound, clip_of
from kiosk.narration.utterance import Clip, Utterance
from kiosk.ui.sound.audio_output import AudioOutput
from kiosk.ui.sound.device_output import DeviceOutput
from kiosk.ui.sound.rendering import Rendering

_TICK_MS = 40
_GAINS = (0.0, 0.16, 0.25, 0.4, 0.63, 1.0)
"""Gain by volume step: 4 dB between two steps; step 0 is silent."""
_PAUSABLE_FROM_MS = 5000
_AHEAD_AFTER_MS = 100
"""Rendering ahead starts after this delay, so that the result of a touch is painted first."""
NO_VOICE = "Máy chưa có giọng đọc. Cài gói espeak-ng rồi khởi động lại."
VOICE_LATE = "Máy quá bận nên có câu chưa kịp đọc. Nếu lặp lại, hãy khởi động lại máy."


class Narrator(QObject):
    """Speaks a queue of sentences; each `say` replaces the queue."""

    started = Signal(str, str)
    """The spoken language and sentence, when the device receives the first sample."""
    wordChanged = Signal(int, int)
    """First and last token (from 0) of the current sentence being spoken; -1, -1 for none."""
    finished = Signal()
    """All of the last `say` is done, heard or not; not emitted after `stop` or another `say`."""
    problemChanged = Signal(str)
    """Why the kiosk is silent, in Vietnamese, for staff; "" when there is no problem."""
    pausableChanged = Signal(bool)
    """True while a clip that is long enough to be paused is playing."""
    pausedChanged = Signal(bool)
    abilitiesChanged = Signal()

    def __init__(
        self,
        settings: NarrationSettings,
        output: AudioOutput | None = None,
        parent: QObject | None = None,
        *,
        muted: bool = False,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._muted = muted
        self._output = output or DeviceOutput(self)
        self._turn = 0
        self._lines: deque[Utterance] = deque()
        self._playing: tuple[SpeechPlan | None, Clip] | None = None
        """The plan is None for sounds and for recorded clips."""
        self._word = (-1, -1)
        self._pausable = self._paused = False
        self._problems: dict[str, str] = {}
        self._problem = ""
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._mark)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._pass_over)
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_AFTER_MS)
        self._ahead.timeout.connect(self._feed)
        self._output.on_problem(partial(self._note_problem, "output"))
        self._slow = False
        self._rendering = self._made_rendering()
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def _made_rendering(self) -> Rendering:
        """Creates the renderer for the current settings."""
        made = Rendering(self._settings, self)
        made.set_slow(self._slow)
        made.ready.connect(self._learn_abilities)
        made.rendered.connect(self._play)
        made.refused.connect(self._go_on)
        made.idle.connect(self._feed)
        made.problemChanged.connect(partial(self._note_problem, "worker"))
        if not self._muted:
            made.start()
        return made

    def use_settings(self, settings: NarrationSettings) -> None:
        """Applies new settings from the next sentence on; new voices are found."""
        self.stop()
        self._rendering.close()
        self._rendering.deleteLater()
        self._settings = settings
        self._rendering = self._made_rendering()

    @property
    def abilities(self) -> Sequence[Ability] | None:
        """The engines' abilities; None until they are known, empty when the worker fails."""
        known = self._rendering.abilities
        return () if known is None and self._problems.get("worker") else known

    def say(self, utterances: Sequence[Utterance]) -> None:
        """Stops the current sentence and speaks these in order."""
        self.stop()
        if self._muted:
            QTimer.singleShot(0, self, partial(self._finish, self._turn))
            return
        self._lines = deque(utterances)
        self._go_on()

    def mute(self, *, muted: bool) -> None:
        """Muted, every sentence ends at once; unmuted, the next sentence is heard."""
        self._muted = muted
        if muted:
            self.stop()
        else:
            self._rendering.start()

    def stop(self) -> None:
        """Stops at once and clears the queue."""
        self._turn += 1
        self._lines.clear()
        self._stop_playback()

    def pause(self) -> None:
        """Pauses a long clip."""
        if self._pausable and not self._paused:
            self._output.pause()
            self._tick.stop()
            self._show_pause(pausable=True, paused=True)

    def resume(self) -> None:
        """Continues the paused clip."""
        if self._paused:
            self._output.resume()
            self._tick.start()
            self._show_pause(pausable=True, paused=False)

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Renders these sentences ahead, when no other request is pending."""
        if not self._muted:
            self._rendering.prepare(utterances)
            self._feed_later()

    def set_slow(self, slow: bool) -> None:  # noqa: FBT001 - a switch of the learner
        """Sets slow speech from the next sentence on."""
        self._slow = slow
        self._rendering.set_slow(slow)

    def set_volume(self, step: int) -> None:
        """Sets the volume, from 0 (silent) to 5."""
        self._output.set_gain(_GAINS[max(0, min(step, len(_GAINS) - 1))])

    def warm_up(self) -> None:
        """Opens the sound device, which the first sentence would wait for; returns at once."""
        if not self._muted:
            self._output.open()

    def problem(self) -> str:
        """Why the kiosk is silent, in Vietnamese; "" when there is no problem."""
        return self._problem

    def worker_process_id(self) -> int:
        """The ID of the speech worker process; 0 when none runs."""
        return self._rendering.worker_process_id()

    def close(self) -> None:
        """Ends speech and the worker process."""
        self.stop()
        self._output.close()
        self._rendering.close()

    def _go_on(self) -> None:
        """Plays the next sentence whose clip is ready, or waits for its clip."""
        while self._lines:
            ready = _ready_clip(self._lines[0])
            if ready is not None and self._play_with_next(ready):
                return
            if ready is not None:
                self._play(None, ready)
                return
            resting = self._rendering.is_backing_off
            if self._rendering.abilities is None and not resting:
                self._wait()
                return
            plan = self._plan(self._lines[0])
            clip = self._rendering.clip(plan) if plan else None
            if plan and clip:
                self._play(plan, clip)
                return
            if plan and not resting:
                self._rendering.wait_for(plan)
                self._wait()
                self._feed()
                return
            self._lines.popleft()
        QTimer.singleShot(0, partial(self._finish, self._turn))

    def _play_with_next(self, sound: Clip) -> bool:
        """Plays a short sound and the next sentence as one clip; False if that is not rendered."""
        if self._lines[0].sound not in SHORT or len(self._lines) == 1:
            return False
        plan = self._plan(self._lines[1])
        clip = self._rendering.clip(plan) if plan else None
        if plan is None or clip is None or clip.sample_rate_hz != sound.sample_rate_hz:
            return False
        self._lines.popleft()
        starts = tuple(start + sound.duration_ms for start in clip.word_starts_ms)
        self._play(plan, Clip(sound.samples + clip.samples, clip.sample_rate_hz, starts))
        return True

    def _wait(self) -> None:
        if not self._patience.isActive():
            self._patience.start(round(self._settings.patience_s * 1000))

    def _pass_over(self) -> None:
        """Skips a sentence whose clip was not rendered in time, and reports the problem."""
        self._note_problem("late", VOICE_LATE)
        self._rendering.wait_for_nothing()
        if self._lines:
            self._lines.popleft()
        self._go_on()

    def _finish(self, turn: int) -> None:
        if turn == self._turn:
            self.finished.emit()

    def _play(self, plan: SpeechPlan | None, clip: Clip) -> None:
        self._patience.stop()
        self._rendering.wait_for_nothing()
        self._playing = (plan, clip)
        if plan is not None:
            self._note_problem("late", "")
        turn = self._turn
        self._output.play(clip, begun=partial(self._begun, turn), ended=partial(self._ended, turn))

    def _begun(self, turn: int) -> None:
        if turn != self._turn or self._playing is None:
            return
        plan, clip = self._playing
        self._feed_later()
        if plan is None:
            return
        utterance = plan.utterance
        self._tick.start()
        self._show_pause(pausable=clip.duration_ms > _PAUSABLE_FROM_MS, paused=False)
        self.started.emit(utterance.language, utterance.sentence)

    def _ended(self, turn: int) -> None:
        if turn != self._turn:
            return
        self._stop_playback()
        self._lines.popleft()
        self._go_on()

    def _stop_playback(self) -> None:
        self._output.stop()
        self._tick.stop()
        self._patience.stop()
        self._rendering.wait_for_nothing()
        self._playing = None
        self._show_word(-1, -1)
        self._show_pause(pausable=False, paused=False)

    def _mark(self) -> None:
        """Emits the word at the playback position."""
        if self._playing is None:
            return
        plan, clip = self._playing
        if plan is None:
            return
        number = bisect_right(clip.word_starts_ms, self._output.position_ms()) - 1
        if 0 <= number < len(plan.request.words):
            word = plan.request.words[number]
            self._show_word(word.first, word.last)

    def _show_pause(self, *, pausable: bool, paused: bool) -> None:
        if pausable != self._pausable:
            self._pausable = pausable
            self.pausableChanged.emit(pausable)
        if paused != self._paused:
            self._paused = paused
            self.pausedChanged.emit(paused)

    def _show_word(self, first: int, last: int) -> None:
        if (first, last) != self._word:
            self._word = (first, last)
            self.wordChanged.emit(first, last)

    def _plan(self, utterance: Utterance) -> SpeechPlan | None:
        return self._rendering.plan(utterance)

    def _feed(self) -> None:
        self._rendering.request_next(
            line for line in tuple(self._lines) if _ready_clip(line) is None
        )

    def _feed_later(self) -> None:
        if not self._ahead.isActive():
            self._ahead.start()

    def _learn_abilities(self) -> None:
        self.abilitiesChanged.emit()
        abilities = in_order(self._rendering.abilities or (), self._settings.engines)
        problems = [ability.problem for ability in abilities if ability.problem]
        able = any(ability.voices for ability in abilities)
        self._note_problem("engines", "" if able else (problems or [NO_VOICE])[-1])
        if self._lines and self._playing is None:
            self._go_on()
        self._feed()

    def _note_problem(self, source: str, problem: str) -> None:
        self._problems[source] = problem
        first = next((text for text in self._problems.values() if text), "")
        if first != self._problem:
            self._problem = first
            self.problemChanged.emit(first)
        if source == "worker" and problem:
            self.abilitiesChanged.emit()


def _ready_clip(line: Utterance) -> Clip | None:
    """Returns the clip of a sound or a recorded clip; None for text."""
    return clip_of(Sound(line.sound)) if line.sound else line.clip
