"""What the view of a message with signs of a scam shows."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.step import Step
from kiosk.qt.properties import Property, QmlUncreatable
from kiosk.steps.spot.step import PART, SpotStep
from kiosk.steps.step_view_model import Scene, StepViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made for each step")
class SpotViewModel(StepViewModel):
    """The pieces of the message, and the signs that were found."""

    step: SpotStep

    partsChanged = Signal()

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.changed.connect(self.partsChanged)

    @Property(list, notify=partsChanged)
    def parts(self) -> list[dict[str, object]]:
        """Each piece: `name` (its target), `text`, `found`."""
        return [
            {
                "name": f"{PART}{number}",
                "text": self.scene.translate(part.text),
                "found": f"{PART}{number}" in self.scene.progress,
            }
            for number, part in enumerate(self.step.parts, start=1)
        ]


VIEW_MODEL = SpotViewModel
