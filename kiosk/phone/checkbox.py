"""A checkbox."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.screen import Element


class Checkbox(Element):
    """Words with a box before them."""

    key: ClassVar[str] = "checkbox"

    checkbox: Name = Field(description="Tên để chạm vào. | The name to touch.")
    label: Label = Field(description="Chữ bên ô. | The words beside the box.")
    on: bool = Field(default=False, description="Đã đánh dấu? | Whether it is ticked.")


ELEMENT = Checkbox
