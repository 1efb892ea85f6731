"""The pad on which a lesson's number is touched, and what it answers."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.player.typed_number import MOST_DIGITS


class PadMessage(StrEnum):
    """What the pad has to say."""

    WELCOME = "welcome"
    UNKNOWN = "unknown"
    """No lesson bears the number."""
    NOT_OURS = "not-ours"
    """A code was scanned that is none of the kiosk's."""


LINES: dict[PadMessage, Line] = {
    PadMessage.WELCOME: prompts.TYPE_THE_NUMBER,
    PadMessage.UNKNOWN: prompts.NO_SUCH_NUMBER,
    PadMessage.NOT_OURS: prompts.NOT_OUR_CODE,
}


@dataclass(frozen=True, slots=True)
class NumberPad:
    """The pad, when it is open."""

    digits: str = ""
    word: PadMessage = PadMessage.WELCOME

    @property
    def line(self) -> Line:
        """What is shown and spoken."""
        return LINES[self.word]


def typed(pad: NumberPad, digit: str) -> NumberPad:
    """After a digit; behind a number that was refused, a new one begins."""
    before = "" if pad.word is not PadMessage.WELCOME else pad.digits
    digits = (before + digit)[:MOST_DIGITS]
    return replace(pad, digits=digits, word=PadMessage.WELCOME)


def erased(pad: NumberPad) -> NumberPad:
    """After the last digit was taken back."""
    return replace(pad, digits=pad.digits[:-1], word=PadMessage.WELCOME)


def refused(number: str) -> NumberPad:
    """The pad when nothing can be opened by a number; by an empty one, for a foreign code."""
    return NumberPad(number[:MOST_DIGITS], PadMessage.UNKNOWN if number else PadMessage.NOT_OURS)
