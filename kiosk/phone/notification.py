"""A notification."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name, Sentence
from kiosk.domain.screen import Element


class Notification(Element):
    """What an app tells at the top of the screen; it is touched to open it."""

    key: ClassVar[str] = "notification"

    notification: Name = Field(description="Tên để chạm vào. | The name to touch.")
    title: Label = Field(description="Ai báo. | Who tells it.")
    text: Sentence = Field(description="Báo gì. | What is told.")
    icon: Name = Field("bell", description="Hình nhỏ. | An icon.")


ELEMENT = Notification
