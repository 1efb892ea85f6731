"""Text on the phone's screen."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Sentence
from kiosk.domain.screen import Element


class Text(Element):
    """A few words to read."""

    key: ClassVar[str] = "text"
    touchable: ClassVar[bool] = False

    text: Sentence = Field(description="Chữ để đọc. | The words.")
    large: bool = Field(default=False, description="Chữ to hơn hẳn? | Whether much larger.")


ELEMENT = Text
