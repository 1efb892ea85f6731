"""Estimates when each word of a clip begins, for sounds without word times."""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUIET_SAMPLE = 64
_SYLLABLE, _LETTER, _REST = 3, 1, 5
_STOPS = (".", "!", "?", ";", ":", ",")


def spread_times(words: Sequence[str], samples: bytes, sample_rate_hz: int) -> tuple[int, ...]:
    """Start times in ms: the audible part is divided by the syllables and letters of the words."""
    heard = [
        place for place, sample in enumerate(array("h", samples)) if abs(sample) > _QUIET_SAMPLE
    ]
    if not words or not heard:
        return (0,) * len(words)
    first_ms, last_ms = (place * 1000 / sample_rate_hz for place in (heard[0], heard[-1]))
    weights = [_weight(word) for word in words]
    before = [0, *accumulate(weights[:-1])]
    share_ms = (last_ms - first_ms) / sum(weights)
    return tuple(round(first_ms + weight * share_ms) for weight in before)


def _weight(word: str) -> int:
    letters = sum(letter.isalnum() for letter in word)
    rest = _REST if word.endswith(_STOPS) else 0
    return max(1, len(word.split())) * _SYLLABLE + letters * _LETTER + rest
