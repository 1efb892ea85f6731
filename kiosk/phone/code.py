"""A code on the phone's screen."""

from typing import ClassVar

from pydantic import Field, field_validator

from kiosk.domain.model import Label, Sentence
from kiosk.domain.screen import Element
from kiosk.qr.code_fault import code_fault


class Code(Element):
    """A QR code that belongs to the exercise, and says so."""

    key: ClassVar[str] = "code"
    touchable: ClassVar[bool] = False

    code: Sentence = Field(description="Mã nói gì. | What the code says.")
    label: Label | None = Field(None, description="Chữ bên trên mã. | Words above the code.")

    @field_validator("code")
    @classmethod
    def _harmless(cls, code: str) -> str:
        if fault := code_fault(code):
            raise ValueError(fault)
        return code


ELEMENT = Code
