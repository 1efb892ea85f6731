"""An error page shown when there is no network."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name, Sentence
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element


class Offline(Element):
    """The page that an app shows without a connection, with a button to try again."""

    key: ClassVar[str] = "offline"
    area: ClassVar[Area] = Area.FILL

    offline: Name = Field(
        description="Tên nút thử lại, để chạm. | The name of the button that tries again."
    )
    label: Label = Field("Thử lại", description="Chữ trên nút. | The words on the button.")
    text: Sentence = Field(
        "Không có kết nối mạng", description="Máy báo gì. | What the phone tells."
    )


ELEMENT = Offline
