"""The view model of the simulated phone's keyboard."""

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
    """The index of the key, which stays the same when its label changes."""
    name: str
    """The target name of the key; empty for a gap."""
    text: str
    icon_name: str
    columns: float
    row: int
    before: float
    """The width of the keys to its left, in columns."""
    row_columns: float


@qml_type
class TypeViewModel(StepViewModel):
    """The rows of keys needed for the text, in lower or upper case."""

    step: TypeStep

    keysChanged = Signal()

    keys = ShownList(PhoneKeyRow)

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
    """True when the next letter is a capital."""

    @Property(int, notify=keysChanged)
    def columns(self) -> int:
        """The number of columns: fewer and wider keys when only digits are typed."""
        return len(PAD) if keys_for(self.step.type.text) is Keys.DIGITS else len(DIGITS)

    rowCount = _shows_keys(int, lambda self: 1 + max(key.row for key in self.keys.rows))


VIEW_MODEL = TypeViewModel
