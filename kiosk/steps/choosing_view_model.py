"""The view model of steps with answers."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.domain.choosing import ChoosingStep
from kiosk.domain.step import Step
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import qml_type
from kiosk.steps.step_view_model import Scene, StepViewModel


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer shown beside the phone."""

    name: str
    """The target name of the answer."""
    text: str
    icon_name: str
    chosen: bool
    leads_on: bool
    """True when the answer is right."""


@qml_type
class ChoosingViewModel(StepViewModel):
    """The answers, and which of them were chosen."""

    step: ChoosingStep

    choices = ShownList(AnswerRow)

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.choices.follow(self._made, self.changed)

    def _made(self) -> list[AnswerRow]:
        return [
            AnswerRow(
                name=name,
                text=self.scene.translate(choice.text),
                icon_name=choice.icon or "",
                chosen=name in self.scene.progress,
                leads_on=choice.right,
            )
            for name, choice in zip(self.step.targets, self.step.choices, strict=True)
            if not choice.on
        ]
