"""A call that comes in."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label
from kiosk.domain.screen import Area, Element


class Incoming(Element):
    """Who calls, over the whole screen."""

    key: ClassVar[str] = "incoming"
    area: ClassVar[Area] = Area.FILL
    touchable: ClassVar[bool] = False

    incoming: Label = Field(description="Tên hoặc số người gọi. | Who seems to call.")

    @property
    def words(self) -> tuple[str, ...]:
        """Who calls."""
        return (self.incoming,)


ELEMENT = Incoming
