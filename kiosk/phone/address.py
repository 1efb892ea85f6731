"""The address bar of the phone's browser."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label
from kiosk.domain.screen import Element


class Address(Element):
    """The address of a pretend page, with a lock where the way to it is safe."""

    key: ClassVar[str] = "address"
    touchable: ClassVar[bool] = False

    address: Label = Field(
        description="Địa chỉ trang, đuôi .example. | The page's address, ending in .example."
    )
    secure: bool = Field(default=True, description="Có hình ổ khóa? | Whether it has a lock.")

    @property
    def words(self) -> tuple[str, ...]:
        return (self.address,)


ELEMENT = Address
