"""What the view of a sequence shows."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.step import Step
from kiosk.qt.properties import Property, QmlUncreatable
from kiosk.steps.order.step import ITEM, OrderStep
from kiosk.steps.step_view_model import Scene, StepViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made for each step")
class OrderViewModel(StepViewModel):
    """The mixed items, and the numbers that some have got already."""

    step: OrderStep

    itemsChanged = Signal()

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.changed.connect(self.itemsChanged)

    @Property(list, notify=itemsChanged)
    def items(self) -> list[dict[str, object]]:
        """Each item: `name` (its target), `text`, `placed` (its number, 0 for none yet)."""
        placed = {name: place for place, name in enumerate(self.scene.progress, start=1)}
        return [
            {
                "name": f"{ITEM}{number}",
                "text": self.scene.translate(self.step.items[number - 1]),
                "placed": placed.get(f"{ITEM}{number}", 0),
            }
            for number in self.step.mixed
        ]


VIEW_MODEL = OrderViewModel
