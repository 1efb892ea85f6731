"""The view model of an ordering task."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.domain.step import Step
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import qml_type
from kiosk.steps.order.step import ITEM, OrderStep
from kiosk.steps.step_view_model import Scene, StepViewModel


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item to put in order."""

    name: str
    """The target name of the item."""
    text: str
    number: int
    """The position in the order, from 1; 0 while the item is not placed."""


@qml_type
class OrderViewModel(StepViewModel):
    """The shuffled items, with the positions of those already placed."""

    step: OrderStep

    items = ShownList(ItemRow)

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
