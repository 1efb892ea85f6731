"""The camera view, with a QR code in it."""

from typing import Annotated, ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name, Sentence
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element
from kiosk.qr.code_fault import HARMLESS_CODE


class Camera(Element):
    """What the camera sees: a paper with a code that belongs to the exercise."""

    key: ClassVar[str] = "camera"
    area: ClassVar[Area] = Area.FILL

    camera: Name = Field(description="Tên để chạm vào mã. | The name to touch the code by.")
    code: Annotated[Sentence, HARMLESS_CODE] = Field(description="Mã nói gì. | What the code says.")
    label: Label | None = Field(None, description="Chữ trên tờ giấy. | Words on the paper.")
    found: Label | None = Field(
        None, description="Dòng máy hiện khi thấy mã. | What is shown once the code is seen."
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The words on the paper and the text that the camera shows."""
        return tuple(word for word in (self.label, self.found) if word)


ELEMENT = Camera
