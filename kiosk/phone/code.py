"""A QR code on the phone's screen."""

from typing import Annotated, ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Sentence
from kiosk.domain.screen import Element
from kiosk.qr.code_fault import HARMLESS_CODE


class Code(Element):
    """A QR code that belongs to the exercise, and says so."""

    key: ClassVar[str] = "code"
    touchable: ClassVar[bool] = False

    code: Annotated[Sentence, HARMLESS_CODE] = Field(description="Mã nói gì. | What the code says.")
    label: Label | None = Field(None, description="Chữ bên trên mã. | Words above the code.")


ELEMENT = Code
