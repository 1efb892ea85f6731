"""The pad for typing a lesson number, and its messages."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.player.typed_number import MAX_DIGITS


class PadMessage(StrEnum):
    """A message of the pad."""

    WELCOME = "welcome"
    UNKNOWN = "unknown"
    """No lesson has the number."""
    NOT_OURS = "not-ours"
    """A scanned code does not belong to the kiosk."""


LINES: dict[PadMessage, Line] = {
    PadMessage.WELCOME: prompts.TYPE_THE_NUMBER,
    PadMessage.UNKNOWN: prompts.NO_SUCH_NUMBER,
    PadMessage.NOT_OURS: prompts.NOT_OUR_CODE,
}


@dataclass(frozen=True, slots=True)
class NumberPad:
    """The state of the open pad."""

    digits: str = ""
    word: PadMessage = PadMessage.WELCOME

    @property
    def line(self) -> Line:
        """The message as a line."""
        return LINES[self.word]


def typed(pad: NumberPad, digit: str) -> NumberPad:
    """Returns the pad after a digit; after a refused number a new one begins."""
    before = "" if pad.word is not PadMessage.WELCOME else pad.digits
    digits = (before + digit)[:MAX_DIGITS]
    return replace(pad, digits=digits, word=PadMessage.WELCOME)


def erased(pad: NumberPad) -> NumberPad:
    """Returns the pad without its last digit."""
    return replace(pad, digits=pad.digits[:-1], word=PadMessage.WELCOME)


def refused(number: str) -> NumberPad:
    """Returns the pad after a number was refused; an empty number means a foreign code."""
    return NumberPad(number[:MAX_DIGITS], PadMessage.UNKNOWN if number else PadMessage.NOT_OURS)
