"""A message in a chat."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Sentence
from kiosk.domain.screen import Element


class Bubble(Element):
    """A message in a bubble: received ones on the left, the learner's own on the right."""

    key: ClassVar[str] = "bubble"
    touchable: ClassVar[bool] = False

    bubble: Sentence = Field(description="Lời nhắn. | What was written.")
    mine: bool = Field(default=False, description="Bác nhắn đi? | Whether it is one's own.")

    @property
    def words(self) -> tuple[str, ...]:
        return (self.bubble,)


ELEMENT = Bubble
