"""Keys for sentences, equal for sentences that sound the same."""

import hashlib
import re
import unicodedata
from functools import lru_cache

_SPOKEN_SIGNS = frozenset("%‰@&#*/\\_§")
_WITHIN_NUMBERS = re.compile(r"(?<=\d)[.,:\-–−](?=\d)|(?<!\S)[-−](?=\d)")
_KEY_LETTERS = 20
_REMEMBERED = 16_384


@lru_cache(maxsize=_REMEMBERED)
def sentence_key(text: str) -> str:
    """A hash of the sentence; ignores spacing, punctuation, case and Unicode normalisation."""
    plain = " ".join(sentence_words(text))
    return hashlib.sha256(plain.encode()).hexdigest()[:_KEY_LETTERS]


@lru_cache(maxsize=_REMEMBERED)
def sentence_words(text: str) -> tuple[str, ...]:
    """The audible parts of a sentence: words, numbers and spoken signs, in lower case."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    kept = {match.start() for match in _WITHIN_NUMBERS.finditer(folded)}
    heard = (
        "-" if place in kept and letter in "–−" else letter if place in kept else _heard(letter)
        for place, letter in enumerate(folded)
    )
    return tuple("".join(heard).split())


def _heard(letter: str) -> str:
    """The letter itself, a space for punctuation, or nothing for invisible characters."""
    kind = unicodedata.category(letter)
    if kind[0] in "LNS" or letter in _SPOKEN_SIGNS:
        return letter
    if kind[0] == "M":
        return "" if "\ufe00" <= letter <= "\ufe0f" else letter
    return "" if kind == "Cf" else " "
