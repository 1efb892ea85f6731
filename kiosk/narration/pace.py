"""Detects words that take too long: spelled out, or spoken by a voice of another language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.narration.utterance import Clip, SpokenWord

MAX_MS_A_SYLLABLE = 1200
REST_MS = 900
"""Additional time allowed after a word with a punctuation mark."""
_STOPS = (".", "!", "?", ";", ":", ",")
_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SlowWord:
    """A word that takes too long in a clip."""

    text: str
    ms_a_syllable: int


def slow_words(words: Sequence[SpokenWord], clip: Clip) -> Iterator[SlowWord]:
    """The words that take more than 1.2 s per syllable."""
    ends = (*clip.word_starts_ms[1:], clip.duration_ms)
    for word, (start, end) in zip(words, zip(clip.word_starts_ms, ends, strict=True), strict=False):
        rest_ms = REST_MS if word.text.endswith(_STOPS) else 0
        each_ms = (end - start - rest_ms) // syllables(word)
        if each_ms > MAX_MS_A_SYLLABLE:
            yield SlowWord(word.text, each_ms)


def syllables(word: SpokenWord) -> int:
    """The estimated number of syllables: vowel groups, at least one per space-separated part."""
    parts = word.text.split() or [""]
    return sum(max(1, len(_VOWELS.findall(part))) for part in parts)
