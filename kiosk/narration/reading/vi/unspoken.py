"""Detects signs and foreign letters in a sentence that the voice omits."""

from __future__ import annotations

import unicodedata

from kiosk.narration.reading.vi.figures import is_unit_sign
from kiosk.narration.reading.vi.letters import SIGNS, is_named
from kiosk.narration.reading.vi.signs import plain_signs

_NOTHING_LOST = frozenset("→←↑↓↔⇒>|<~≈°´`^¨×⁄²³©®™•")
"""Separators and decoration, whose omission loses no information."""


def unspoken(sentence: str) -> tuple[str, ...]:
    """The signs of a sentence that are shown but not spoken, without duplicates."""
    found: dict[str, None] = {}
    for sign in plain_signs(unicodedata.normalize("NFC", sentence)):
        if sign.isspace() or sign in SIGNS or sign in _NOTHING_LOST or is_unit_sign(sign.lower()):
            continue
        if unicodedata.category(sign)[0] in "LNS" and not _said(sign):
            found[sign] = None
    return tuple(found)


def _said(sign: str) -> bool:
    return sign in "0123456789" or (sign.isalpha() and is_named(sign.lower()))
