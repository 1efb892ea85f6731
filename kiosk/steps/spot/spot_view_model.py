"""The view model of a message with signs of a scam."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.domain.step import Step
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import qml_type
from kiosk.steps.spot.step import PART, SpotStep
from kiosk.steps.step_view_model import Scene, StepViewModel


@dataclass(frozen=True, slots=True)
class PartRow:
    name: str
    """The target name of the part."""
    text: str
    found: bool
    """True when the part was found to be a sign of a scam."""


@qml_type
class SpotViewModel(StepViewModel):
    """The parts of the message, and the signs that were found."""

    step: SpotStep

    parts = ShownList(PartRow)
    """The parts, in order."""

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.parts.follow(self._made, self.changed)

    def _made(self) -> list[PartRow]:
        return [
            PartRow(
                f"{PART}{number}",
                self.scene.translate(part.text),
                f"{PART}{number}" in self.scene.progress,
            )
            for number, part in enumerate(self.step.parts, start=1)
        ]


VIEW_MODEL = SpotViewModel
