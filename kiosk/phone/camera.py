"""The camera's view, aimed at a code."""

from typing import ClassVar

from pydantic import Field, field_validator

from kiosk.domain.model import Label, Name, Sentence
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element
from kiosk.qr.code_fault import code_fault


class Camera(Element):
    """What the camera sees: a paper with a code that belongs to the exercise."""

    key: ClassVar[str] = "camera"
    area: ClassVar[Area] = Area.FILL

    camera: Name = Field(description="Tên để chạm vào mã. | The name to touch the code by.")
    code: Sentence = Field(description="Mã nói gì. | What the code says.")
    label: Label | None = Field(None, description="Chữ trên tờ giấy. | Words on the paper.")
    found: Label | None = Field(
        None, description="Dòng máy hiện khi thấy mã. | What is shown once the code is seen."
    )

    @field_validator("code")
    @classmethod
    def _harmless(cls, code: str) -> str:
        if fault := code_fault(code):
            raise ValueError(fault)
        return code

    @property
    def words(self) -> tuple[str, ...]:
        """The words on the paper and what the camera found."""
        return tuple(word for word in (self.label, self.found) if word)


ELEMENT = Camera
