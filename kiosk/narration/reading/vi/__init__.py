"""Reading of Vietnamese: every token becomes Vietnamese syllables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.narration.reading.tokens import Token, TokenReading, cover, parted
from kiosk.narration.reading.vi import figures, names, spans
from kiosk.narration.reading.vi.letters import SIGNS, spelled
from kiosk.narration.reading.vi.numbers import integer
from kiosk.narration.reading.vi.signs import plain_signs
from kiosk.narration.reading.vi.syllables import is_syllable, sayable
from kiosk.narration.reading.vi.telephone import telephone
from kiosk.narration.reading.vi.unmarked import syllables_of, with_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.narration.reading.pronunciation import Pronunciations
    from kiosk.narration.utterance import SpokenWord

_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_SPOKEN_ALONE = frozenset("+=&%@#*")
_ADDRESS = re.compile(r"@|://|\w\.[A-Za-z]{2}|^\.[A-Za-z]{2}")
_CAPITALS = re.compile(r"[A-Z]{2,7}")
_NAME_IN_CAPITALS = re.compile(r"[A-Z]['’][A-Z]+")
_PERSON = re.compile(r"\b(?:[YH]|[A-Z]['’][A-Z]+)(?: [A-Z]+)?$")
"""The beginning of Ê Đê and M'nông personal names: H'MAU NIE, Y BHAM EBAN."""
_PREFIXED = re.compile(r"([BDĐGHKLMNRST])['’]([^\W\d_]{2,})")
"""The beginning of highland names: H'Bia, K'Ho."""
_SPAN = re.compile(r"(\d+)[–-](thứ|ngày|tháng|mùng|cn)", re.IGNORECASE)
_SUNDAY = "cn"
_COUNTED_OFF = re.compile(r"(\d{1,2})/")
_TOWN = re.compile(r"(?:TP|Tp|tp)\.(?=[A-Z])")
_MIN_LISTED_LENGTH = 5
"""Minimum length of a listed word recognised at the start of an address part (nganhang-mau)."""
_HUMPS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def read(tokens: Sequence[str], said: Pronunciations) -> tuple[SpokenWord, ...]:
    """The spoken words in lower case, with punctuation for pauses."""
    tokens = [plain_signs(token) for token in tokens]

    def at(place: int) -> TokenReading:
        return (
            telephone(tokens, place)
            or spans.run(tokens, place)
            or _from_list(tokens, place, said)
            or _one(place)
        )

    def _one(place: int) -> TokenReading:
        token = parted(tokens[place])
        following = _beside(tokens, place + 1)
        if sort := names.sort_of_place(tokens, place):
            return TokenReading(1, sort)
        if counted_off := _COUNTED_OFF.fullmatch(tokens[place]):
            return TokenReading(1, f"{integer(int(counted_off[1]))},")
        if days := names.days_of_week(tokens, place):
            return TokenReading(1, days + token.pause)
        if _in_capitals(tokens, place):
            text = _plain_word(re.sub(r"['’]", "", token.core))
        else:
            text = _token(token, figures.before(tokens, place), following, said)
        return TokenReading(1, text + token.pause if text else "")

    return cover(tokens, at)


def _in_capitals(tokens: Sequence[str], place: int) -> bool:
    """Whether this is a word in a phrase of unaccented capitals: QUAN RAU CO MAU, H'MAU NIE."""
    core = parted(tokens[place]).core
    if "'" in core or "’" in core:
        return _NAME_IN_CAPITALS.fullmatch(core) is not None
    before = " ".join(parted(each).core for each in tokens[max(0, place - 2) : place])
    if _CAPITALS.fullmatch(core) and _PERSON.search(before):
        return True
    if not _CAPITALS.fullmatch(core) or with_marks(core.lower()) is None or _ROMAN.fullmatch(core):
        return False
    beside = [
        parted(tokens[at]).core
        for at in (place - 2, place - 1, place + 1, place + 2)
        if 0 <= at < len(tokens)
    ]
    return any(
        _CAPITALS.fullmatch(word) and not _ROMAN.fullmatch(word) and with_marks(word.lower())
        for word in beside
    )


def _plain_word(word: str) -> str:
    """Reads an unaccented word: as it is, as its accented syllable, or as a similar word."""
    word = word.lower()
    return sayable(word) if is_syllable(word) else with_marks(word) or sayable(word)


def _beside(tokens: Sequence[str], place: int) -> str:
    return parted(tokens[place]).core.lower() if 0 <= place < len(tokens) else ""


def _from_list(tokens: Sequence[str], place: int, said: Pronunciations) -> TokenReading | None:
    """A listed word or phrase; a listed number before a counted noun is an ordinary number."""
    found = said.longest(tokens, place)
    if found is None:
        return None
    number = parted(tokens[place]).core.isdigit()
    if number and figures.counted(_beside(tokens, place + found.tokens)):
        return None
    pause = found.text[-1] if found.text[-1] in ".!?;:," else ""
    return TokenReading(found.tokens, _words(found.text) + pause)


def _token(token: Token, previous: str, following: str, said: Pronunciations) -> str:
    core = token.core
    if not core or core in _SPOKEN_ALONE:
        return SIGNS.get(core, "")
    if numbers := _listed_numbers(core, said):
        return numbers
    number = figures.number(core, previous, following) if _has_digit(core) else None
    known = figures.unit(core, previous, following) or _place(core, said)
    if known or number is not None:
        return known or number or ""
    if prefixed := _PREFIXED.fullmatch(core):
        first = prefixed[1].lower().replace("k", "c")
        return f"{first}ờ {_token(Token('', prefixed[2], ''), previous, following, said)}"
    if _ADDRESS.search(core) and core.isascii():
        return _address(core, said)
    return _code(core, said) if _has_digit(core) else _letters(core, said)


def _listed_numbers(core: str, said: Pronunciations) -> str:
    """Numbers separated by slashes, if all of them are listed: 113/114/115."""
    parts = core.split("/")
    known = [said.spoken_form(part) or "" for part in parts]
    listed = len(parts) > 1 and all(known) and all(part.isdecimal() for part in parts)
    return ", ".join(known) if listed else ""


def _place(core: str, said: Pronunciations) -> str:
    """A place name with an attached abbreviation: TP.Buôn, Q.1; empty for other words."""
    town = f"thành phố {_letters(core[3:], said)}" if _TOWN.match(core) else ""
    return town or names.with_number(core)


def _has_digit(text: str) -> bool:
    return any(letter in "0123456789" for letter in text)


def _code(core: str, said: Pronunciations) -> str:
    """A mix of digits and letters: read part by part if the parts are known, else spelled out."""
    parts = [part for part in core.split("/") if part]
    if len(parts) > 1:
        return ", ".join(
            filter(None, (_known(part, said) or _part_of_code(part, said) for part in parts))
        )
    if span := _SPAN.fullmatch(core):
        last = span[2].lower()
        return f"{integer(int(span[1]))} đến {'chủ nhật' if last == _SUNDAY else last}"
    chunks = core.split("-")
    if all(chunk.isdigit() or said.spoken_form(chunk) for chunk in chunks):
        return " ".join(
            _known(chunk, said) or figures.number(chunk, "", "") or "" for chunk in chunks
        )
    return spelled(core)


def _part_of_code(part: str, said: Pronunciations) -> str:
    return _token(parted(part), "", "", said)


def _known(word: str, said: Pronunciations) -> str:
    return _words(said.spoken_form(word) or "")


def _letters(core: str, said: Pronunciations) -> str:
    """A word, hyphenated words, or a code in capitals."""
    parts = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", core)
    code = len(parts) > 1 and core.isupper() and core.isascii()
    if code and not all(said.spoken_form(part) for part in parts):
        return spelled(core)
    return " ".join(filter(None, (_part(part, said) for part in parts)))


def _part(part: str, said: Pronunciations) -> str:
    if known := _known(part, said):
        return known
    part = re.sub(r"['’]", "", part)
    if not part.isascii() or len(part) == 1:
        return sayable(part)
    if part.isupper():
        return _in_upper_case(part)
    humps = _HUMPS.findall(part)
    return " ".join(_part(hump, said) for hump in humps) if len(humps) > 1 else _plain_word(part)


def _in_upper_case(part: str) -> str:
    """A Roman numeral, a word, or an abbreviation that is spelled out."""
    if _ROMAN.fullmatch(part):
        return integer(_roman(part))
    return _plain_word(part) if len(part) > 5 or is_syllable(part.lower()) else spelled(part)


def _roman(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _address(core: str, said: Pronunciations) -> str:
    """A web or e-mail address, part by part."""
    pieces = re.findall(r"[^\W_]+|_|[^\w\s]", re.sub(r"^https?://", "", core.rstrip("/")))
    return " ".join(filter(None, (_address_piece(piece, said) for piece in pieces)))


def _address_piece(piece: str, said: Pronunciations) -> str:
    if piece in SIGNS:
        return SIGNS[piece]
    if known := _known(piece, said):
        return known
    for cut in range(len(piece) - 2, _MIN_LISTED_LENGTH - 1, -1):
        if known := _known(piece[:cut], said):
            return f"{known} {_address_piece(piece[cut:], said)}"
    vowel_first = len(piece) < 3 and piece[0].lower() in "aeiouy"
    syllables = None if vowel_first else syllables_of(piece.lower())
    return " ".join(syllables) if syllables else spelled(piece.lower())


def _words(text: str) -> str:
    """A spoken form from the list, limited to Vietnamese syllables."""
    return " ".join(filter(None, (sayable(word) for word in re.findall(r"[^\W\d_]+", text))))
