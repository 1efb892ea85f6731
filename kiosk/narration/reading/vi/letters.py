"""Names of letters and signs, for spelling out."""

import unicodedata

from kiosk.narration.reading.vi.numbers import digits

_NAMES = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "ê": "ê",
    "f": "ép", "g": "giê", "h": "hát", "i": "i", "j": "gi", "k": "ca", "l": "e lờ", "m": "em mờ",
    "n": "en nờ", "o": "o", "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy", "r": "e rờ", "s": "ét",
    "t": "tê", "u": "u", "ư": "ư", "v": "vê", "w": "vê kép", "x": "ích", "y": "i dài", "z": "dét",
}  # fmt: skip
SIGNS = {
    ".": "chấm", "@": "a còng", "/": "gạch chéo", "-": "gạch ngang", "–": "gạch ngang",
    "_": "gạch dưới", "+": "cộng", "&": "và", "=": "bằng", "#": "thăng", "*": "sao",
    "%": "phần trăm", ":": "hai chấm", "$": "đô la", "!": "chấm than", "?": "chấm hỏi",
}  # fmt: skip

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_COUSINS = {"ƀ": "b", "ɓ": "b", "ɗ": "đ", "ł": "l", "ø": "o", "æ": "e", "ß": "s", "ı": "i"}


def spelled(text: str) -> str:
    """Each letter, digit and sign by name; capitals are marked only where both cases occur."""
    both_cases = any(letter.isupper() for letter in text) and any(
        letter.islower() for letter in text
    )
    names = (_name(letter, tell_capital=both_cases) for letter in text)
    return " ".join(name for name in names if name)


def _name(letter: str, *, tell_capital: bool) -> str:
    if letter in "0123456789":
        return digits(letter)
    name = _NAMES.get(plain_letter(letter.lower())) or SIGNS.get(letter, "")
    return f"{name} hoa" if name and tell_capital and letter.isupper() else name


def is_named(letter: str) -> bool:
    """Whether a lower-case letter has a name, with or without its diacritics."""
    return plain_letter(letter) in _NAMES


def plain_letter(letter: str) -> str:
    """A letter without its tone mark and without diacritics unknown in Vietnamese."""
    if letter in _NAMES:
        return letter
    if letter in _COUSINS:
        return _COUSINS[letter]
    marks = unicodedata.normalize("NFD", letter)
    shaped = unicodedata.normalize("NFC", "".join(m for m in marks if m not in _TONES))
    return shaped if shaped in _NAMES else marks[0]
