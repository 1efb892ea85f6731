"""A picture on the phone's screen."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label
from kiosk.domain.screen import Element
from kiosk.domain.step import Reference


class Image(Element):
    """A drawing from the common pictures, or from beside the lesson."""

    key: ClassVar[str] = "image"
    touchable: ClassVar[bool] = False

    image: Label = Field(description="Hình nào, tên trong media/pictures. | The picture's name.")

    def references(self) -> Iterator[Reference]:
        """Yields the picture, which must exist."""
        yield Reference(sort="picture", name=self.image, at=("image",))


ELEMENT = Image
