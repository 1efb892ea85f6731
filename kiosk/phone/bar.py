"""The title bar of a screen."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label
from kiosk.domain.screen import Element


class Bar(Element):
    """Says which screen this is."""

    key: ClassVar[str] = "bar"
    touchable: ClassVar[bool] = False

    bar: Label = Field(description="Tên màn hình. | The screen's title.")

    @property
    def words(self) -> tuple[str, ...]:
        return (self.bar,)


ELEMENT = Bar
