"""The letters of Ê Đê, Gia Rai and M'nông as they should be written, whatever they came as.

Texts come from many keyboards and old fonts: the same letter may be made of other signs that only
look alike. Languages of the highlands are written with a breve, never with a caron, on vowels.
"""

import re
import unicodedata

HIGHLANDS = frozenset({"rad", "jra", "cmo"})
"""The languages whose letters are put right."""

_ROOF, _BREVE, _CARON = "\u0302", "\u0306", "\u030c"
_TONES = frozenset("\u0300\u0301\u0303\u0309")
"""Those of Vietnamese words: labels of a phone stand in translations."""
_LONE_BREVE = re.compile("(?<=[aeiouyAEIOUY\u0300-\u036f])(?:\u02d8| \u0306)+")
_MARKED_VOWEL = re.compile("(?P<vowel>[aeiouyAEIOUY])(?P<marks>[\u0300-\u036f]+)")
_ALIKE = str.maketrans({"ɓ": "ƀ", "Ɓ": "Ƀ", "ɗ": "đ", "Ɗ": "Đ"})
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def folded(text: str, language: str) -> str:
    """The text in its usual form (NFC), look-alikes replaced by the language's own letters."""
    if language not in HIGHLANDS:
        return unicodedata.normalize("NFC", text)
    apart = unicodedata.normalize("NFD", text.translate(_ALIKE))
    apart = _LONE_BREVE.sub(_BREVE, apart)
    apart = _MARKED_VOWEL.sub(_with_breve_on_top, apart)
    apart = re.sub(f"([cC]){_BREVE}", rf"\g<1>{_CARON}", apart)
    return unicodedata.normalize("NFC", apart)


def _with_breve_on_top(found: re.Match[str]) -> str:
    """Caron and breve are one; it stands above the roof, below a tone (Bằng), and only once."""
    marks = found["marks"].replace(_CARON, _BREVE)
    if _BREVE not in marks:
        return found[0]
    others = marks.replace(_BREVE, "")
    roof = "".join(mark for mark in others if mark == _ROOF)
    tone = "".join(mark for mark in others if mark in _TONES)
    rest = "".join(mark for mark in others if mark != _ROOF and mark not in _TONES)
    return found["vowel"] + roof + rest + _BREVE + tone


def private_signs(text: str) -> tuple[str, ...]:
    """Signs that mean something in one font only, and nothing anywhere else."""
    return tuple(dict.fromkeys(_PRIVATE.findall(text)))
