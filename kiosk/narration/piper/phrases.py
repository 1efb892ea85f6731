"""Converts words to the phoneme ids of a Piper network, sentence by sentence."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kiosk.narration.utterance import SpokenWord

_BEGIN, _END, _BETWEEN, _SPACE = "^", "$", "_", " "
_SENTENCE_ENDS = (".", "!", "?")
_STOPS = (*_SENTENCE_ENDS, ";", ":", ",")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The phoneme ids of one sentence."""

    numbers: tuple[int, ...]
    word_places: tuple[int, ...]
    """For each word, the index of its first id."""
    silent: bool
    """Whether the sentence contains no audible sound."""


def phrases(
    words: Sequence[SpokenWord],
    sounds_of: Callable[[str], str],
    numbers_of: Mapping[str, Sequence[int]],
) -> Iterator[Phrase]:
    """Splits words into sentences; each word is phonemised alone, so that its start is known.

    Args:
        words: the words to speak.
        sounds_of: returns the phonemes of a word, one character each.
        numbers_of: the ids of each phoneme; phonemes without ids are left out.
    """
    sentence: list[str] = []
    for word in words:
        sentence.append(word.text)
        if word.text.endswith(_SENTENCE_ENDS):
            yield _phrase(sentence, sounds_of, numbers_of)
            sentence = []
    if sentence:
        yield _phrase(sentence, sounds_of, numbers_of)


def _phrase(
    sentence: Sequence[str],
    sounds_of: Callable[[str], str],
    numbers_of: Mapping[str, Sequence[int]],
) -> Phrase:
    between = tuple(numbers_of.get(_BETWEEN, ()))
    numbers = [*numbers_of.get(_BEGIN, ()), *between]
    places: list[int] = []
    silent = True
    for place, text in enumerate(sentence):
        if place:
            numbers += [*numbers_of.get(_SPACE, ()), *between]
        places.append(len(numbers))
        sounds = unicodedata.normalize("NFD", sounds_of(text))
        for sound in sounds + (text[-1] if text.endswith(_STOPS) else ""):
            if sound in numbers_of:
                numbers += [*numbers_of[sound], *between]
                silent = silent and sound not in sounds
    return Phrase((*numbers, *numbers_of.get(_END, ())), tuple(places), silent)
