"""A QR code for the learner's own phone."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from kiosk.domain.placement import ViewPlace
from kiosk.domain.settings import Settings
from kiosk.domain.step import SpokenStep
from kiosk.qr.code_fault import HARMLESS_CODE
from kiosk.qr.payload import wifi_payload

WIFI = "wifi"
Code = Annotated[str, StringConstraints(min_length=1, max_length=300), HARMLESS_CODE]


class QrStep(SpokenStep):
    """Shows a code that the learner's own camera can read."""

    key: ClassVar[str] = "qr"
    place: ClassVar[ViewPlace] = ViewPlace.BESIDE

    qr: Code = Field(
        description="Chữ hoặc địa chỉ ở trong mã; ghi wifi là mạng của trung tâm, lấy từ "
        "config.yaml. | `wifi` for the centre's own network, or the text of the code."
    )

    @property
    def is_centre_wifi(self) -> bool:
        """True when the code is that of the centre's own network."""
        return self.qr == WIFI

    @property
    def is_done_on_own_phone(self) -> bool:
        """True unless the code is to be scanned later."""
        return not self.later

    def payload(self, settings: Settings) -> str:
        """Returns the content of the code; empty when the centre has configured no network."""
        if not self.is_centre_wifi:
            return self.qr
        return wifi_payload(settings.wifi) if settings.wifi else ""


STEP = QrStep
