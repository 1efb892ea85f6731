"""The keyboard layout: pages of rows, ten columns wide, for any language."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.keyboard.syllable import TONE_WORDS

COLUMNS = 10
VIETNAMESE = ("ă", "â", "đ", "ê", "ô", "ơ", "ư")
"""The Vietnamese letters that a QWERTY keyboard lacks."""

_LETTER_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_DIGITS = "1234567890"
_SIGN_ROWS = ('@#%&()/:;"', "-_+='!?*", "“”‘’«»–…{}")
_ENDS = ",.?!-:"
_FULL_ROW = 9
"""The maximum number of own letters per row, so that a comma fits beside them."""


class BoardPage(StrEnum):
    """A page of the keyboard."""

    LETTERS = "letters"
    SIGNS = "signs"
    NUMBERS = "numbers"
    """A pad of large digits only."""


class Act(StrEnum):
    """The action of a key that types no character."""

    SHIFT = "shift"
    ERASE = "erase"
    LETTERS = "letters"
    SIGNS = "signs"
    TELEX = "telex"
    LEFT = "left"
    RIGHT = "right"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class BoardKey:
    sign: str = ""
    """The character that the key types; empty for other keys."""
    act: Act | None = None
    tone: str = ""
    """The name of the tone that the key puts on the last word; empty for other keys."""
    columns: float = 1

    @property
    def name(self) -> str:
        """The target name of the key, unique on its page."""
        return f"key:{self.act or self.tone or self.sign}"


Rows = tuple[tuple[BoardKey, ...], ...]


def tone_keys() -> tuple[BoardKey, ...]:
    return tuple(BoardKey(tone=tone, columns=2) for tone in TONE_WORDS)


def board(
    page: BoardPage, letters: Sequence[str], *, capitals: bool = False, telex_offered: bool = False
) -> Rows:
    """Returns the rows of a page, from top to bottom; `letters` are the language's own letters."""
    if page is BoardPage.NUMBERS:
        return _number_pad()
    if page is BoardPage.SIGNS:
        return (*_signs(), tone_keys(), _foot(Act.LETTERS, telex_offered=telex_offered))
    own = _own_rows(letters)
    tones = (tone_keys(),) if tuple(letters) == VIETNAMESE else ()
    rows = (*_plain_letters(), *own)
    shown = tuple(tuple(_cased(key, capitals=capitals) for key in row) for row in rows)
    return (*shown, *tones, _foot(Act.SIGNS, telex_offered=telex_offered))


def _plain_letters() -> Rows:
    top, middle, low = (tuple(BoardKey(letter) for letter in row) for row in _LETTER_ROWS)
    shift, erase = BoardKey(act=Act.SHIFT, columns=1.5), BoardKey(act=Act.ERASE, columns=1.5)
    return top, middle, (shift, *low, erase)


def _own_rows(letters: Sequence[str]) -> Rows:
    """Returns the language's own letters in rows of equal length, filled up with punctuation."""
    count = max(1, -(-len(letters) // _FULL_ROW))
    longest = -(-len(letters) // count)
    ends = list(_ENDS)
    rows = []
    for number in range(count):
        row = [BoardKey(letter) for letter in letters[number * longest : (number + 1) * longest]]
        while ends and len(row) < COLUMNS:
            row.append(BoardKey(ends.pop(0)))
        rows.append(tuple(row))
    return tuple(rows)


def _signs() -> Rows:
    digits, first, second, third = (
        tuple(BoardKey(sign) for sign in row) for row in (_DIGITS, *_SIGN_ROWS)
    )
    return digits, first, (*second, BoardKey(act=Act.ERASE, columns=1.5)), third


def _foot(other: Act, *, telex_offered: bool) -> tuple[BoardKey, ...]:
    telex = (BoardKey(act=Act.TELEX, columns=1.75),) if telex_offered else ()
    used = 1.5 + 2 + 1.5 + sum(key.columns for key in telex)
    return (
        BoardKey(act=other, columns=1.5),
        *telex,
        BoardKey(" ", columns=COLUMNS - used),
        BoardKey(act=Act.LEFT),
        BoardKey(act=Act.RIGHT),
        BoardKey(act=Act.DONE, columns=1.5),
    )


def _number_pad() -> Rows:
    third = COLUMNS / 3
    digits = tuple(
        tuple(BoardKey(digit, columns=third) for digit in row) for row in ("123", "456", "789")
    )
    foot = (
        BoardKey(act=Act.ERASE, columns=third),
        BoardKey("0", columns=third),
        BoardKey(act=Act.DONE, columns=third),
    )
    return (*digits, foot)


def _cased(key: BoardKey, *, capitals: bool) -> BoardKey:
    if not capitals or not key.sign:
        return key
    return BoardKey(key.sign.upper(), columns=key.columns)
