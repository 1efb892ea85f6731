"""Write a text on the phone's keyboard, letter by letter."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints, field_validator

from kiosk.domain.line import Line
from kiosk.domain.model import Model, Name
from kiosk.domain.step import NEXT, Place, Progress, Reference, Reply, SpokenStep
from kiosk.keyboard.strokes import strokes

KEY = "key:"
SHIFT = "key:shift"
MARKED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
"""The letters that only Vietnamese has, as the inside of a pattern."""
TypedText = Annotated[
    str, StringConstraints(pattern=rf"^[A-Za-z{MARKED}0-9 .,@_/-]+$", max_length=40)
]


class Keys(StrEnum):
    """Which keys the phone shows: those that the text needs, as large as they can be."""

    DIGITS = "digits"
    PLAIN = "plain"
    MARKS = "marks"


class Typing(Model):
    """What is written, and where."""

    into: Name = Field(description="Ô để gõ vào. | The field that is written into.")
    text: TypedText = Field(
        description="Chữ phải gõ: chữ không dấu, số, dấu cách . @ _ / -; hoặc chữ có dấu, dấu "
        "cách , . - | The text: plain letters, digits, space . @ _ / -; or letters with marks, "
        "space , . -",
        json_schema_extra={"not": {"pattern": rf"[{MARKED},].*[0-9@_/]|[0-9@_/].*[{MARKED},]"}},
    )

    @field_validator("text")
    @classmethod
    def _one_set_of_keys(cls, text: str) -> str:
        if keys_for(text) is Keys.MARKS and re.search(r"[0-9@_/]", text):
            raise ValueError("marks_and_digits")
        return text


def keys_for(text: str) -> Keys:
    """The keys that write a text."""
    if text.isdecimal():
        return Keys.DIGITS
    return Keys.MARKS if re.search(f"[{MARKED},]", text) else Keys.PLAIN


class TypeStep(SpokenStep):
    """The learner writes a given text; a wrong key writes nothing."""

    key: ClassVar[str] = "type"
    place: ClassVar[Place] = Place.PHONE

    screen: Name = Field(
        description="Màn hình điện thoại của bước này. | The phone screen of this step."
    )
    type: Typing = Field(description="Gõ gì, vào đâu. | What to write, and where.")

    @cached_property
    def _strokes(self) -> Mapping[str, tuple[str, str]]:
        """By what is written already: the next key, and what is written after it."""
        before = ""
        found = {}
        for sign, after in strokes(self.type.text):
            found[before] = (sign, after)
            before = after
        return found

    def begin(self) -> Progress:
        """Nothing written yet."""
        return ("",)

    def end(self) -> Progress:
        """Everything written."""
        return (self.type.text,)

    def expects(self, progress: Progress) -> str:
        """The key of the next letter, or Shift before a capital; Next once all is written."""
        if progress == self.end():
            return NEXT
        sign, _ = self._strokes[progress[0]]
        if sign.isupper() and SHIFT not in progress:
            return SHIFT
        return KEY + sign

    def respond(self, progress: Progress, target: str) -> Reply:
        """The right key writes its letter; Shift makes the next one a capital."""
        if target == SHIFT:
            return self._shifted(progress)
        if target != self.expects(progress):
            return Reply(progress=progress, right=False, say=Line(self.wrong or ""))
        _, written = self._strokes[progress[0]]
        return Reply(progress=(written,), done=written == self.type.text)

    def _shifted(self, progress: Progress) -> Reply:
        turned_off = SHIFT in progress
        return Reply(progress=(progress[0],) if turned_off else (progress[0], SHIFT))

    def filled(self, progress: Progress) -> Mapping[str, str]:
        """What stands in the field."""
        return {self.type.into: progress[0]}

    def references(self) -> Iterator[Reference]:
        """The field must be on the step's screen."""
        yield from super().references()
        yield Reference(sort="target", name=self.type.into, at=("type", "into"))


STEP = TypeStep
