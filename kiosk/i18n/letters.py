"""Normalises the letters of Ê Đê, Gia Rai and M'nông texts.

Texts come from many keyboards and legacy fonts, which encode the same letter as different but
similar characters. These languages write vowels with a breve, never with a caron.
"""

import re
import unicodedata

HIGHLANDS = frozenset({"rad", "jra", "cmo"})
"""Languages whose letters are normalised."""

_ROOF, _BREVE, _CARON = "\u0302", "\u0306", "\u030c"
_TONES = frozenset("\u0300\u0301\u0303\u0309")
"""Tone marks of Vietnamese words, which occur in translations as labels of a phone."""
_LONE_BREVE = re.compile("(?<=[aeiouyAEIOUY\u0300-\u036f])(?:\u02d8| \u0306)+")
_MARKED_VOWEL = re.compile("(?P<vowel>[aeiouyAEIOUY])(?P<marks>[\u0300-\u036f]+)")
_ALIKE = str.maketrans({"ɓ": "ƀ", "Ɓ": "Ƀ", "ɗ": "đ", "Ɗ": "Đ"})
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def folded(text: str, language: str) -> str:
    """The text in NFC, with look-alikes replaced by the language's own letters."""
    if language not in HIGHLANDS:
        return unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFD", text.translate(_ALIKE))
    apart = _LONE_BREVE.sub(_BREVE, apart)
    apart = _MARKED_VOWEL.sub(_with_breve_on_top, apart)
    apart = re.sub(f"([cC]){_BREVE}", rf"\g<1>{_CARON}", apart)
    return unicodedata.normalize("NFC", apart)


def _with_breve_on_top(found: re.Match[str]) -> str:
    """Replaces caron by breve; places a single breve after the circumflex, before a tone mark."""
    marks = found["marks"].replace(_CARON, _BREVE)
    if _BREVE not in marks:
        return found[0]
    others = marks.replace(_BREVE, "")
    roof = "".join(mark for mark in others if mark == _ROOF)
    tone = "".join(mark for mark in others if mark in _TONES)
    rest = "".join(mark for mark in others if mark != _ROOF and mark not in _TONES)
    return found["vowel"] + roof + rest + _BREVE + tone


def private_signs(text: str) -> tuple[str, ...]:
    """Private-use characters, which have a meaning in one font only."""
    return tuple(dict.fromkeys(_PRIVATE.findall(text)))
