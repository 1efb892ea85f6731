"""Splits shown tokens into text and punctuation, and assigns spoken words to all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.narration.utterance import SpokenWord

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PARTS = re.compile(
    r"(?P<lead>(?:[(\[{“‘\"'«¿¡•·–—…]|-(?!\d))*)(?P<core>.*?)(?P<tail>[.,;:!?…)\]}”’\"'»·–—-]*)",
    re.DOTALL,
)
_PAUSES = ".!?…", ";:,)]}–—"


@dataclass(frozen=True, slots=True)
class Token:
    """A shown token, split into opening punctuation, text and closing punctuation."""

    lead: str
    core: str
    tail: str

    @property
    def pause(self) -> str:
        """The punctuation mark for the pause after this token; empty for no pause."""
        for mark in self.tail:
            if mark in _PAUSES[0]:
                return "." if mark == "…" else mark
        return "," if any(mark in _PAUSES[1] for mark in self.tail) else ""


@dataclass(frozen=True, slots=True)
class TokenReading:
    """The spoken form of the next `tokens` tokens; an empty text means that they are silent."""

    tokens: int
    text: str


@lru_cache(maxsize=4096)
def parted(token: str) -> Token:
    """Splits a token into opening punctuation, text and closing punctuation."""
    match = _PARTS.fullmatch(token)
    assert match is not None
    return Token(match["lead"], match["core"].replace("\u2011", "-"), match["tail"])


def cover(tokens: Sequence[str], at: Callable[[int], TokenReading]) -> tuple[SpokenWord, ...]:
    """Reads left to right; a silent token joins the word before it, or else the one after it."""
    words: list[SpokenWord] = []
    place = first = 0
    while place < len(tokens):
        reading = at(place)
        silent = not any(letter.isalnum() for letter in reading.text)
        if words and (silent or tokens[place][0] in "([{–—"):
            words[-1] = _resting(words[-1])
        place += reading.tokens
        if not silent:
            words.append(SpokenWord(first, place - 1, reading.text))
            first = place
        elif words:
            words[-1] = replace(words[-1], last=place - 1)
            first = place
    return tuple(words)


def _resting(word: SpokenWord) -> SpokenWord:
    return word if word.text[-1] in ".!?;:," else replace(word, text=word.text + ",")
