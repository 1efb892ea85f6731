"""The keys of the simulated phone for a text: digits, letters and signs, or letters with marks."""

from functools import lru_cache

from kiosk.domain.step import PhoneKey, Progress
from kiosk.keyboard.syllable import TONE_WORDS
from kiosk.steps.type.keys import ERASE, KEY, PAGE, SHIFT, Keys, keys_for

LETTER_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
DIGITS = "1234567890"
SIGN_ROWS = ("@#%&+()/:", "_;'=,!?*")
MARKED_ROW = "ăâđêôơư,.-"
PAD = ("123", "456", "789")
WIDE = 1.5
"""The width of keys with more than one character, in columns."""


def key_rows(text: str, progress: Progress) -> tuple[tuple[PhoneKey, ...], ...]:
    """Returns the rows of keys, from top to bottom; a key without a target is a gap."""
    return _key_rows(text, capitals=SHIFT in progress, turned=PAGE in progress)


@lru_cache(maxsize=16)
def _key_rows(text: str, *, capitals: bool, turned: bool) -> tuple[tuple[PhoneKey, ...], ...]:
    erase = PhoneKey(ERASE, icon="backspace", columns=WIDE)
    keys = keys_for(text)
    if keys is Keys.DIGITS:
        foot = (PhoneKey(""), PhoneKey(KEY + "0", "0"), PhoneKey(ERASE, icon="backspace"))
        return (*(_row(row) for row in PAD), foot)
    if keys is Keys.PLAIN and turned:
        first, second = (_row(row) for row in SIGN_ROWS)
        return (_row(DIGITS), first, (*second, erase), _foot("abc", capitals=capitals))
    top, middle, low = (_row(row, capitals=capitals) for row in LETTER_ROWS)
    letters: tuple[tuple[PhoneKey, ...], ...] = (
        top,
        middle,
        (PhoneKey(SHIFT, icon="shift", columns=WIDE), *low, erase),
    )
    if keys is Keys.PLAIN:
        return (*letters, _foot("?123", capitals=capitals))
    tones = (PhoneKey(KEY + tone, word, columns=WIDE) for tone, word in TONE_WORDS.items())
    tone_row = (*tones, PhoneKey(KEY + " ", icon="space", columns=2.5))
    return (_row(MARKED_ROW, capitals=capitals), *letters, tone_row)


def _foot(other_page: str, *, capitals: bool) -> tuple[PhoneKey, ...]:
    turn = PhoneKey(PAGE, other_page, columns=2)
    return (turn, PhoneKey(KEY + " ", icon="space", columns=6), *_row("-.", capitals=capitals))


def _row(row: str, *, capitals: bool = False) -> tuple[PhoneKey, ...]:
    return tuple(PhoneKey(KEY + sign, sign) for sign in (row.upper() if capitals else row))
