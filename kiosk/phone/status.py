"""Icons in the status bar of the phone."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Name
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element
from kiosk.domain.step import Reference


class Status(Element):
    """Which signs stand beside the clock: the Wi-Fi fan, for one."""

    key: ClassVar[str] = "status"
    area: ClassVar[Area] = Area.STATUS
    touchable: ClassVar[bool] = False

    status: tuple[Name, ...] = Field(
        max_length=3, description="Các hình nhỏ, ví dụ [wifi]. | The signs, such as [wifi]."
    )

    def references(self) -> Iterator[Reference]:
        """Yields each icon, which must exist."""
        for at, icon in enumerate(self.status):
            yield Reference(sort="icon", name=icon, at=("status", at))


ELEMENT = Status
