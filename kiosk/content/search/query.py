"""What somebody typed to find a lesson, and how well words answer it."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiosk.content.search.plain import marked_words, plain
from kiosk.content.search.slips import forgiven, signs_of, slips_between

_SCANNED = re.compile(r"^\s*kiosk\s*:\s*", re.IGNORECASE)
MOST_WORDS = 8
EXACT, BEGINNING, SLIP, SLIPS = 1.0, 0.6, 0.5, 0.3
MISTAKEN_SHORT = 0.25
"""Of three letters one is another: that could be nearly any word."""
RUN_TOGETHER = 0.9
SHORTEST_PART = 2


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a query."""

    plain: str
    marked: str

    @property
    def has_marks(self) -> bool:
        """Whether it was typed with tone marks, and so on purpose."""
        return self.marked != self.plain


@dataclass(frozen=True, slots=True)
class Query:
    """The words that were typed, in their order."""

    words: tuple[Word, ...]

    @property
    def number(self) -> str:
        """The number, if nothing else was typed."""
        only = self.words[0].plain if len(self.words) == 1 else ""
        return only.lstrip("0") if only.isascii() and only.isdigit() else ""

    @property
    def phrase(self) -> str:
        """All of it, without marks."""
        return " ".join(word.plain for word in self.words)


def query_of(typed: str) -> Query:
    """What somebody typed, or what a scanner read from a code."""
    words = dict.fromkeys(marked_words(_SCANNED.sub("", typed)))
    return Query(tuple(Word(plain(word), word) for word in words)[:MOST_WORDS])


class Vocabulary:
    """All words of all lessons, without marks; tells which of them a typed word may mean."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = sorted(words)
        self._known = frozenset(self._words)
        self._signs = [(signs_of(word), word) for word in self._words]
        self.strictly = lru_cache(256)(self._strictly)
        self.kindly = lru_cache(256)(self._kindly)

    def _strictly(self, typed: str) -> Mapping[str, float]:
        """The word itself and words that begin so; if there are none, words a slip away."""
        found = self._beginning(typed)
        return found or self.kindly(typed)

    def _kindly(self, typed: str) -> Mapping[str, float]:
        """The same, and always words a slip away."""
        return {**self._slipped(typed), **self._beginning(typed)}

    def _beginning(self, typed: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for at in range(bisect_left(self._words, typed), len(self._words)):
            word = self._words[at]
            if not word.startswith(typed):
                break
            share = len(typed) / len(word)
            found[word] = EXACT if word == typed else BEGINNING + 0.3 * share
        return found

    def _slipped(self, typed: str) -> dict[str, float]:
        most = 0 if typed.isdigit() else forgiven(typed)
        if not most:
            return {}
        signs, bits = signs_of(typed), 2 * most
        near = [word for other, word in self._signs if (other ^ signs).bit_count() <= bits]
        found = {word: slips_between(typed, word, most) for word in near}
        return {word: _worth(typed, word, slips) for word, slips in found.items() if slips <= most}

    def apart(self, typed: str) -> tuple[str, str] | None:
        """Two known words that were typed without a space between them."""
        for at in range(SHORTEST_PART, len(typed) - SHORTEST_PART + 1):
            if typed[:at] in self._known and typed[at:] in self._known:
                return typed[:at], typed[at:]
        return None


def _worth(typed: str, word: str, slips: int) -> float:
    if slips > 1:
        return SLIPS
    mistaken = len(typed) == len(word) and sorted(typed) != sorted(word)
    return MISTAKEN_SHORT if mistaken and len(typed) < 4 else SLIP
