"""A message that the simulated phone receives; the learner chooses a reaction."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from kiosk.domain import prompts
from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.line import Line, Speaker, label_line
from kiosk.domain.model import Label, Sentence
from kiosk.domain.placement import ViewPlace
from kiosk.domain.way import Way

LONGEST = 180
"""The number of characters that the smallest phone can show at once."""


class MessageStep(ChoosingStep):
    """A text or chat message, read in another voice; deleting, asking, calling back are right."""

    key: ClassVar[str] = "message"
    on_phone: ClassVar[bool] = True
    place: ClassVar[ViewPlace] = ViewPlace.BELOW
    ways_of_kind: ClassVar[frozenset[Way]] = frozenset({Way.TOGETHER, Way.ALONE})

    message: Label = Field(description="Tên hoặc số người nhắn. | Who seems to write.")
    says: Sentence = Field(
        max_length=LONGEST, description="Lời nhắn, ngắn. | What is written, short."
    )

    @property
    def line(self) -> Line:
        return Line(self.says, self.speak or "", Speaker.OTHER)

    @property
    def introduction(self) -> tuple[Line, ...]:
        """The announcement of the message, with the sender's name."""
        return (prompts.MESSAGE_FROM, label_line(self.message))

    def drawn(self) -> tuple[Mapping[str, object], ...]:
        """The message under the sender's name."""
        return ({"bar": self.message}, {"bubble": self.says})


STEP = MessageStep
