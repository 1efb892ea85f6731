"""Numbers that are written over several tokens: groups of digits, from – to, one and a half."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.narration.reading.tokens import TokenReading, parted
from kiosk.narration.reading.vi.figures import COUNTED, MONEY, PART_WORDS, number, word_at
from kiosk.narration.reading.vi.numbers import integer
from kiosk.narration.reading.vi.telephone import said_in_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASHES = {"-", "–", "—"}
_CLOCK = re.compile(r"\d{1,2}(?:[hg]\d{0,2}|:\d{2})")
_WITH_UNIT = {"0%", "0k", "0tr"}


def run(tokens: Sequence[str], place: int) -> TokenReading | None:
    """A number over several tokens: groups (0905 123 456), from – to (30/4 – 1/5), 1½ giờ."""
    return _from_to(tokens, place) or _and_a_half(tokens, place) or _in_groups(tokens, place)


def _of_one_sort(low: str, high: str) -> bool:
    """Whether both are numbers, days or times; the second alone may bear the unit: 5 – 10%."""
    shapes = [re.sub(r"\d+", "0", core.lower()) for core in (low, high)]
    times = all(_CLOCK.fullmatch(core.lower()) for core in (low, high))
    return times or shapes[0] == shapes[1] or (shapes[0] == "0" and shapes[1] in _WITH_UNIT)


def _and_a_half(tokens: Sequence[str], place: int) -> TokenReading | None:
    """A half is said after what is counted: 1½ giờ is một giờ rưỡi."""
    match = re.fullmatch(r"(\d+)½", tokens[place])
    following = parted(tokens[place + 1]) if place + 1 < len(tokens) else None
    if not match or following is None or following.core.lower() not in COUNTED:
        return None
    said = f"{integer(int(match[1]))} {following.core.lower()} rưỡi"
    return TokenReading(2, said + following.pause)


def _from_to(tokens: Sequence[str], place: int) -> TokenReading | None:
    """Two numbers of one sort with a dash that stands by itself between them."""
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
    tail = ""
    for token in tokens[place:]:
        part = parted(token)
        if (part.lead and groups) or not re.fullmatch(r"\+?\d{1,4}", part.core):
            break
        groups.append(part.core)
        if part.tail:
            tail = part.pause
            break
    if len(groups) < 2:
        return None
    following = word_at(tokens, place + len(groups))
    amount = groups[-1] == "000" or following in MONEY
    if amount and re.fullmatch(r"[1-9]\d{0,2}(?: \d{3})+", " ".join(groups)):
        return TokenReading(len(groups), integer(int("".join(groups))) + tail)
    if _is_telephone(groups) or (len(groups) > 2 and all(len(group) > 2 for group in groups)):
        return TokenReading(len(groups), said_in_groups(groups) + tail)
    return None


def _is_telephone(groups: Sequence[str]) -> bool:
    length = sum(len(group) for group in groups)
    return 7 <= length <= 13 and (groups[0][0] in "0+" or groups[0] in ("1900", "1800", "84"))
