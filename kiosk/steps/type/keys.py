"""Names of the keys of the phone's keyboard, and which keys a text needs."""

import re
from enum import StrEnum

KEY = "key:"
SHIFT = "key:shift"
ERASE = "key:erase"
PAGE = "key:page"
"""Turns from the letters to digits and signs, and back."""
ON_BOTH_PAGES = " .-"
MARKED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
"""The letters that only Vietnamese has, as the inside of a pattern."""


class Keys(StrEnum):
    """Which keys the phone shows: those that the text needs, as large as they can be."""

    DIGITS = "digits"
    PLAIN = "plain"
    MARKS = "marks"


def keys_for(text: str) -> Keys:
    if text.isdecimal():
        return Keys.DIGITS
    return Keys.MARKS if re.search(f"[{MARKED},]", text) else Keys.PLAIN
