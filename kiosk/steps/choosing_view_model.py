# mypy: ignore-errors=True
# Qt's stubs type a property as the decorator; qmllint checks its use instead.
"""What the view of a step with answers shows."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.choosing import CHOICE
from kiosk.domain.step import Step
from kiosk.steps.step_view_model import Scene, StepViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made for each step")
class ChoosingViewModel(StepViewModel):
    """The answers, and which were chosen."""

    choicesChanged = Signal()

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.changed.connect(self.choicesChanged)

    @Property(list, notify=choicesChanged)
    def choices(self) -> list[dict[str, object]]:
        """Each answer: `name` (its target), `text`, `icon`, `chosen`, `right`."""
        return [
            {
                "name": f"{CHOICE}{number}",
                "text": self.scene.translate(choice.text),
                "icon": choice.icon or "",
                "chosen": f"{CHOICE}{number}" in self.scene.progress,
                "right": choice.right,
            }
            for number, choice in enumerate(self.step.choices, start=1)
        ]
