"""Compatibility characters for letters and digits: full-width １, circled ①, fractions ½."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LIKE_PLAIN = ("<wide>", "<narrow>", "<font>")
_CIRCLED = "<circle>"
_IN_BRACKETS = "<compat> 0028 "
_FRACTIONS = {
    "½": "1⁄2",
    "⅓": "1⁄3",
    "⅔": "2⁄3",
    "¼": "1⁄4",
    "¾": "3⁄4",
    "⅕": "1⁄5",
    "⅛": "1⁄8",
}
"""With the fraction slash U+2044, which is always read as a fraction, never as a date."""
_BULLETS = "➀➁➂➃➄➅➆➇➈➉", "❶❷❸❹❺❻❼❽❾❿", "➊➋➌➍➎➏➐➑➒➓"
_FOLDED = {
    **{mark: f"{number}," for row in _BULLETS for number, mark in enumerate(row, start=1)},
    "\u2212": "-", "\u00a0": " ", "\u202f": " ", "\ufe0f": "", "\u20e3": ",",
}  # fmt: skip


@lru_cache(maxsize=4096)
def plain_signs(token: str) -> str:
    """Replaces compatibility characters in the token by plain letters and digits.

    A circled number is a list number and gets a comma for a pause. A fraction attached to a whole
    number (1½) is kept; `figures` reads it. The defanged dot of an address, [.], becomes a dot.
    """
    if token.isascii():
        return token.replace("[.]", ".")
    if len(token) > 1 and token[0].isdigit() and any(sign in _FRACTIONS for sign in token):
        return token
    return "".join(map(_plain_sign, token))


def _plain_sign(sign: str) -> str:
    if sign in _FRACTIONS:
        return _FRACTIONS[sign]
    if sign in _FOLDED:
        return _FOLDED[sign]
    decomposed = unicodedata.decomposition(sign)
    if decomposed.startswith(_LIKE_PLAIN):
        return unicodedata.normalize("NFKC", sign)
    if decomposed.startswith((_CIRCLED, _IN_BRACKETS)):
        inside = unicodedata.normalize("NFKC", sign).strip("()")
        return f"{inside}," if inside.isascii() else sign
    return sign
