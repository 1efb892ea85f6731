"""Determines which clip to render or play for a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.narration.choice import choices, choose, in_order
from kiosk.narration.reading import Reader
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.request import Guest, Request
from kiosk.narration.utterance import Utterance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kiosk.narration.choice import VoiceChoice
    from kiosk.narration.engine import Ability
    from kiosk.narration.settings import NarrationSettings
    from kiosk.narration.utterance import SpokenWord


@dataclass(frozen=True, slots=True)
class SpeechPlan:
    """The sentence in the language that will be spoken, and the request for its clip."""

    utterance: Utterance
    request: Request
    choice: VoiceChoice


class Planner:
    """Plans how sentences are spoken with the given settings."""

    def __init__(self, settings: NarrationSettings) -> None:
        self._settings = settings
        self._reader = Reader(*settings.translation_folders)

    def plan(
        self,
        utterance: Utterance,
        abilities: Sequence[Ability],
        *,
        slow: bool = False,
        refused: Callable[[str], bool] = lambda _key: False,
    ) -> SpeechPlan | None:
        """The best plan whose clip key is not `refused`; None when no engine can speak it."""
        written = {each.language: each for each in _versions(utterance)}
        able = in_order(abilities, self._settings.engines)
        voices = self._settings.other_voices if utterance.other else self._settings.voices
        source = sentence_key(utterance.source)
        for choice in choices(utterance.language, list(written), able, voices, source):
            text = written.get(choice.language)
            words = self._reader.words(text) if text else ()
            guests = () if choice.is_recording else self._guests(words, able, voices, slow=slow)
            request = Request(
                choice.engine,
                choice.engine_version,
                choice.voice,
                choice.language,
                self._settings.rate_wpm(choice.language, slow=slow and not choice.is_recording),
                words,
                guests,
                self._settings.stretch_percent if slow and choice.is_recording else 100,
            )
            if (words or choice.is_recording) and not refused(request.key):
                shown = text or Utterance(utterance.source, choice.language)
                return SpeechPlan(shown, request, choice)
        return None

    def _guests(
        self,
        words: Sequence[SpokenWord],
        able: Sequence[Ability],
        voices: Mapping[str, str],
        *,
        slow: bool,
    ) -> tuple[Guest, ...]:
        """One voice per other language in the sentence; languages without a voice are left out."""
        guests = []
        for language in dict.fromkeys(word.language for word in words if word.language):
            choice = choose(language, (language,), able, voices)
            if choice:
                rate = self._settings.rate_wpm(language, slow=slow)
                names = (choice.engine, choice.engine_version, choice.voice)
                guests.append(Guest(language, *names, rate))
        return tuple(guests)


def _versions(utterance: Utterance | None) -> Iterator[Utterance]:
    """The sentence in each language that has it, the wanted language first."""
    while utterance is not None:
        if utterance.sentence:
            yield utterance
        utterance = utterance.otherwise
