"""Selects the engine, voice and language for a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.narration.engine import Ability


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """The engine, voice and language selected for a sentence."""

    engine: str
    engine_version: str
    voice: str
    language: str
    is_stand_in: bool
    """Whether the language is not the wanted one; the learner is shown that it is a stand-in."""
    is_recording: bool = False
    """Whether the voice is a recording of this very sentence, which then needs no translation."""


def choose(
    wanted: str,
    written: Sequence[str],
    abilities: Sequence[Ability],
    voices: Mapping[str, str],
    sentence: str = "",
) -> VoiceChoice | None:
    """The first of `choices`; None when nothing can speak the sentence (silence)."""
    return next(choices(wanted, written, abilities, voices, sentence), None)


def choices(
    wanted: str,
    written: Sequence[str],
    abilities: Sequence[Ability],
    voices: Mapping[str, str],
    sentence: str = "",
) -> Iterator[VoiceChoice]:
    """All ways to speak the sentence, best first: by language, then by engine.

    The wanted language comes first, even if the sentence has no translation into it.

    Args:
        wanted: the language that the learner chose.
        written: the languages that have a translation of the sentence, best first.
        abilities: the abilities of the engines, preferred engine first.
        voices: the configured voice for each language.
        sentence: the key of the Vietnamese sentence, to look up recordings of it.
    """
    for language in dict.fromkeys((wanted, *written)):
        for ability in abilities:
            single = ability.sentences.get(language, {}).get(sentence, "")
            offered = ability.voices.get(language, ()) if language in written else ()
            if ability.problem or not (single or offered):
                continue
            voice = single or _voice(voices.get(language, ""), offered)
            instead = language != wanted
            yield VoiceChoice(
                ability.engine, ability.version, voice, language, instead, bool(single)
            )


def in_order(abilities: Sequence[Ability], names: Sequence[str]) -> list[Ability]:
    """The abilities of the named engines, in the order of `names`; unknown names are skipped."""
    by_name = {ability.engine: ability for ability in abilities}
    return [by_name[name] for name in names if name in by_name]


def _voice(configured: str, offered: Sequence[str]) -> str:
    """The configured voice (with its timbre suffix) if the engine has it; else its first voice."""
    return configured if configured.partition("+")[0] in offered else offered[0]
