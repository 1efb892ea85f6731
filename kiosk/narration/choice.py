"""Which engine and voice speak a sentence, and in which language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kiosk.narration.engine import Ability


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """How a sentence is spoken."""

    engine: str
    engine_version: str
    voice: str
    language: str
    instead: bool
    """Whether another language is spoken than the wanted one; this is shown to the learner."""
    single: bool = False
    """Whether this very sentence was found: it can be heard though it may not be written."""


def choose(
    wanted: str,
    written: Sequence[str],
    abilities: Sequence[Ability],
    voices: Mapping[str, str],
    sentence: str = "",
) -> VoiceChoice | None:
    """The best of `choices`; None is silence."""
    return next(choices(wanted, written, abilities, voices, sentence), None)


def choices(
    wanted: str,
    written: Sequence[str],
    abilities: Sequence[Ability],
    voices: Mapping[str, str],
    sentence: str = "",
) -> Iterator[VoiceChoice]:
    """How the sentence can be spoken: language by language, in each of them engine by engine.

    The wanted language comes first, even when the sentence is not written in it.

    Args:
        wanted: the language the learner chose.
        written: the languages that have the sentence, the best first.
        abilities: what the engines can do, the preferred first.
        voices: the configured voice of each language.
        sentence: the key of the Vietnamese sentence, by which single sentences are found.
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
    """The abilities of the named engines, in the order of the names."""
    by_name = {ability.engine: ability for ability in abilities}
    return [by_name[name] for name in names if name in by_name]


def _voice(configured: str, offered: Sequence[str]) -> str:
    """The configured voice with its timbre, when the engine has it; else the engine's first."""
    return configured if configured.partition("+")[0] in offered else offered[0]
