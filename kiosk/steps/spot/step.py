"""Find the signs of a scam in a message."""

from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import Field, model_validator

from kiosk.domain.line import Line
from kiosk.domain.model import Label, Model, Sentence
from kiosk.domain.placement import NEXT, ViewPlace
from kiosk.domain.step import Progress, QuestionStep, Reply
from kiosk.domain.way import Way

PART = "part:"


class MessagePart(Model):
    """A piece of the message that can be touched."""

    text: Label = Field(description="Một mẩu của lời nhắn. | A piece of the message.")
    sign: bool = Field(
        default=False, description="Là dấu hiệu lừa thì ghi true. | True for a sign of a scam."
    )
    because: Sentence | None = Field(
        None, description="Vì sao, nói sau khi bác chạm. | Why, told after it is touched."
    )


class SpotStep(QuestionStep):
    """The learner touches the pieces that give a scam away, in any order."""

    key: ClassVar[str] = "spot"
    place: ClassVar[ViewPlace] = ViewPlace.BELOW
    ways_of_kind: ClassVar[frozenset[Way]] = frozenset({Way.TOGETHER, Way.ALONE})

    learner_decides: ClassVar[bool] = True
    said_before_taken: ClassVar[bool] = True

    spot: Sentence = Field(description="Lời mời tìm dấu hiệu. | The invitation to find signs.")
    parts: tuple[MessagePart, ...] = Field(
        min_length=2,
        max_length=6,
        description="Các mẩu của lời nhắn. | The message in pieces.",
        json_schema_extra={
            "contains": {"required": ["sign"], "properties": {"sign": {"const": True}}}
        },
    )

    @model_validator(mode="after")
    def _some_sign(self) -> Self:
        if not any(part.sign for part in self.parts):
            raise ValueError("no_sign_to_spot")
        return self

    @property
    def line(self) -> Line:
        return Line(self.spot, self.speak or "")

    def expects(self, progress: Progress) -> str:
        """The first sign not yet found."""
        for number, part in enumerate(self.parts, start=1):
            if part.sign and f"{PART}{number}" not in progress:
                return f"{PART}{number}"
        return NEXT

    def respond(self, progress: Progress, target: str) -> Reply:
        """Records and explains a sign; other parts count as wrong."""
        names = [f"{PART}{number}" for number in range(1, len(self.parts) + 1)]
        if target not in names:
            return Reply(progress=progress)
        part = self.parts[names.index(target)]
        say = Line(part.because or "")
        if not part.sign:
            return Reply(progress=progress, right=False, say=say or Line(self.wrong or ""))
        found = tuple(sorted({*progress, target}))
        return Reply(progress=found, say=say)

    def spoken_options(self) -> tuple[Line, ...]:
        return tuple(
            Line(part.text, target=f"{PART}{number}")
            for number, part in enumerate(self.parts, start=1)
        )

    def lines(self) -> Iterator[Line]:
        """Yields the invitation, the parts and the reasons."""
        yield from super().lines()
        for part in self.parts:
            yield Line(part.text)
            if part.because:
                yield Line(part.because)


STEP = SpotStep
