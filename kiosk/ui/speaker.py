"""Says lines: finds their words in the chosen language and hands them to the narrator."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from kiosk.domain.line import Line
from kiosk.i18n.languages import SOURCE, Language
from kiosk.narration.engine import Ability
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.sounds import Sound
from kiosk.narration.utterance import Clip, Utterance
from kiosk.player.utterance import utterance_of
from kiosk.ui.translator import Translator
from kiosk.ui.voice_view_model import VoiceViewModel


class Narrator(Protocol):
    """What speaks: one voice, one queue."""

    started: Signal
    wordChanged: Signal
    finished: Signal
    problemChanged: Signal
    pausableChanged: Signal
    pausedChanged: Signal
    abilitiesChanged: Signal

    @property
    def abilities(self) -> Sequence[Ability] | None:
        """What the speech engines can do; None as long as that is not known."""

    def say(self, utterances: Sequence[Utterance]) -> None:
        """Stop, then speak these in order."""

    def stop(self) -> None:
        """Fall silent at once."""

    def pause(self) -> None:
        """Hold what is heard, when it is long."""

    def resume(self) -> None:
        """Go on with what was held."""

    def prepare(self, utterances: Sequence[Utterance]) -> None:
        """Render these ahead."""

    def warm_up(self) -> None:
        """Get ready to speak without delay."""

    def close(self) -> None:
        """Speak no more, for good."""

    def set_slow(self, slow: bool) -> None:  # noqa: FBT001
        """Speak slowly, or at the usual speed again."""

    def set_volume(self, volume: int) -> None:
        """Speak at a volume from 1 to 5."""


class Speaker(QObject):
    """The kiosk's mouth."""

    finished = Signal()

    def __init__(self, narrator: Narrator, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self.voice = VoiceViewModel(self)
        self._narrator = narrator
        self._translator = translator
        self._language = SOURCE
        narrator.started.connect(self._started)
        narrator.wordChanged.connect(self.voice.show_word)
        narrator.finished.connect(self._fall_silent)
        narrator.problemChanged.connect(self.voice.show_problem)
        narrator.pausableChanged.connect(self.voice.show_pausable)
        narrator.pausedChanged.connect(self.voice.show_paused)
        self.voice.pauseAsked.connect(narrator.pause)
        self.voice.resumeAsked.connect(narrator.resume)

    def use_language(self, language: str) -> None:
        """Speak this language from the next line on."""
        self._language = language

    def say(self, lines: Sequence[Line], *, rings: bool = True) -> None:
        """Say these lines now; a call rings before, unless it is only heard again."""
        self.voice.show_sentence("")
        self._narrator.say([each for line in lines for each in self._heard(line, rings=rings)])

    def ring(self, sound: Sound) -> None:
        """Let a sound be heard in the place of the voice."""
        self.voice.show_sentence("")
        self._narrator.say([Utterance("", SOURCE, sound=sound)])

    def say_source(self, lines: Sequence[Line]) -> None:
        """Say these lines in Vietnamese, whatever language is chosen."""
        self.voice.show_sentence("")
        self._narrator.say([utterance_of(line, SOURCE, None) for line in lines])

    def hear(self, clip: Clip, *, before: Sequence[Line] = (), then: Sequence[Line] = ()) -> None:
        """Let what somebody recorded be heard, and lines in the kiosk's voice before and after."""
        self.voice.show_sentence("")
        first, last = ([self._utterance(line) for line in lines] for lines in (before, then))
        self._narrator.say([*first, Utterance("", SOURCE, clip=clip), *last])

    def say_greeting(
        self, greeting: str, language: str, then: Sequence[Line], *, source: str
    ) -> None:
        """Greet in a language, then say lines in it; `source` is the greeting in Vietnamese.

        An empty greeting is heard if somebody has recorded it, else in Vietnamese.
        """
        self._language = language
        self.voice.show_sentence("")
        lines = [self._utterance(line) for line in then]
        hello = utterance_of(Line(source), language, greeting)
        self._narrator.say([hello, *lines])

    def name_languages(
        self, languages: Sequence[Language], *, source: str, before: Sequence[Line] = ()
    ) -> None:
        """Say lines, then what each language is: its greeting and its name, in its own voice.

        A greeting that is neither written nor recorded is left out; `source` is the Vietnamese one.
        """
        self.voice.show_sentence("")
        told = [each for language in languages for each in self._named(language, source)]
        self._narrator.say([*(self._utterance(line) for line in before), *told])

    def _named(self, language: Language, source: str) -> list[Utterance]:
        code, key = language.code, sentence_key(source)
        abilities = self._narrator.abilities or ()
        recorded = any(key in each.sentences.get(code, {}) for each in abilities)
        greets = bool(language.greeting) or recorded
        hello = [utterance_of(Line(source), code, language.greeting)] if greets else []
        return [*hello, utterance_of(Line(language.name), code, language.name)]

    def prepare(self, lines: Sequence[Line]) -> None:
        """Have these ready to be said without waiting."""
        self._narrator.prepare([self._utterance(line) for line in lines])

    def stop(self) -> None:
        """Fall silent."""
        self._narrator.stop()
        self.voice.show_sentence("")
        self.voice.show_stand_in(stand_in=False)

    def set_comfort(self, *, slow: bool, volume: int) -> None:
        """Speak as the person likes it."""
        self._narrator.set_slow(slow)
        self._narrator.set_volume(volume)

    def _heard(self, line: Line, *, rings: bool) -> list[Utterance]:
        sound = [Utterance("", SOURCE, sound=line.sound)] if line.sound and rings else []
        return [*sound, self._utterance(line)]

    def _utterance(self, line: Line) -> Utterance:
        text = self._translator.text_in(self._language, line.text)
        return utterance_of(line, self._language, text)

    def _started(self, language: str, sentence: str) -> None:
        self.voice.show_sentence(sentence)
        self.voice.show_stand_in(stand_in=language == SOURCE != self._language)

    def _fall_silent(self) -> None:
        self.voice.show_sentence("")
        self.finished.emit()
