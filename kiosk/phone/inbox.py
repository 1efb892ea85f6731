"""The list of messages that have arrived, in a messaging app."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.screen import Element


class Inbox(Element):
    """A list of the messages that came with `arrives` so far, the newest first."""

    key: ClassVar[str] = "inbox"
    shows_messages: ClassVar[bool] = True

    inbox: Name = Field(description="Tên để chạm vào. | The name to touch.")
    empty: Label = Field(
        "Chưa có tin nhắn", description="Chữ khi chưa có tin. | The words while there is none."
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The text shown while there are no messages."""
        return (self.empty,)


ELEMENT = Inbox
