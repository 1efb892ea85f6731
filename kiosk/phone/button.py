"""A button."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.screen import Element


class Button(Element):
    """A button with words on it."""

    key: ClassVar[str] = "button"

    button: Name = Field(description="Tên để chạm vào. | The name to touch.")
    label: Label = Field(description="Chữ trên nút. | The words on it.")
    icon: Name | None = Field(None, description="Hình nhỏ. | An icon.")
    quiet: bool = Field(default=False, description="Nút phụ, không tô màu. | A lesser button.")


ELEMENT = Button
