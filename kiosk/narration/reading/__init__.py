"""Turns a shown sentence into the words that are said, one module or package per language.

A language's module offers `read(tokens, said)` and is found by its name: a new language is a new
file. A language without a module has its tokens said as they stand.
"""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from kiosk.narration.reading import plain
from kiosk.narration.reading.pronunciation import Pronunciations, load
from kiosk.narration.reading.spread import spread

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.narration.utterance import SpokenWord, Utterance

_NOT_LANGUAGES = {"plain", "pronunciation", "spread", "tokens"}


class _Language(Protocol):
    def read(self, tokens: Sequence[str], said: Pronunciations) -> tuple[SpokenWord, ...]: ...


def languages() -> tuple[str, ...]:
    """The languages that have a way of reading of their own."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if name not in _NOT_LANGUAGES))


@cache
def _language(code: str) -> _Language:
    if code not in languages():
        return plain
    return cast("_Language", importlib.import_module(f"{__name__}.{code}"))


class Reader:
    """Reads sentences with the pronunciation lists below a translations folder."""

    def __init__(self, translations: Path) -> None:
        self._translations = translations
        self._said: dict[str, Pronunciations] = {}

    def words(self, utterance: Utterance) -> tuple[SpokenWord, ...]:
        """What is said for the sentence; empty when there is nothing in it to say."""
        tokens = _tokens(utterance.sentence)
        if not utterance.speak:
            return self._read(tokens, utterance.language)
        spoken = self._read(_tokens(utterance.speak), utterance.language)
        return spread(tokens, [word.text for word in spoken])

    def _read(self, tokens: Sequence[str], language: str) -> tuple[SpokenWord, ...]:
        if language not in self._said:
            self._said[language] = load(self._translations / language / "pronunciation.yaml")
        return _language(language).read(tokens, self._said[language])


def _tokens(sentence: str) -> list[str]:
    return unicodedata.normalize("NFC", sentence).split()
