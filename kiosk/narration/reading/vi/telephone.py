"""Telephone numbers in Vietnamese notation, in one or several tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.narration.reading.tokens import TokenReading, parted
from kiosk.narration.reading.vi.numbers import digits

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_TOKENS = 8
_WRITTEN = re.compile(r"(?:\+84|84|0\d{1,3})\)?(?:[ .-]{0,2}\(?\d{1,8}\)?)+")
_SEPARATOR = re.compile(r"[ ().-]+")
_MOBILE, _LANDLINE, _WITH_COUNTRY = {10}, {10, 11}, {11, 12}
"""Numbers of digits for the prefixes 03 to 09, 02, and 84."""


def telephone(tokens: Sequence[str], place: int) -> TokenReading | None:
    """A telephone number starting here, grouped by spaces, dots, hyphens or brackets.

    A number without groups is a single token and is read elsewhere. Two numbers may be separated
    by a slash.
    """
    if "0" not in tokens[place] and "84" not in tokens[place]:
        return None  # every telephone number contains one of these
    for count in range(min(_MAX_TOKENS, len(tokens) - place), 0, -1):
        token = parted(" ".join(tokens[place : place + count]))
        numbers = [_groups(core) for core in token.core.split("/")]
        if all(numbers):
            return TokenReading(count, ", ".join(map(said_in_groups, numbers)) + token.pause)
    return None


def said_in_groups(groups: Sequence[str]) -> str:
    """Digit by digit, with a pause between the groups."""
    plus = "cộng " if groups[0].startswith("+") else ""
    return plus + ", ".join(digits(group) for group in groups)


def _groups(core: str) -> list[str]:
    """The digit groups; empty when this is not a telephone number or has no groups."""
    if not _WRITTEN.fullmatch(core):
        return []
    groups = [group for group in _SEPARATOR.split(core) if group]
    if len(groups) < 2 or len(digits("".join(groups)).split()) not in _lengths(core):
        return []
    return [part for group in groups for part in _short(group)]


def _lengths(core: str) -> set[int]:
    if core.startswith(("+84", "84")):
        return _WITH_COUNTRY
    return _LANDLINE if core.startswith("02") else _MOBILE


def _short(group: str) -> list[str]:
    """Splits a long group into memorable pieces: 3811000 as 3811, 000."""
    if len(group) <= 4:
        return [group]
    head = len(group) % 3 or 3
    if head == 1:
        head = 4
    return [group[:head], *re.findall(r"\d{3}", group[head:])]
