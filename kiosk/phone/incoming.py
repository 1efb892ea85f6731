"""An incoming call."""

from typing import ClassVar, Literal

from pydantic import Field

from kiosk.domain.model import Label
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element

Key = Literal["decline", "answer"]


class Incoming(Element):
    """Who calls, over the whole screen, with a red and a green button."""

    key: ClassVar[str] = "incoming"
    area: ClassVar[Area] = Area.WHOLE
    touchable: ClassVar[bool] = False

    incoming: Label = Field(description="Tên hoặc số người gọi. | Who seems to call.")
    keys: tuple[Key, ...] = Field(
        (),
        max_length=2,
        description="Các nút: nút đỏ, từ chối (decline), nút xanh, trả lời (answer). "
        "| The buttons: red, green.",
    )

    @property
    def targets(self) -> tuple[str, ...]:
        return self.keys

    @property
    def words(self) -> tuple[str, ...]:
        return (self.incoming,)


ELEMENT = Incoming
