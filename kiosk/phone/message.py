"""A system message in front of the screen."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name, Sentence
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element


class Message(Element):
    """What the phone itself tells, with one button at most."""

    key: ClassVar[str] = "message"
    area: ClassVar[Area] = Area.OVER
    touchable: ClassVar[bool] = False

    message: Sentence = Field(description="Lời báo của máy. | What the phone tells.")
    icon: Name | None = Field(None, description="Hình nhỏ. | An icon.")
    button: Name | None = Field(None, description="Tên nút để chạm. | The button to touch.")
    label: Label | None = Field(None, description="Chữ trên nút. | The words on the button.")

    @property
    def targets(self) -> tuple[str, ...]:
        """The button, if there is one."""
        return (self.button,) if self.button else ()

    @property
    def words(self) -> tuple[str, ...]:
        """The message and the button label."""
        return (self.message, self.label) if self.label else (self.message,)


ELEMENT = Message
