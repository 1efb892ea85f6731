"""Words without their marks, as they are compared."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_JOINTS = re.compile(r"[-'’]")
_FINAL_Y = re.compile("(?<![aeou])y$|(?<=^qu)y$")
"""Where y and i are one sound, people write either: "ký" and "kí", "quý" and "quí"."""
_KEPT = 20_000


@lru_cache(_KEPT)
def plain(word: str) -> str:
    """Small letters without marks, with i for y where they are one: "Hộ" becomes "ho"."""
    spread = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    letters = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return _FINAL_Y.sub("i", letters)


def marked_words(text: str) -> Iterator[str]:
    """The words of a text in small letters with their marks; of "Wi-Fi" also "wifi"."""
    for found in _WORD.findall(unicodedata.normalize("NFC", text).lower()):
        parts = _JOINTS.split(found)
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


def plain_words(text: str) -> list[str]:
    """The words of a text, without their marks."""
    return [plain(word) for word in marked_words(text)]
