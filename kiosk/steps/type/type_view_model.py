"""What the keyboard of a typing step shows."""

from dataclasses import asdict

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.step import PhoneKey, Step
from kiosk.qt.properties import Property, QmlUncreatable
from kiosk.steps.step_view_model import Scene, StepViewModel
from kiosk.steps.type.key_rows import DIGITS, PAD
from kiosk.steps.type.keys import SHIFT, Keys, keys_for
from kiosk.steps.type.step import TypeStep

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

ShownKey = dict[str, object]


@QmlElement
@QmlUncreatable("made for each step")
class TypeViewModel(StepViewModel):
    """The rows of keys that the text needs, in small or capital letters."""

    step: TypeStep

    keysChanged = Signal()

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.changed.connect(self.keysChanged)

    @Property(bool, notify=keysChanged)
    def capitals(self) -> bool:
        """Whether the next letter is a capital."""
        return SHIFT in self.scene.progress

    @Property(int, constant=True)
    def columns(self) -> int:
        """How many keys lie side by side: few and wide where only digits are written."""
        return len(PAD) if keys_for(self.step.type.text) is Keys.DIGITS else len(DIGITS)

    @Property(list, notify=keysChanged)
    def rows(self) -> list[list[ShownKey]]:
        """Rows of keys from top to bottom; each: `name` (its target), `text`, `icon`, `columns`.

        A key without a name is a gap.
        """
        return [[_shown(key) for key in row] for row in self.step.key_rows(self.scene.progress)]


def _shown(key: PhoneKey) -> ShownKey:
    shown = asdict(key)
    return {"name": shown.pop("target"), **shown}


VIEW_MODEL = TypeViewModel
