"""Numbers written over several tokens: digit groups, ranges, one and a half."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.narration.reading.tokens import TokenReading, parted
from kiosk.narration.reading.vi.figures import (
    COUNTED,
    MONEY,
    PART_WORDS,
    SECRET_WORDS,
    number,
    word_at,
)
from kiosk.narration.reading.vi.numbers import integer
from kiosk.narration.reading.vi.telephone import said_in_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASHES = {"-", "–", "—"}
_CLOCK = re.compile(r"\d{1,2}(?:[hg]\d{0,2}|:\d{2})")
_WITH_UNIT = {"0%", "0k", "0tr"}
_DAY_OF_YEAR = "0/0/0"
_ORDINAL = "thứ"
_HALF = {"½", "1⁄2", "1/2"}


def run(tokens: Sequence[str], place: int) -> TokenReading | None:
    """A number over several tokens: groups (0905 123 456), ranges (30/4 – 1/5), 1½ giờ."""
    return (
        _from_to(tokens, place)
        or _measure_to_measure(tokens, place)
        or _and_a_half(tokens, place)
        or _in_groups(tokens, place)
    )


def _of_one_sort(low: str, high: str) -> bool:
    """Whether two numbers form a range: same shape, or only the second has a unit (5 – 10%)."""
    shapes = [re.sub(r"\d+", "0", core.lower()) for core in (low, high)]
    times = all(_CLOCK.fullmatch(core.lower()) for core in (low, high))
    days = shapes == ["0/0", _DAY_OF_YEAR]
    unit = shapes[0] == "0" and shapes[1] in _WITH_UNIT
    return times or days or unit or shapes[0] == shapes[1]


def _and_a_half(tokens: Sequence[str], place: int) -> TokenReading | None:
    """A half is spoken after the counted noun: 1½ giờ is một giờ rưỡi."""
    match = re.fullmatch(r"(\d+)(½?)", tokens[place])
    parts = 1 if match and match[2] else 2
    if not match or (parts == 2 and (place + 1 >= len(tokens) or tokens[place + 1] not in _HALF)):
        return None
    following = parted(tokens[place + parts]) if place + parts < len(tokens) else None
    counts = following is not None and following.core.lower() in COUNTED
    if following is None or not counts or word_at(tokens, place - 1) in PART_WORDS:
        return None
    said = f"{integer(int(match[1]))} {following.core.lower()} rưỡi"
    return TokenReading(parts + 1, said + following.pause)


def _measure_to_measure(tokens: Sequence[str], place: int) -> TokenReading | None:
    """A dash between two like measures, read as "đến": 10 km/h - 20 km/h, thứ 2 - thứ 6."""
    if tokens[place] not in _DASHES or place < 2 or place + 2 >= len(tokens):
        return None
    unit_before, unit_after = tokens[place - 1].lower(), word_at(tokens, place + 2)
    numbers = (tokens[place - 2], tokens[place + 1])
    measured = unit_before == unit_after and all(each[0].isdigit() for each in numbers)
    ordered = (tokens[place - 1], word_at(tokens, place + 2))
    named = tokens[place - 2].lower() == tokens[place + 1].lower() and (
        all(each.isdecimal() for each in ordered) or tokens[place + 1].lower() == _ORDINAL
    )
    return TokenReading(1, "đến") if measured or named else None


def _from_to(tokens: Sequence[str], place: int) -> TokenReading | None:
    """A range: two numbers of the same sort with a separate dash token between them."""
    if place + 2 >= len(tokens) or tokens[place + 1] not in _DASHES:
        return None
    low, high = parted(tokens[place]), parted(tokens[place + 2])
    if low.tail or high.lead or not _of_one_sort(low.core, high.core) or not low.core[:1].isdigit():
        return None
    previous = word_at(tokens, place - 1)
    falling = low.core.isdecimal() and int(low.core) >= int(re.sub(r"\D", "", high.core))
    if falling or previous in PART_WORDS:
        return None
    said = number(f"{low.core}–{high.core}", previous, word_at(tokens, place + 3))
    return TokenReading(3, said + high.pause) if said else None


def _in_groups(tokens: Sequence[str], place: int) -> TokenReading | None:
    groups: list[str] = []
    tail = unit = ""
    for token in tokens[place:]:
        part = parted(token)
        match = re.fullmatch(r"(\+?\d{1,4})([^\W\d]*|₫)", part.core)
        if (part.lead and groups) or not match or (match[2] and match[2].lower() not in MONEY):
            break
        groups.append(match[1])
        unit = match[2].lower()
        if part.tail or unit:
            tail = part.pause
            break
    if len(groups) < 2:
        return None
    following = unit or word_at(tokens, place + len(groups))
    amount = groups[-1] == "000" or following in MONEY
    if amount and re.fullmatch(r"[1-9]\d{0,2}(?: \d{3})+", " ".join(groups)):
        said = integer(int("".join(groups)))
        return TokenReading(len(groups), (f"{said} {MONEY[unit]}" if unit else said) + tail)
    if unit:
        return None
    if _is_telephone(groups) or _is_secret(tokens, place, groups):
        return TokenReading(len(groups), said_in_groups(groups) + tail)
    return None


def _is_secret(tokens: Sequence[str], place: int, groups: Sequence[str]) -> bool:
    """Whether this is a code to type or compare, written in groups of equal length."""
    lengths = {len(group) for group in groups}
    if len(lengths) == 1 and min(lengths) > 1 and _speaks_of_secret(tokens[:place]):
        return True
    return len(groups) > 2 and min(lengths) > 2


def _speaks_of_secret(before: Sequence[str]) -> bool:
    """Whether a word for a code occurs earlier in this sentence."""
    for token in reversed(before):
        if token.endswith((".", "!", "?")):
            return False
        if parted(token).core.lower() in SECRET_WORDS:
            return True
    return False


def _is_telephone(groups: Sequence[str]) -> bool:
    length = sum(len(group) for group in groups)
    return 7 <= length <= 13 and (groups[0][0] in "0+" or groups[0] in ("1900", "1800", "84"))
