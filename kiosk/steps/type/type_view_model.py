# mypy: ignore-errors=True
# Qt's stubs type a property as the decorator; qmllint checks its use instead.
"""What the keyboard of a typing step shows."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.step import Step
from kiosk.steps.step_view_model import Scene, StepViewModel
from kiosk.steps.type.step import KEY, SHIFT

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LETTER_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
DIGITS = "1234567890"
SIGNS = "@_-/."


@QmlElement
@QmlUncreatable("made for each step")
class TypeViewModel(StepViewModel):
    """The rows of keys, in small or capital letters."""

    keysChanged = Signal()

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.changed.connect(self.keysChanged)

    @Property(bool, notify=keysChanged)
    def capitals(self) -> bool:
        """Whether the next letter is a capital."""
        return SHIFT in self.scene.progress

    @Property(list, notify=keysChanged)
    def rows(self) -> list[list[dict[str, str]]]:
        """Rows of keys from top to bottom; each key: `name` (its target), `text`."""
        letters = [row.upper() if self.capitals else row for row in LETTER_ROWS]
        return [self._keys(row) for row in (DIGITS, *letters, SIGNS)]

    @staticmethod
    def _keys(row: str) -> list[dict[str, str]]:
        return [{"name": KEY + sign, "text": sign} for sign in row]


VIEW_MODEL = TypeViewModel
