"""Files of a new kind of step and of a new phone element, as a contributor would add them."""

from pathlib import Path

WAVE_STEP = '''"""Wave a hand so many times."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.step import NEXT, Progress, Reply, SpokenStep, ViewPlace

HAND = "hand"


class WaveStep(SpokenStep):
    """The hand is touched as often as the lesson says."""

    key: ClassVar[str] = "wave"
    place: ClassVar[ViewPlace] = ViewPlace.BESIDE

    wave: int = Field(ge=1, le=5, description="Vẫy mấy lần. | How often to wave.")

    def expects(self, progress: Progress) -> str:
        """The hand, until it was waved often enough."""
        return HAND if len(progress) < self.wave else NEXT

    def respond(self, progress: Progress, target: str) -> Reply:
        """Each touch of the hand counts."""
        if target != HAND:
            return Reply(progress=progress, right=False)
        return Reply(progress=(*progress, HAND))


STEP = WaveStep
'''
WAVE_VIEW_MODEL = '''"""What the view of waving shows."""

from PySide6.QtCore import QObject, Signal

from kiosk.domain.step import Step
from kiosk.qt.properties import Property, qml_type
from kiosk.steps.step_view_model import Scene, StepViewModel
from kiosk.steps.wave.step import WaveStep


@qml_type
class WaveViewModel(StepViewModel):
    """How often the hand is still to be waved."""

    step: WaveStep
    waved = Signal()

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(step, scene, parent)
        self.changed.connect(self.waved)

    @Property(int, notify=waved)
    def left(self) -> int:
        """How many times are left."""
        return self.step.wave - len(self.scene.progress)


VIEW_MODEL = WaveViewModel
'''
WAVE_VIEW = """import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls
import TutorialKiosk.Theme

Item {
    id: root

    required property WaveViewModel step
    required property VoiceViewModel voice

    implicitHeight: hand.height

    ActionButton {
        id: hand

        glowing: root.step.glowing === objectName
        height: Theme.primary
        objectName: "hand"
        text: String(root.step.left)
        width: Theme.block

        onActivated: root.step.touch(objectName)
    }
}
"""
WAVE_LESSON = """title: Vẫy tay
number: 1
goal: Bác vẫy được tay.

steps:
  # Số lần vẫy, từ 1 đến 5.
  - say: Bác vẫy tay hai lần.
    wave: 2
"""
WAVE = {
    "__init__.py": '"""Wave a hand so many times."""\n',
    "step.py": WAVE_STEP,
    "wave_view_model.py": WAVE_VIEW_MODEL,
    "WaveView.qml": WAVE_VIEW,
    "example.yaml": WAVE_LESSON,
}
"""The files of the kind's folder, by name."""

LAMP_ELEMENT = '''"""A lamp to touch."""

from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Label, Name
from kiosk.domain.screen import Element


class Lamp(Element):
    """A lamp with its name."""

    key: ClassVar[str] = "lamp"

    lamp: Name = Field(description="Tên để chạm vào. | The name to touch.")
    label: Label = Field(description="Chữ trên đèn. | The words on it.")


ELEMENT = Lamp
'''
LAMP_VIEW = """import QtQuick
import TutorialKiosk.Phone

PhoneElement {
    id: root

    implicitHeight: target.implicitHeight
    squeezed: words.squeezed

    PhoneTarget {
        id: target

        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: root.element.fields.label

        contentItem: PhoneLabel {
            id: words

            Accessible.ignored: true
            letterScale: root.letterScale
            text: target.text
        }
    }
}
"""
LAMP_LESSON = """title: Bật đèn
number: 1
goal: Bác bật được đèn.

screens:
  man-hinh-den:
    - lamp: den-ban
      label: Đèn bàn

steps:
  - say: Bác chạm vào đèn bàn.
    screen: man-hinh-den
    tap: den-ban
"""
LAMP = {"lamp.py": LAMP_ELEMENT, "LampElement.qml": LAMP_VIEW, "lamp-example.yaml": LAMP_LESSON}
"""The files of the element, by name."""


def write(folder: Path, files: dict[str, str]) -> None:
    """Writes the files into a folder, creating it if necessary."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
