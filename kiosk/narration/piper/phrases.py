"""Words as the numbers that a network reads, sentence by sentence."""

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
    """What is said in one breath."""

    numbers: tuple[int, ...]
    word_places: tuple[int, ...]
    """For each of its words, where in the numbers it begins."""
    silent: bool
    """Whether there is nothing in it to be heard."""


def phrases(
    words: Sequence[SpokenWord],
    sounds_of: Callable[[str], str],
    numbers_of: Mapping[str, Sequence[int]],
) -> Iterator[Phrase]:
    """The sentences of the words; each word is read by itself, so that it is known where it begins.

    Args:
        words: what is to be said.
        sounds_of: the sounds of a word, a letter each.
        numbers_of: the numbers of each sound; those of a sound that is missing here are left out.
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
