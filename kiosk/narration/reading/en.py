"""Reading of English: the voice reads numbers and dates, the list has Vietnamese names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.narration.reading.plain import read
from kiosk.narration.reading.tokens import parted
from kiosk.narration.reading.vi.syllables import is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.narration.reading.pronunciation import Pronunciations

__all__ = ["foreign", "read"]

_MARKED = re.compile("[À-ÃÈ-ÊÌ-ÍÒ-ÕÙ-ÚÝà-ãè-êì-íò-õù-úýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "a am and at be but by can do for go he him in it me men my no of on or ran so than that "
        "the them then this to too up we you",
    )
)
"""Common English words that could also be Vietnamese syllables."""
_LONG = 4


def foreign(tokens: Sequence[str], said: Pronunciations) -> Iterator[tuple[str, int, int]]:
    """The runs of Vietnamese words: language, first token, the token after the last.

    A run begins at a word with Vietnamese diacritics, includes capitalised words before it, and
    continues over possible Vietnamese syllables until a punctuation mark.
    """
    place = 0
    while place < len(tokens):
        if not _is_marked(tokens, place, said):
            listed = said.longest(tokens, place)
            place += listed.tokens if listed else 1
            continue
        first = place
        while first > 0 and _leads(tokens[first - 1]):
            first -= 1
        while place < len(tokens) and (_is_marked(tokens, place, said) or _follows(tokens[place])):
            place += 1
            if parted(tokens[place - 1]).tail:
                break
        yield "vi", first, place


def _is_marked(tokens: Sequence[str], place: int, said: Pronunciations) -> bool:
    """Whether the word has Vietnamese diacritics and no English spoken form in the list."""
    return bool(_MARKED.search(tokens[place])) and said.longest(tokens, place) is None


def _leads(token: str) -> bool:
    """Whether a word can start a run: a possible syllable that is capitalised or long."""
    word = parted(token)
    plain = word.core[:1].isupper() or len(word.core) >= _LONG
    return not word.tail and plain and _follows(token)


def _follows(token: str) -> bool:
    word = parted(token)
    core = word.core.lower()
    return not word.lead and core not in _ENGLISH and core.isalpha() and is_syllable(core)
