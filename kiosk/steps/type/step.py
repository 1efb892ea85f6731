"""Write a text on the phone's keyboard, letter by letter."""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from kiosk.domain.line import Line
from kiosk.domain.model import Model, Name
from kiosk.domain.step import NEXT, Place, Progress, Reference, Reply, SpokenStep

KEY = "key:"
SHIFT = "key:shift"
TypedText = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9 .@_/-]+$", max_length=40)]


class Typing(Model):
    """What is written, and where."""

    into: Name = Field(description="Ô để gõ vào. | The field that is written into.")
    text: TypedText = Field(
        description="Chữ phải gõ: chữ không dấu, số, dấu cách . @ _ / - "
        "| The text: plain letters, digits, space . @ _ / -"
    )


class TypeStep(SpokenStep):
    """The learner writes a given text; a wrong key writes nothing."""

    key: ClassVar[str] = "type"
    place: ClassVar[Place] = Place.PHONE

    screen: Name = Field(
        description="Màn hình điện thoại của bước này. | The phone screen of this step."
    )
    type: Typing = Field(description="Gõ gì, vào đâu. | What to write, and where.")

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
        letter = self.type.text[len(progress[0]) :][:1]
        if letter.isupper() and SHIFT not in progress:
            return SHIFT
        return KEY + letter

    def respond(self, progress: Progress, target: str) -> Reply:
        """The right key writes its letter; Shift makes the next one a capital."""
        if target == SHIFT:
            return self._shifted(progress)
        if target != self.expects(progress):
            return Reply(progress=progress, right=False, say=Line(self.wrong or ""))
        written = progress[0] + target.removeprefix(KEY)
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
