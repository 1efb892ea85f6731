"""What the view of a code shows."""

from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.steps.qr.step import QrStep
from kiosk.steps.step_view_model import StepViewModel


@qml_type
class QrViewModel(StepViewModel):
    """The code and, for the centre's network, its name."""

    step: QrStep

    _has: Properties["QrViewModel"] = Properties()

    payload = _has(str, lambda self: self.step.payload(self.scene.settings))
    """What the code says; empty when the centre has set no network."""

    @Property(str, constant=True)
    def caption(self) -> str:
        """The words under the code: the network's name, or what the code says."""
        if not self.step.is_centre_wifi:
            return self.step.qr
        return self.scene.settings.wifi.name if self.scene.settings.wifi else ""


VIEW_MODEL = QrViewModel
