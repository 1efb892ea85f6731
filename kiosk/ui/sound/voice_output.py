"""Speaks lines: looks up their text in the chosen language and passes it to the narrator."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.domain.line import Line
from kiosk.i18n.languages import SOURCE, Language
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.sounds import Sound
from kiosk.narration.utterance import Clip, Utterance
from kiosk.player.spelling import lines_of_letter
from kiosk.player.utterance import utterance_of
from kiosk.ui.sound.voice_view_model import VoiceViewModel
from kiosk.ui.translator import Translator

if TYPE_CHECKING:
    from kiosk.ui.sound.narrator import Narrator


class VoiceOutput(QObject):
    """Speaks lines in the selected voice language, one at a time."""

    finished = Signal()

    def __init__(self, narrator: Narrator, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self.voice = VoiceViewModel(self)
        self.spoken = 0
        """The number of times speech has finished since the kiosk started."""
        self._narrator = narrator
        self._translator = translator
        self._language = SOURCE
        self._coming: deque[tuple[frozenset[str], str]] = deque()
        """The wordings of each queued sentence, and its target; the target is empty for none."""
        self._trial_clips: Mapping[tuple[str, str], Clip] = {}
        narrator.started.connect(self._started)
        narrator.wordChanged.connect(self.voice.show_word)
        narrator.finished.connect(self._finish_speaking)
        narrator.problemChanged.connect(self.voice.show_problem)
        narrator.pausableChanged.connect(self.voice.show_pausable)
        narrator.pausedChanged.connect(self.voice.show_paused)
        self._utterances: dict[str, Utterance] = {}
        """The last utterance of each wording since `stop`, to repeat a touched sentence."""
        self._touched = ""
        self.voice.sentenceTouched.connect(self.say_touched)
        self.voice.letterTouched.connect(self.say_letter)
        self.voice.pauseAsked.connect(narrator.pause)
        self.voice.resumeAsked.connect(narrator.resume)

    def use_language(self, language: str) -> None:
        """Sets the language of the following lines."""
        self._language = language

    def use_trial_clips(self, clips: Mapping[tuple[str, str], Clip]) -> None:
        """Sets clips that replace the narrator's, by language and key of the sentence."""
        self._trial_clips = clips

    def say(self, lines: Sequence[Line], *, rings: bool = True, sound: Sound | None = None) -> None:
        """Speaks these lines now, after an optional sound.

        The ring of a call is played before its line if `rings` is set.
        """
        first = [(Utterance("", SOURCE, sound=sound), "")] if sound else []
        self._say([*first, *(pair for line in lines for pair in self._heard(line, rings=rings))])

    @property
    def is_speaking(self) -> bool:
        """True while a sentence is playing or queued."""
        return bool(self._coming or self.voice.sentence)

    def _say(self, utterances: Sequence[tuple[Utterance, str]]) -> None:
        """Speaks utterances, each with the target it names; empty for none."""
        self.voice.show_sentence("")
        self._coming = deque((_wordings(each), target) for each, target in utterances)
        self._touched = ""
        for each, _ in utterances:
            self._utterances.update(dict.fromkeys(_wordings(each), each))
        self._narrator.say([each for each, _ in utterances])

    def say_touched(self, sentence: str, word: int) -> None:
        """Speaks a touched sentence; touched twice in a row, only the touched word."""
        shown = Utterance(sentence, self._translator.shown_language)
        again = sentence == self._touched
        words = sentence.split()
        if again and 0 <= word < len(words):
            shown = Utterance(words[word], self._utterances.get(sentence, shown).language)
            self._say([(shown, "")])
        else:
            self._say([(self._utterances.get(sentence, shown), "")])
        self._touched = sentence

    def say_letter(self, letter: str) -> None:
        """Speaks one letter of a value to copy, as it is named in the voice language."""
        utterances = [
            utterance_of(line, self._language, letter)
            if line.text == letter
            else self._utterance(line)
            for line in lines_of_letter(letter)
        ]
        self._say([(each, "") for each in utterances])

    def ring(self, sound: Sound) -> None:
        """Plays a sound and stops the voice."""
        self.voice.show_sentence("")
        self._narrator.say([Utterance("", SOURCE, sound=sound)])

    def say_source(self, lines: Sequence[Line]) -> None:
        """Speaks these lines in Vietnamese, whatever the chosen language is."""
        self.voice.show_sentence("")
        self._narrator.say([utterance_of(line, SOURCE, None) for line in lines])

    def hear(self, clip: Clip, *, before: Sequence[Line] = (), then: Sequence[Line] = ()) -> None:
        """Plays a recorded clip, with spoken lines before and after it."""
        self.voice.show_sentence("")
        first, last = ([self._utterance(line) for line in lines] for lines in (before, then))
        self._narrator.say([*first, Utterance("", SOURCE, clip=clip), *last])

    def say_greeting(
        self, greeting: str, language: str, then: Sequence[Line], *, source: str
    ) -> None:
        """Speaks the greeting of a language, then lines; `source` is the Vietnamese greeting.

        An empty greeting is spoken if it is recorded, else in Vietnamese.
        """
        self._language = language
        lines = [(self._utterance(line), line.target) for line in then]
        hello = utterance_of(Line(source), language, greeting)
        self._say([(hello, f"language:{language}"), *lines])

    def name_languages(
        self,
        languages: Sequence[Language],
        *,
        source: str,
        before: Sequence[Line] = (),
        then: Sequence[Line] = (),
    ) -> None:
        """Speaks `before`, each language's greeting and name in its own voice, then `then`.

        A greeting that is neither written nor recorded is omitted; `source` is the Vietnamese one.
        """
        first, last = (
            [(self._utterance(line), line.target) for line in lines] for lines in (before, then)
        )
        utterances = [
            (each, f"language:{language.code}")
            for language in languages
            for each in self._named(language, source)
        ]
        self._say([*first, *utterances, *last])

    def _named(self, language: Language, source: str) -> list[Utterance]:
        code, key = language.code, sentence_key(source)
        abilities = self._narrator.abilities or ()
        recorded = any(key in each.sentences.get(code, {}) for each in abilities)
        greets = bool(language.greeting) or recorded
        hello = [utterance_of(Line(source), code, language.greeting)] if greets else []
        return [*hello, utterance_of(Line(language.name), code, language.name)]

    def prepare(self, lines: Sequence[Line]) -> None:
        """Renders these lines ahead."""
        self._narrator.prepare([self._utterance(line) for line in lines])

    def stop(self) -> None:
        self._narrator.stop()
        self._utterances.clear()
        self.voice.show_sentence("")
        self.voice.show_stand_in(stand_in=False)

    def set_preferences(self, *, slow: bool, volume: int) -> None:
        """Applies the learner's preferences."""
        self._narrator.set_slow(slow)
        self._narrator.set_volume(volume)

    def _heard(self, line: Line, *, rings: bool) -> list[tuple[Utterance, str]]:
        sound = [(Utterance("", SOURCE, sound=line.sound), "")] if line.sound and rings else []
        return [*sound, (self._utterance(line), line.target)]

    def _utterance(self, line: Line) -> Utterance:
        if line.language:
            return utterance_of(line, line.language, line.text)
        text = self._translator.text_in(self._language, line.text)
        utterance = utterance_of(line, self._language, text)
        if self._trial_clips:
            clip = self._trial_clips.get((self._language, sentence_key(line.text)))
            return replace(utterance, clip=clip)
        return utterance

    def _started(self, language: str, sentence: str) -> None:
        self.voice.show_sentence(sentence)
        self.voice.show_target(self._target_of(sentence))
        self.voice.show_stand_in(stand_in=language == SOURCE != self._language)

    def _target_of(self, sentence: str) -> str:
        """Returns the target of the sentence now spoken; skipped sentences are dropped."""
        while self._coming:
            wordings, target = self._coming.popleft()
            if sentence in wordings:
                return target
        return ""

    def _finish_speaking(self) -> None:
        self._coming.clear()
        self.voice.show_sentence("")
        self.spoken += 1
        self.finished.emit()


def _wordings(utterance: Utterance) -> frozenset[str]:
    """Returns the text of the utterance in each language in which it may be spoken."""
    found = {utterance.sentence}
    while utterance.otherwise:
        utterance = utterance.otherwise
        found.add(utterance.sentence)
    return frozenset(found - {""})
