"""Converts a shown sentence to its spoken words; one module or package per language.

A language's module provides `read(tokens, said)` and is found by its name (the language code).
Languages without a module are read by `plain`.
"""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from kiosk.narration.reading import plain
from kiosk.narration.reading.pronunciation import Pronunciations, listed, load
from kiosk.narration.reading.spread import spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kiosk.narration.utterance import SpokenWord, Utterance

_NOT_LANGUAGES = {"plain", "pronunciation", "spread", "tokens"}


class _Language(Protocol):
    def read(self, tokens: Sequence[str], said: Pronunciations) -> tuple[SpokenWord, ...]: ...


def languages() -> tuple[str, ...]:
    """The languages that have a reading module."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if name not in _NOT_LANGUAGES))


@cache
def _language(code: str) -> _Language:
    if code not in languages():
        return plain
    return cast("_Language", importlib.import_module(f"{__name__}.{code}"))


class Reader:
    """Reads sentences, using the pronunciation lists in the translations folders."""

    def __init__(self, *translations: Path) -> None:
        self._translations = translations
        self._said: dict[str, Pronunciations] = {}

    def words(self, utterance: Utterance) -> tuple[SpokenWord, ...]:
        """The spoken words of the sentence; empty when it contains nothing to speak."""
        tokens = _tokens(utterance.sentence)
        if not utterance.speak:
            return self._read(tokens, utterance.language)
        spoken = self._read(_tokens(utterance.speak), utterance.language)
        return spread(tokens, [word.text for word in spoken])

    def _read(self, tokens: Sequence[str], language: str) -> tuple[SpokenWord, ...]:
        """The spoken words; runs of another language are read by that language's module."""
        words: list[SpokenWord] = []
        done = 0
        for other, first, end in _foreign(tokens, language, self._list(language)):
            words += self._run(tokens, done, first, language)
            words += (
                replace(word, language=other) for word in self._run(tokens, first, end, other)
            )
            done = end
        words += self._run(tokens, done, len(tokens), language)
        return tuple(_covering(words, len(tokens)))

    def _run(
        self, tokens: Sequence[str], first: int, end: int, language: str
    ) -> Iterator[SpokenWord]:
        for word in _language(language).read(tokens[first:end], self._list(language)):
            yield replace(word, first=word.first + first, last=word.last + first)

    def _list(self, language: str) -> Pronunciations:
        if language not in self._said:
            self._said[language] = _merged(
                load(folder / language / "pronunciation.yaml") for folder in self._translations
            )
        return self._said[language]


def _covering(words: Sequence[SpokenWord], count: int) -> Iterator[SpokenWord]:
    """Extends the words so that every token belongs to one; silent tokens join a neighbour."""
    done = 0
    for at, word in enumerate(words):
        last = count - 1 if at == len(words) - 1 else word.last
        yield replace(word, first=min(word.first, done), last=max(word.last, last))
        done = word.last + 1


def _merged(lists: Iterable[Pronunciations]) -> Pronunciations:
    """Merges lists; the first list that contains a word wins."""
    words: dict[str, str] = {}
    for each in lists:
        words = {**each.exact, **words}
    return listed(words)


def _foreign(
    tokens: Sequence[str], language: str, said: Pronunciations
) -> Iterable[tuple[str, int, int]]:
    """Runs of other languages in a sentence, if the language's module can detect them."""
    find = getattr(_language(language), "foreign", None)
    return find(tokens, said) if find else ()


def _tokens(sentence: str) -> list[str]:
    return unicodedata.normalize("NFC", sentence).split()
