"""Reads Vietnamese: every token comes out as Vietnamese syllables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.narration.reading.tokens import Reading, Token, cover, parted
from kiosk.narration.reading.vi import figures
from kiosk.narration.reading.vi.letters import SIGNS, spelled
from kiosk.narration.reading.vi.numbers import integer
from kiosk.narration.reading.vi.syllables import is_syllable, sayable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.narration.reading.pronunciation import Pronunciations
    from kiosk.narration.utterance import SpokenWord

_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_SPOKEN_ALONE = frozenset("+=&%@#*")
_ADDRESS = re.compile(r"@|://|\w\.[A-Za-z]{2}|^\.[a-z]{2}")
_HUMPS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def read(tokens: Sequence[str], said: Pronunciations) -> tuple[SpokenWord, ...]:
    """The words that are said, in small letters, with the marks that make the voice rest."""

    def at(place: int) -> Reading:
        return figures.run(tokens, place) or _from_list(tokens, place, said) or _one(place)

    def _one(place: int) -> Reading:
        token = parted(tokens[place])
        text = _token(token, _beside(tokens, place - 1), _beside(tokens, place + 1), said)
        return Reading(1, text + token.pause if text else "")

    return cover(tokens, at)


def _beside(tokens: Sequence[str], place: int) -> str:
    return parted(tokens[place]).core.lower() if 0 <= place < len(tokens) else ""


def _from_list(tokens: Sequence[str], place: int, said: Pronunciations) -> Reading | None:
    """A listed word or phrase; a listed number that counts something is an ordinary number."""
    found = said.longest(tokens, place)
    if found is None:
        return None
    number = parted(tokens[place]).core.isdigit()
    if number and figures.counted(_beside(tokens, place + found.tokens)):
        return None
    pause = found.text[-1] if found.text[-1] in ".!?;:," else ""
    return Reading(found.tokens, _words(found.text) + pause)


def _token(token: Token, previous: str, following: str, said: Pronunciations) -> str:
    core = token.core
    if not core or core in _SPOKEN_ALONE:
        return SIGNS.get(core, "")
    number = figures.number(core, previous, following) if _has_digit(core) else None
    if number is not None:
        return number
    if _ADDRESS.search(core) and core.isascii():
        return _address(core, said)
    return _code(core, said) if _has_digit(core) else _letters(core, said)


def _has_digit(text: str) -> bool:
    return any(letter in "0123456789" for letter in text)


def _code(core: str, said: Pronunciations) -> str:
    """Digits among letters: part by part where the parts are known, else spelled."""
    parts = [part for part in core.split("/") if part]
    if len(parts) > 1:
        return ", ".join(
            filter(None, (_known(part, said) or _part_of_code(part, said) for part in parts))
        )
    chunks = core.split("-")
    if all(chunk.isdigit() or said.of(chunk) for chunk in chunks):
        return " ".join(
            _known(chunk, said) or figures.number(chunk, "", "") or "" for chunk in chunks
        )
    return spelled(core)


def _part_of_code(part: str, said: Pronunciations) -> str:
    return _token(parted(part), "", "", said)


def _known(word: str, said: Pronunciations) -> str:
    return _words(said.of(word) or "")


def _letters(core: str, said: Pronunciations) -> str:
    """A word, words with hyphens, or a code in capitals."""
    parts = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", core)
    code = len(parts) > 1 and core.isupper() and core.isascii()
    if code and not all(said.of(part) for part in parts):
        return spelled(core)
    return " ".join(filter(None, (_part(part, said) for part in parts)))


def _part(part: str, said: Pronunciations) -> str:
    if known := _known(part, said):
        return known
    part = re.sub(r"['’]", "", part)
    if not part.isascii() or len(part) == 1:
        return sayable(part)
    if part.isupper():
        if _ROMAN.fullmatch(part):
            return integer(_roman(part))
        return sayable(part) if len(part) > 5 or is_syllable(part.lower()) else spelled(part)
    humps = _HUMPS.findall(part)
    return " ".join(_part(hump, said) for hump in humps) if len(humps) > 1 else sayable(part)


def _roman(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _address(core: str, said: Pronunciations) -> str:
    """A web or mail address, part by part."""
    pieces = re.findall(r"[^\W_]+|_|[^\w\s]", re.sub(r"^https?://", "", core))
    return " ".join(filter(None, (_address_piece(piece, said) for piece in pieces)))


def _address_piece(piece: str, said: Pronunciations) -> str:
    if piece in SIGNS:
        return SIGNS[piece]
    if known := _known(piece, said):
        return known
    return spelled(piece) if _has_digit(piece) or len(piece) < 3 else _part(piece, said)


def _words(text: str) -> str:
    """A spoken form as the list gives it, kept to Vietnamese syllables."""
    return " ".join(filter(None, (sayable(word) for word in re.findall(r"[^\W\d_]+", text))))
