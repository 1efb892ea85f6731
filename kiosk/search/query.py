"""Search queries and the similarity of words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kiosk.search.plain import marked_words, plain

_SCANNED = re.compile(r"^\s*kiosk\s*:\s*", re.IGNORECASE)
MAX_WORDS = 8
EXACT, BEGINNING, SLIP, SLIPS = 1.0, 0.6, 0.5, 0.3
MISTAKEN_SHORT = 0.25
"""The worth if one letter of a word of up to three differs; it could be nearly any word."""
RUN_TOGETHER = 0.9
MIN_PART_LENGTH = 2


@dataclass(frozen=True, slots=True)
class QueryWord:
    plain: str
    marked: str

    @property
    def has_marks(self) -> bool:
        """Whether it was typed with diacritics, which then must match."""
        return not self.marked.isascii()


@dataclass(frozen=True, slots=True)
class Query:
    """The typed words, in their order."""

    words: tuple[QueryWord, ...]

    @property
    def number(self) -> str:
        """The number without leading zeros, if nothing else was typed; else empty."""
        only = self.words[0].plain if len(self.words) == 1 else ""
        return only.lstrip("0") if only.isascii() and only.isdigit() else ""

    @property
    def phrase(self) -> str:
        """The whole query without diacritics."""
        return " ".join(word.plain for word in self.words)


def query_of(typed: str) -> Query:
    """Parses a query that was typed, or read from a QR code by a scanner."""
    words = dict.fromkeys(marked_words(_SCANNED.sub("", typed)))
    return Query(tuple(QueryWord(plain(word), word) for word in words)[:MAX_WORDS])


def query_of_words(words: Iterable[str]) -> Query:
    return Query(tuple(QueryWord(word, word) for word in dict.fromkeys(words))[:MAX_WORDS])


class Vocabulary:
    """All words of all lessons without diacritics; finds matches for a typed word."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = sorted(words)
        self._known = frozenset(self._words)
        self.strict = lru_cache(256)(self._strict)
        self.tolerant = lru_cache(256)(self._tolerant)

    def _strict(self, typed: str) -> Mapping[str, float]:
        """Words equal to or beginning with the typed one; if there are none, similar words."""
        found = self._beginning(typed)
        return found or self.tolerant(typed)

    def _tolerant(self, typed: str) -> Mapping[str, float]:
        """Words equal to or beginning with the typed one, and similar words."""
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
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - imported on the first search
        from rapidfuzz.process import extract  # noqa: PLC0415

        near = extract(typed, self._words, scorer=OSA.distance, score_cutoff=most, limit=None)
        return {word: _worth(typed, word, int(slips)) for word, slips, _ in near}

    def apart(self, typed: str) -> tuple[str, str] | None:
        """Splits a typed word into two known words; None if that is not possible."""
        for at in range(MIN_PART_LENGTH, len(typed) - MIN_PART_LENGTH + 1):
            if typed[:at] in self._known and typed[at:] in self._known:
                return typed[:at], typed[at:]
        return None


def forgiven(word: str) -> int:
    """The permitted number of letters missing, added, wrong or swapped in a word of this length."""
    if len(word) < 3:
        return 0
    return 1 if len(word) < 7 else 2


def _worth(typed: str, word: str, slips: int) -> float:
    if slips > 1:
        return SLIPS
    mistaken = len(typed) == len(word) and sorted(typed) != sorted(word)
    return MISTAKEN_SHORT if mistaken and len(typed) < 4 else SLIP
