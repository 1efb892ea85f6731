"""What the keyboard of a typing step shows."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kiosk.domain.step import Step
from kiosk.keyboard.layout import key_places
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.steps.step_view_model import Scene, StepViewModel
from kiosk.steps.type.key_rows import DIGITS, PAD
from kiosk.steps.type.keys import SHIFT, Keys, keys_for
from kiosk.steps.type.step import TypeStep


@dataclass(frozen=True, slots=True)
class PhoneKeyRow:
    at: int
    """Which key it is: capitals, or another page, change keys in place."""
    name: str
    """Its target; empty for a gap."""
    text: str
    icon_name: str
    columns: float
    row: int
    before: float
    """How many columns lie before it in its row."""
    row_columns: float


@qml_type
class TypeViewModel(StepViewModel):
    """The rows of keys that the text needs, in small or capital letters."""

    step: TypeStep

    keysChanged = Signal()

    keys = ShownList(PhoneKeyRow)
    """The keys, row by row."""

    _shows_keys: Properties["TypeViewModel"] = Properties(keysChanged)

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.keys.follow(self._made, self.changed)
        self.changed.connect(self.keysChanged)

    def _made(self) -> list[PhoneKeyRow]:
        laid = enumerate(key_places(self.step.key_rows(self.scene.progress)))
        return [
            PhoneKeyRow(
                at=at,
                name=key.target,
                text=key.text,
                icon_name=key.icon,
                columns=key.columns,
                row=place.row,
                before=place.before,
                row_columns=place.row_columns,
            )
            for at, (key, place) in laid
        ]

    capitals = _shows_keys(bool, lambda self: SHIFT in self.scene.progress)
    """Whether the next letter is a capital."""

    @Property(int, notify=keysChanged)
    def columns(self) -> int:
        """How many keys lie side by side: few and wide where only digits are written."""
        return len(PAD) if keys_for(self.step.type.text) is Keys.DIGITS else len(DIGITS)

    rowCount = _shows_keys(int, lambda self: 1 + max(key.row for key in self.keys.rows))


VIEW_MODEL = TypeViewModel
