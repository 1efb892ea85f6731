"""The key names of the simulated phone's keyboard, and the set of keys for a text."""

import re
from enum import StrEnum

KEY = "key:"
SHIFT = "key:shift"
ERASE = "key:erase"
PAGE = "key:page"
"""Switches between letters and digits with signs."""
ON_BOTH_PAGES = " .-"
MARKED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
"""The letters specific to Vietnamese, as the content of a regex character class."""


class Keys(StrEnum):
    """A set of keys; each has only the keys needed, so that they are as large as possible."""

    DIGITS = "digits"
    PLAIN = "plain"
    MARKS = "marks"


def keys_for(text: str) -> Keys:
    if text.isdecimal():
        return Keys.DIGITS
    return Keys.MARKS if re.search(f"[{MARKED},]", text) else Keys.PLAIN
