"""A photo at full size, shown after it was taken."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element
from kiosk.domain.step import Reference


class Shot(StrEnum):
    """The quality of the photo."""

    GOOD = "good"
    BLURRED = "blurred"
    CUT = "cut"


class Photo(Element):
    """A drawing as if it had been photographed: well, blurred, or with its edges cut off."""

    key: ClassVar[str] = "photo"
    area: ClassVar[Area] = Area.FILL

    photo: Name = Field(description="Tên để chạm vào. | The name to touch.")
    of: Label = Field(
        description="Chụp hình nào, tên trong media/pictures. | What was photographed."
    )
    shot: Shot = Field(
        Shot.GOOD,
        description="Chụp ra sao: rõ (good), mờ (blurred), mất góc (cut). | How it came out.",
    )

    @property
    def words(self) -> tuple[str, ...]:
        """Empty, as a photo has no text."""
        return ()

    def references(self) -> Iterator[Reference]:
        """Yields the picture, which must exist."""
        yield Reference(sort="picture", name=self.of, at=("of",))


ELEMENT = Photo
