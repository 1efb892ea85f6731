"""A Wi-Fi network in the list of networks."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.screen import Element


class Network(Element):
    """A network's name, with a lock when it asks for a password."""

    key: ClassVar[str] = "network"

    network: Name = Field(description="Tên để chạm vào. | The name to touch.")
    label: Label = Field(description="Tên mạng. | The network's name.")
    locked: bool = Field(default=True, description="Có mật khẩu? | Whether it asks for a password.")
    value: Label | None = Field(
        None, description="Chữ nhỏ, ví dụ Đã kết nối. | Small words, such as its state."
    )


ELEMENT = Network
