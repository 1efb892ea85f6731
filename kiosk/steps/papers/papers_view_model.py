"""What the view of a list to tick off shows."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.step import Step
from kiosk.qt.properties import Property, QmlUncreatable
from kiosk.steps.papers.step import PAPER, PapersStep
from kiosk.steps.step_view_model import Scene, StepViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made for each step")
class PapersViewModel(StepViewModel):
    """What to bring, and what is ticked."""

    step: PapersStep

    papersChanged = Signal()

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.changed.connect(self.papersChanged)

    @Property(list, notify=papersChanged)
    def papers(self) -> list[dict[str, object]]:
        """Each paper: `name` (its target), `text`, `ticked`."""
        return [
            {
                "name": f"{PAPER}{number}",
                "text": self.scene.translate(item),
                "ticked": f"{PAPER}{number}" in self.scene.progress,
            }
            for number, item in enumerate(self.step.items, start=1)
        ]


VIEW_MODEL = PapersViewModel
