"""The pad on which a lesson's number is touched, and what it answers."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.player.typed_number import MOST_DIGITS


class Word(StrEnum):
    """What the pad has to say."""

    WELCOME = "welcome"
    UNKNOWN = "unknown"
    """No lesson bears the number."""
    NOT_OURS = "not-ours"
    """A code was scanned that is none of the kiosk's."""


LINES: dict[Word, Line] = {
    Word.WELCOME: prompts.TYPE_THE_NUMBER,
    Word.UNKNOWN: prompts.NO_SUCH_NUMBER,
    Word.NOT_OURS: prompts.NOT_OUR_CODE,
}


@dataclass(frozen=True, slots=True)
class NumberPad:
    """The pad, when it is open."""

    digits: str = ""
    word: Word = Word.WELCOME

    @property
    def line(self) -> Line:
        """What is shown and spoken."""
        return LINES[self.word]


def typed(pad: NumberPad, digit: str) -> NumberPad:
    """After a digit; behind a number that was refused, a new one begins."""
    before = "" if pad.word is not Word.WELCOME else pad.digits
    digits = (before + digit)[:MOST_DIGITS]
    return replace(pad, digits=digits, word=Word.WELCOME)


def erased(pad: NumberPad) -> NumberPad:
    """After the last digit was taken back."""
    return replace(pad, digits=pad.digits[:-1], word=Word.WELCOME)


def refused(number: str) -> NumberPad:
    """The pad when nothing can be opened by a number; by an empty one, for a foreign code."""
    return NumberPad(number[:MOST_DIGITS], Word.UNKNOWN if number else Word.NOT_OURS)
