"""Digits are typed but not stored."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from pydantic import Field

from kiosk.domain.line import Line
from kiosk.domain.model import Name, Sentence
from kiosk.domain.placement import NEXT, ViewPlace
from kiosk.domain.step import PhoneKey, Progress, Reference, Reply, Step

DIGIT = "digit:"
ERASE = "digit:erase"
DOT = "●"
SHOWN = "28049617"
"""The digits of the demonstration: no repeated and no consecutive digits."""


class PasswordStep(Step):
    """The learner types any digits, which are not stored; only their number counts."""

    key: ClassVar[str] = "password"
    on_phone: ClassVar[bool] = True
    place: ClassVar[ViewPlace] = ViewPlace.PHONE

    password: Sentence = Field(description="Lời mời bấm số. | The invitation to type digits.")
    screen: Name = Field(
        description="Màn hình điện thoại của bước này. | The phone screen of this step."
    )
    into: Name = Field(description="Ô để gõ vào. | The field that is written into.")
    digits: int = Field(6, ge=4, le=8, description="Bao nhiêu chữ số. | How many digits.")

    @property
    def line(self) -> Line:
        return Line(self.password, self.speak or "")

    def begin(self) -> Progress:
        """An empty field."""
        return ("",)

    def end(self) -> Progress:
        return (DOT * self.digits,)

    def expects(self, progress: Progress) -> str:
        """Any digit is right; the demonstration needs a particular one."""
        return NEXT if progress == self.end() else f"{DIGIT}{SHOWN[len(progress[0])]}"

    def respond(self, progress: Progress, target: str) -> Reply:
        """Adds a dot for any digit; the digit itself is not stored."""
        if target == ERASE:
            return Reply(progress=(progress[0][:-1],))
        if not target.startswith(DIGIT):
            return Reply(progress=progress, right=False, say=Line(self.wrong or ""))
        typed = progress[0] + DOT
        return Reply(progress=(typed,), done=typed == DOT * self.digits)

    def field_contents(self, progress: Progress) -> Mapping[str, str]:
        """The field, with one dot per digit."""
        return {self.into: progress[0]}

    def key_rows(self, progress: Progress) -> tuple[tuple[PhoneKey, ...], ...]:  # noqa: ARG002 - same keys
        """A keypad of digits."""
        rows = (
            tuple(PhoneKey(DIGIT + digit, digit) for digit in row) for row in ("123", "456", "789")
        )
        return (
            *rows,
            (PhoneKey(""), PhoneKey(f"{DIGIT}0", "0"), PhoneKey(ERASE, icon="backspace")),
        )

    def references(self) -> Iterator[Reference]:
        """Adds the field, which must be on the step's screen."""
        yield from super().references()
        yield Reference(sort="target", name=self.into, at=("into",))


STEP = PasswordStep
