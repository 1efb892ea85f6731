"""What the view of a step with answers shows."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.step import Step
from kiosk.qt.properties import Property, QmlUncreatable
from kiosk.steps.step_view_model import Scene, StepViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made for each step")
class ChoosingViewModel(StepViewModel):
    """The answers, and which were chosen."""

    step: ChoosingStep
    choicesChanged = Signal()

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.changed.connect(self.choicesChanged)

    @Property(list, notify=choicesChanged)
    def choices(self) -> list[dict[str, object]]:
        """Each answer beside the phone: `name` (its target), `text`, `icon`, `chosen`, `right`."""
        return [
            {
                "name": name,
                "text": self.scene.translate(choice.text),
                "icon": choice.icon or "",
                "chosen": name in self.scene.progress,
                "right": choice.right,
            }
            for name, choice in zip(self.step.targets, self.step.choices, strict=True)
            if not choice.on
        ]
