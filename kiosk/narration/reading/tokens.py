"""Shown tokens: their punctuation, and covering all of them with spoken words."""

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
    """A shown token without its punctuation, which is kept beside it."""

    lead: str
    core: str
    tail: str

    @property
    def pause(self) -> str:
        """The mark that makes a voice rest after this token; empty when it goes straight on."""
        for mark in self.tail:
            if mark in _PAUSES[0]:
                return "." if mark == "…" else mark
        return "," if any(mark in _PAUSES[1] for mark in self.tail) else ""


@dataclass(frozen=True, slots=True)
class TokenReading:
    """What is said for the next tokens; an empty text means that they are silent."""

    tokens: int
    text: str


@lru_cache(maxsize=4096)
def parted(token: str) -> Token:
    """The token, its opening and its closing punctuation."""
    match = _PARTS.fullmatch(token)
    assert match is not None
    return Token(match["lead"], match["core"].replace("\u2011", "-"), match["tail"])


def cover(tokens: Sequence[str], at: Callable[[int], TokenReading]) -> tuple[SpokenWord, ...]:
    """Reads from left to right; silent tokens belong to the word before, else to the one after."""
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
