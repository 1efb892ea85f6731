"""Detects Vietnamese in legacy encodings (TCVN3, VNI), or UTF-8 decoded as cp1252."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kiosk.keyboard.syllable import parse, split_tone

MIN_WORDS = 2
"""A single such word may be a name in another language."""

TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
"""Characters as drawn by fonts like .VnTime (TCVN 5712:1993, third table)."""
TCVN3_ALONE = frozenset("µ¸¶¹¨»¾¼½©Ë®ÎÏÑªÖ×ØÜÞßäåæçëîïñøö÷ûüþ§¦")
"""Those of them that occur in no Vietnamese word in Unicode."""

_VNI_MARKS = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX = {
    "â": "",
    "à": "\u0300",
    "á": "\u0301",
    "å": "\u0309",
    "ã": "\u0303",
    "ä": "\u0323",
}
_VNI_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
VNI_WORD = re.compile(r"[aeouyôö][øûïåäëü]|ñ[aeiouyôö]|[aeo]â[^\W\d_]|[aeouyôö]ù", re.IGNORECASE)

GARBLED = re.compile(
    "á[º»]|Ä[\u2018\u0091\u0090\u2019]|Æ[°¡]|Ã[\u00a0-\u00bf\u0081-\u008f\u2013\u201a-\u2026]|â€|Ä©|Å©|Äƒ"
)
"""First bytes of Vietnamese letters and quotes in UTF-8, decoded as cp1252 or Latin-1."""


class Odd(NamedTuple):
    """A word in a legacy encoding."""

    word: str
    column: int
    """Counts from 0."""
    meant: str
    """The word in Unicode; empty when it cannot be converted."""
    table: str


def odd_words(lines: list[str]) -> Mapping[int, Odd]:
    """The first such word of each line, by line index from 0; empty for a Unicode text."""
    by_table = [
        [(at, odd) for at, line in enumerate(lines) for odd in find(line)]
        for find in (_garbled, _tcvn3, _vni)
    ]
    found = max(by_table, key=len)
    return dict(reversed(found)) if len({odd.word for _, odd in found}) >= MIN_WORDS else {}


def _is_vietnamese(word: str) -> bool:
    """Whether each part of a word can be a Vietnamese syllable."""
    return all(parse(split_tone(part)[0]) for part in re.findall(r"[^\W\d_]+", word))


def _words(line: str) -> Iterator[re.Match[str]]:
    return re.finditer(r"[^\s\"'“”(),.:;!?]+", line)


def _garbled(line: str) -> Iterator[Odd]:
    for match in re.finditer(r"\S+", line):
        if GARBLED.search(match.group()):
            yield Odd(match.group(), match.start(), _decoded(match.group()), "UTF-8")


def _decoded(word: str) -> str:
    try:
        data = b"".join(_byte(letter) for letter in word)
        return data.decode()
    except (UnicodeError, ValueError):
        return ""


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _tcvn3(line: str) -> Iterator[Odd]:
    for match in _words(line):
        word = match.group()
        signs = TCVN3_ALONE.intersection(word)
        if signs and re.search("[A-Za-z]", word) and not re.search("[ăđơưạ-ỹ]", word):
            meant = "".join(TCVN3.get(each, each) for each in word)
            if _is_vietnamese(meant):
                yield Odd(word, match.start(), meant, "TCVN3")


def _vni(line: str) -> Iterator[Odd]:
    for match in _words(line):
        word = match.group()
        if VNI_WORD.search(word) and not re.search("[ăđơưạ-ỹ]", word):
            meant = _from_vni(word)
            if _is_vietnamese(meant):
                yield Odd(word, match.start(), meant, "VNI")


def _from_vni(word: str) -> str:
    made = ""
    for letter in word:
        base = made[-1:]
        if base and base in "aeouyơư" and letter in _VNI_MARKS:
            made += _VNI_MARKS[letter]
        elif base and base in "aeo" and letter in _VNI_CIRCUMFLEX:
            made += "\u0302" + _VNI_CIRCUMFLEX[letter]
        elif base == "a" and letter in _VNI_BREVE:
            made += "\u0306" + _VNI_BREVE[letter]
        else:
            made += {
                "ô": "ơ",
                "ö": "ư",
                "ñ": "đ",
                "Ñ": "Đ",
                "î": "ỵ",
                "æ": "ỉ",
                "ó": "ĩ",
                "ò": "ị",
            }.get(letter, letter)
    return unicodedata.normalize("NFC", made)
