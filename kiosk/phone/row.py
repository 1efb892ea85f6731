"""A row of a list, as in the phone's settings."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.screen import Element


class Row(Element):
    """A name, perhaps an icon before it and a value under it."""

    key: ClassVar[str] = "row"

    row: Name = Field(description="Tên để chạm vào. | The name to touch.")
    label: Label = Field(description="Chữ của hàng. | The row's words.")
    icon: Name | None = Field(None, description="Hình nhỏ. | An icon.")
    value: Label | None = Field(None, description="Chữ nhỏ bên dưới. | Small words under it.")


ELEMENT = Row
