# mypy: ignore-errors=True
# Qt's stubs type a property as the decorator; qmllint checks its use instead.
"""What the keyboard of a typing step shows."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.step import Step
from kiosk.keyboard.syllable import TONE_WORDS
from kiosk.steps.step_view_model import Scene, StepViewModel
from kiosk.steps.type.step import KEY, SHIFT, Keys, keys_for

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LETTER_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
DIGITS = "1234567890"
SIGNS = "@_-/."
MARKED_ROW = "ăâđêôơư,.-"
PAD = ("123", "456", "789", "0")
PAD_COLUMNS = 3

ShownKey = dict[str, object]


@QmlElement
@QmlUncreatable("made for each step")
class TypeViewModel(StepViewModel):
    """The rows of keys that the text needs, in small or capital letters."""

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
        return PAD_COLUMNS if self._keys is Keys.DIGITS else len(DIGITS)

    @Property(list, notify=keysChanged)
    def rows(self) -> list[list[ShownKey]]:
        """Rows of keys from top to bottom; each: `name` (its target), `text`, `icon`, `columns`."""
        if self._keys is Keys.DIGITS:
            return [self._row(row) for row in PAD]
        top, middle, low = (self._row(row) for row in LETTER_ROWS)
        shift = _key(SHIFT, icon="shift", columns=1.5)
        space = KEY + " "
        letters = [top, middle, [shift, *low]]
        if self._keys is Keys.PLAIN:
            foot = [*self._row(SIGNS), _key(space, icon="space", columns=5)]
            return [self._row(DIGITS), *letters, foot]
        tones = [_key(KEY + tone, word, columns=1.5) for tone, word in TONE_WORDS.items()]
        foot = [*tones, _key(space, icon="space", columns=2.5)]
        return [self._row(MARKED_ROW), *letters, foot]

    @property
    def _keys(self) -> Keys:
        return keys_for(self.step.type.text)

    def _row(self, row: str) -> list[ShownKey]:
        return [_key(KEY + sign, sign) for sign in (row.upper() if self.capitals else row)]


def _key(name: str, text: str = "", icon: str = "", columns: float = 1) -> ShownKey:
    return {"name": name, "text": text, "icon": icon, "columns": columns}


VIEW_MODEL = TypeViewModel
