"""Normalisation of words for comparison, without diacritics."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_JOINTS = re.compile(r"[-'’]")
_FINAL_Y = re.compile("(?<![aeou])y$|(?<=^qu)y$")
"""A final y that sounds like i; both spellings occur: "ký" and "kí", "quý" and "quí"."""
_KEPT = 20_000


@lru_cache(_KEPT)
def plain(word: str) -> str:
    """The word in lower case without diacritics, and i for y of the same sound: "Hộ" → "ho"."""
    spread = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    letters = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return _FINAL_Y.sub("i", letters)


def marked_words(text: str) -> Iterator[str]:
    """The words of a text in lower case with diacritics; for "Wi-Fi" also "wifi"."""
    for found in _WORD.findall(unicodedata.normalize("NFC", text).lower()):
        parts = _JOINTS.split(found)
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


def plain_words(text: str) -> list[str]:
    """The normalized words of a text."""
    return [plain(word) for word in marked_words(text)]
