"""A message in a chat."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Sentence
from kiosk.domain.screen import Element


class Bubble(Element):
    """Words in a bubble: at the left from somebody else, at the right one's own."""

    key: ClassVar[str] = "bubble"
    touchable: ClassVar[bool] = False

    bubble: Sentence = Field(description="Lời nhắn. | What was written.")
    mine: bool = Field(default=False, description="Bác nhắn đi? | Whether it is one's own.")

    @property
    def words(self) -> tuple[str, ...]:
        return (self.bubble,)


ELEMENT = Bubble
