"""Graphemes: letters together with all their combining marks."""

import re
import unicodedata

_GRAPHEME = re.compile(r"[\s\S][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*")


def graphemes(text: str) -> tuple[str, ...]:
    """Returns the graphemes of a text, in NFC."""
    return tuple(_GRAPHEME.findall(unicodedata.normalize("NFC", text)))


def without_last(text: str) -> str:
    """Returns the text without its last grapheme."""
    return "".join(graphemes(text)[:-1])
