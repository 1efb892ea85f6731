"""The number of sentences that are recorded, synthesized or silent, per language."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from kiosk.narration.plan import Planner, SpeechPlan
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings, RecordingsProblem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from kiosk.cli._voice_context import VoiceContext
    from kiosk.content.spoken import SpokenPart
    from kiosk.narration.engine import Ability


@dataclass(frozen=True, slots=True)
class VoiceCounts:
    """The number of sentences by the kind of voice."""

    total: int = 0
    recorded: int = 0
    synthesised: int = 0
    stands_in: int = 0
    """Sentences for which Vietnamese is spoken is_stand_in."""
    silent: int = 0
    stale: int = 0
    """Sentences without a recording, but with one of a similar sentence."""

    def __add__(self, other: VoiceCounts) -> VoiceCounts:
        """The sums of both."""
        ours, theirs = asdict(self), asdict(other)
        return VoiceCounts(**{name: ours[name] + theirs[name] for name in ours})


@dataclass(frozen=True, slots=True)
class LanguageVoices:
    code: str
    name: str
    parts: tuple[tuple[SpokenPart, VoiceCounts], ...]
    whole: VoiceCounts
    """The totals; a sentence in several lessons is counted once."""
    troubles: tuple[RecordingsProblem, ...]


def language_voices(site: VoiceContext, code: str, abilities: Sequence[Ability]) -> LanguageVoices:
    """The counts of a language, by part."""
    recordings = Recordings(site.folders.recordings, code)
    stale = {sentence_key(offer.text) for offer in recordings.stale(site.sentences)}
    planner = Planner(site.voice)
    heard: dict[str, VoiceCounts] = {}
    parts = []
    for part in site.parts:
        for line, utterance in site.utterances(part, code):
            key = sentence_key(line.text)
            if key not in heard:
                plan = planner.plan(utterance, abilities)
                heard[key] = _voices(plan, is_stale=key in stale)
        keys = {sentence_key(line.text) for line in part.lines if line}
        parts.append((part, _sum(heard, keys)))
    whole = _sum(heard, heard)
    return LanguageVoices(code, site.languages[code], tuple(parts), whole, recordings.troubles)


def as_json(languages: Iterable[LanguageVoices]) -> str:
    facts = [
        {
            "language": language.code,
            "name": language.name,
            **asdict(language.whole),
            "parts": {part.id: asdict(voices) for part, voices in language.parts},
        }
        for language in languages
    ]
    return json.dumps({"languages": facts}, ensure_ascii=False, indent=2)


def _voices(plan: SpeechPlan | None, *, is_stale: bool) -> VoiceCounts:
    stale = int(is_stale)
    if plan is None:
        return VoiceCounts(1, silent=1, stale=stale)
    if plan.choice.is_stand_in:
        return VoiceCounts(1, stands_in=1, stale=stale)
    if plan.choice.is_recording:
        return VoiceCounts(1, recorded=1)
    return VoiceCounts(1, synthesised=1, stale=stale)


def _sum(heard: dict[str, VoiceCounts], keys: Collection[str]) -> VoiceCounts:
    return sum((heard[key] for key in keys), VoiceCounts())
