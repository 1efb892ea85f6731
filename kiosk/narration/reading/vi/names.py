"""Abbreviations of places, roads and weekdays, and licence plates: TP., Q.1, QL14, T2-T6."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.narration.reading.tokens import parted
from kiosk.narration.reading.vi.figures import is_name, number, word_at
from kiosk.narration.reading.vi.letters import spelled
from kiosk.narration.reading.vi.numbers import integer

if TYPE_CHECKING:
    from collections.abc import Sequence

_SORTS = {"P.": "phường", "Q.": "quận", "H.": "huyện", "X.": "xã", "TT": "thị trấn"}
_WARD = re.compile(r"([PQ]\.)(\d{1,2})")
_ROAD = re.compile(r"(QL|TL|HL)\.?(\d{1,3})([A-Z]?)")
_ROADS = {"QL": "quốc lộ", "TL": "tỉnh lộ", "HL": "hương lộ"}
_PLATE = re.compile(r"(\d{2}[A-Z][A-Z0-9]?)-(\d{3})\.?(\d{2})")
_PARTLY_HIDDEN = re.compile(r"(\d{2,})[xX*•]{2,}(\d*)")
"""A number with masked digits: 0905xxxxxx, 9704•••1234."""
_DAY_OF_WEEK = re.compile(r"T[2-7]|CN")
_DASHES = {"-", "–", "—"}


def sort_of_place(tokens: Sequence[str], place: int) -> str:
    """The sort of a place before a two-word name: P. Tân Lập, TT Buôn Trấp; else empty."""
    named = is_name(tokens, place + 1) and is_name(tokens, place + 2)
    return _SORTS.get(tokens[place], "") if named else ""


def with_number(core: str) -> str:
    """A ward, road, licence plate or partly masked number; empty for anything else."""
    if ward := _WARD.fullmatch(core):
        return f"{_SORTS[ward[1]]} {integer(int(ward[2]))}"
    if road := _ROAD.fullmatch(core):
        return f"{_ROADS[road[1]]} {integer(int(road[2]))} {spelled(road[3])}".strip()
    parts = _PLATE.fullmatch(core) or _PARTLY_HIDDEN.fullmatch(core)
    return ", ".join(map(spelled, filter(None, parts.groups()))) if parts else ""


def days_of_week(tokens: Sequence[str], place: int) -> str:
    """A weekday range (T2-T6), or a weekday beside others (T2, T4); empty for anything else."""
    days = re.split("[-–]", parted(tokens[place]).core)
    around = (word_at(tokens, at).upper() for at in (place - 2, place - 1, place + 1, place + 2))
    alone = len(days) == 1 and not any(map(_DAY_OF_WEEK.fullmatch, around))
    if alone or not all(map(_DAY_OF_WEEK.fullmatch, days)):
        return ""
    named = ["chủ nhật" if day == "CN" else f"thứ {number(day[1], 'thứ', '')}" for day in days]
    to = "đến " if place and tokens[place - 1] in _DASHES else ""
    return to + " đến ".join(named)
