"""What the view of a sequence shows."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.domain.step import Step
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import qml_type
from kiosk.steps.order.step import ITEM, OrderStep
from kiosk.steps.step_view_model import Scene, StepViewModel


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A thing to be put in order."""

    name: str
    """Its target."""
    text: str
    number: int
    """Its place in the order; 0 as long as it has none."""


@qml_type
class OrderViewModel(StepViewModel):
    """The mixed items, and the numbers that some have got already."""

    step: OrderStep

    items = ShownList(ItemRow)
    """The mixed items."""

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.items.follow(self._made, self.changed)

    def _made(self) -> list[ItemRow]:
        return [
            ItemRow(
                f"{ITEM}{number}",
                self.scene.translate(self.step.items[number - 1]),
                self._place_of(f"{ITEM}{number}"),
            )
            for number in self.step.mixed
        ]

    def _place_of(self, name: str) -> int:
        placed = self.scene.progress
        return placed.index(name) + 1 if name in placed else 0


VIEW_MODEL = OrderViewModel
