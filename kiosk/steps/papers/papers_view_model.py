"""The view model of a checklist."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.domain.step import Step
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import qml_type
from kiosk.steps.papers.step import PAPER, PapersStep
from kiosk.steps.step_view_model import Scene, StepViewModel


@dataclass(frozen=True, slots=True)
class PaperRow:
    name: str
    """The target name of the item."""
    text: str
    ticked: bool


@qml_type
class PapersViewModel(StepViewModel):
    """The items to bring, and which of them are ticked."""

    step: PapersStep

    papers = ShownList(PaperRow)

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.papers.follow(self._made, self.changed)

    def _made(self) -> list[PaperRow]:
        return [
            PaperRow(
                f"{PAPER}{number}",
                self.scene.translate(item),
                f"{PAPER}{number}" in self.scene.progress,
            )
            for number, item in enumerate(self.step.items, start=1)
        ]


VIEW_MODEL = PapersViewModel
