"""A progress bar."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label
from kiosk.domain.screen import Element


class Loading(Element):
    """A progress bar with a text that says what the phone is doing; it cannot be touched."""

    key: ClassVar[str] = "loading"
    touchable: ClassVar[bool] = False

    loading: Label = Field(description="Máy đang làm gì. | What the phone is doing.")
    percent: int = Field(
        40, ge=0, le=100, description="Đã xong bao nhiêu phần trăm. | How much of it is done."
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The text beside the bar."""
        return (self.loading,)


ELEMENT = Loading
