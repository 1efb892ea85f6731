"""Reading of languages that need only a pronunciation list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.narration.reading.tokens import TokenReading, cover

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.narration.reading.pronunciation import Pronunciations
    from kiosk.narration.utterance import SpokenWord


def read(tokens: Sequence[str], said: Pronunciations) -> tuple[SpokenWord, ...]:
    """Listed words in their spoken form, all others as written."""

    def at(place: int) -> TokenReading:
        return said.longest(tokens, place) or TokenReading(1, tokens[place])

    return cover(tokens, at)
