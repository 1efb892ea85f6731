"""Reading a chip card held to the back of the phone (NFC)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.placement import Area
from kiosk.domain.screen import Element
from kiosk.domain.step import Reference


class NfcState(StrEnum):
    """The state of the reading."""

    WAITING = "waiting"
    FAILED = "failed"
    READ = "read"


class Nfc(Element):
    """A card held to the back of the phone, while its chip is read or reading fails."""

    key: ClassVar[str] = "nfc"
    area: ClassVar[Area] = Area.FILL

    nfc: Name = Field(description="Tên để chạm vào. | The name to touch.")
    label: Label = Field(description="Máy báo gì. | What the phone tells.")
    state: NfcState = Field(
        NfcState.WAITING,
        description="Đang chờ (waiting), chưa đọc được (failed), đọc xong (read). "
        "| Waiting, failed or read.",
    )

    def references(self) -> Iterator[Reference]:
        """Yields the drawing, which must exist."""
        yield Reference(sort="picture", name="card-on-phone", at=("nfc",))


ELEMENT = Nfc
