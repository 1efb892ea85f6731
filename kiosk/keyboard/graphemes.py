"""Letters as people see them: a letter and all marks on it are one."""

import re
import unicodedata

_GRAPHEME = re.compile(r"[\s\S][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*")


def graphemes(text: str) -> tuple[str, ...]:
    """The letters of a text with their marks, in its usual written form (NFC)."""
    return tuple(_GRAPHEME.findall(unicodedata.normalize("NFC", text)))


def without_last(text: str) -> str:
    """The text without its last letter and that letter's marks."""
    return "".join(graphemes(text)[:-1])
