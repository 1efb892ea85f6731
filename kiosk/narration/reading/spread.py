"""Distributes the author's spoken form over the shown tokens, for word highlighting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.narration.utterance import SpokenWord

if TYPE_CHECKING:
    from collections.abc import Sequence


def spread(tokens: Sequence[str], spoken: Sequence[str]) -> tuple[SpokenWord, ...]:
    """Assigns every token and every spoken text once, in order, in proportion to their lengths."""
    if not tokens or not spoken:
        return ()
    if len(spoken) >= len(tokens):
        ends = _shares([len(text) for text in spoken], [len(token) for token in tokens])
        starts = [0, *ends[:-1]]
        return tuple(
            SpokenWord(place, place, " ".join(spoken[start:end]))
            for place, (start, end) in enumerate(zip(starts, ends, strict=True))
        )
    ends = _shares([len(token) for token in tokens], [len(text) for text in spoken])
    starts = [0, *ends[:-1]]
    return tuple(
        SpokenWord(start, end - 1, text)
        for start, end, text in zip(starts, ends, spoken, strict=True)
    )


def _shares(many: Sequence[int], few: Sequence[int]) -> list[int]:
    """End index in `many` for each item of `few`: proportional to the lengths, never empty."""
    ends: list[int] = []
    taken = target = 0.0
    scale = sum(many) / sum(few)
    end = 0
    for number, length in enumerate(few):
        target += length * scale
        still_needed = len(few) - number - 1
        start = end
        while end < len(many) - still_needed and (end == start or taken + many[end] / 2 < target):
            taken += many[end]
            end += 1
        ends.append(end)
    ends[-1] = len(many)
    return ends
