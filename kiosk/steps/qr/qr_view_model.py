"""The view model of a QR code."""

from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.steps.qr.step import QrStep
from kiosk.steps.step_view_model import StepViewModel


@qml_type
class QrViewModel(StepViewModel):
    """The QR code and its caption."""

    step: QrStep

    _has: Properties["QrViewModel"] = Properties()

    payload = _has(str, lambda self: self.step.payload(self.scene.settings))
    """The content of the code; empty when the centre has configured no network."""

    @Property(str, constant=True)
    def caption(self) -> str:
        """The text under the code: the network's name, or the content of the code."""
        if not self.step.is_centre_wifi:
            return self.step.qr
        return self.scene.settings.wifi.name if self.scene.settings.wifi else ""


VIEW_MODEL = QrViewModel
