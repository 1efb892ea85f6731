"""A switch that is on or off."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.screen import Element


class Switch(Element):
    """A row with a switch at its end."""

    key: ClassVar[str] = "switch"

    switch: Name = Field(description="Tên để chạm vào. | The name to touch.")
    label: Label = Field(description="Chữ của công tắc. | The switch's words.")
    on: bool = Field(default=False, description="Đang bật? | Whether it is on.")
    value: Label | None = Field(None, description="Chữ nhỏ bên dưới. | Small words under it.")


ELEMENT = Switch
