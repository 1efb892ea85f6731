"""A new kind of step, a new element of the phone, a new lesson: each is one thing in one place."""

import shutil
import sys
from pathlib import Path

import pytest

import kiosk.phone
import kiosk.steps
from kiosk.content.kinds import steps_by_key
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.phone import element_kinds
from kiosk.player.visit import Page
from kiosk.steps import step_kinds

WAVE_STEP = """
from typing import ClassVar

from pydantic import Field

from kiosk.domain.step import NEXT, Place, Reply, SpokenStep

class WaveStep(SpokenStep):
    key: ClassVar[str] = "wave"
    place: ClassVar[Place] = Place.BESIDE
    wave: int = Field(description="how often")

    def expects(self, progress):
        return "hand" if len(progress) < self.wave else NEXT

    def respond(self, progress, target):
        if target != "hand":
            return Reply(progress=progress, right=False)
        return Reply(progress=(*progress, "hand"))

STEP = WaveStep
"""
WAVE_VIEW_MODEL = """
from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.steps.step_view_model import StepViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

@QmlElement
@QmlUncreatable("made for each step")
class WaveViewModel(StepViewModel):
    waved = Signal()

    def __init__(self, step, scene, parent):
        super().__init__(step, scene, parent)
        self.changed.connect(self.waved)

    @Property(int, notify=waved)
    def left(self):
        return self.step.wave - len(self.scene.progress)

VIEW_MODEL = WaveViewModel
"""
WAVE_VIEW = """
import QtQuick
import TutorialKiosk.Backend
import TutorialKiosk.Controls

Item {
    id: root

    required property WaveViewModel step
    required property VoiceViewModel voice

    implicitHeight: 200

    ActionButton {
        glowing: root.step.glowing === objectName
        objectName: "hand"
        text: String(root.step.left)

        onActivated: root.step.touch(objectName)
    }
}
"""
WAVE_LESSON = """
title: Vẫy tay
number: 21
goal: Bác vẫy được tay.
steps:
  - say: Bác vẫy tay hai lần.
    wave: 2
"""
LAMP_ELEMENT = """
from typing import ClassVar

from pydantic import Field

from kiosk.domain.model import Name
from kiosk.domain.screen import Element

class Lamp(Element):
    key: ClassVar[str] = "lamp"
    lamp: Name = Field(description="its name")

ELEMENT = Lamp
"""
LAMP_VIEW = """
import QtQuick
import TutorialKiosk.Phone

PhoneElement {
    id: root

    implicitHeight: 120

    PhoneTarget {
        anchors.fill: parent
        element: root.element
        name: root.element.target
        text: "lamp"
    }
}
"""
LAMP_LESSON = """
title: Bật đèn
number: 22
goal: Bác bật được đèn.
screens:
  den:
    - lamp: den-ban
steps:
  - say: Bác chạm vào đèn.
    screen: den
    tap: den-ban
"""


def forget_what_was_found():
    for found in (step_kinds, steps_by_key, element_kinds):
        found.cache_clear()


@pytest.fixture
def one_more_folder(tmp_path):
    """Lets a package look for its kinds in one folder more, until the test is over."""
    opened = []

    def look_also_in(package) -> Path:
        folder = tmp_path / package.__name__
        folder.mkdir()
        package.__path__.append(str(folder))
        opened.append((package, folder, set(sys.modules)))
        forget_what_was_found()
        return folder

    yield look_also_in
    for package, folder, known in opened:
        package.__path__.remove(str(folder))
        for name in set(sys.modules) - known:
            if name.startswith(package.__name__) and str(folder) in str(sys.modules[name].__file__):
                del sys.modules[name]
    forget_what_was_found()


@pytest.fixture
def home(tmp_path) -> Path:
    """A kiosk without lessons."""
    made = tmp_path / "home"
    (made / "lessons").mkdir(parents=True)
    for folder in ("media", "translations"):
        (made / folder).symlink_to(CHECKOUT / folder, target_is_directory=True)
    return made


def write(folder, files):
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def play(on, lesson):
    on.walk.to_home("vi")
    on.walk.to_lesson(lesson)
    ways = [way for way in Way for _ in on.walk.places(way)]
    assert on.walk.visit.page is Page.DONE
    return set(ways)


def test_a_new_kind_of_step_is_one_folder(stage_of, one_more_folder, home):
    folder = one_more_folder(kiosk.steps) / "wave"
    files = {
        "__init__.py": "",
        "step.py": WAVE_STEP,
        "wave_view_model.py": WAVE_VIEW_MODEL,
        "WaveView.qml": WAVE_VIEW,
        "example.yaml": WAVE_LESSON,
    }
    write(folder, files)
    shutil.copy(folder / "example.yaml", home / "lessons" / "vay-tay.yaml")
    on = stage_of(home)
    assert play(on, "vay-tay") == set(Way)


def test_its_view_shows_what_every_touch_changes(stage_of, one_more_folder, home):
    folder = one_more_folder(kiosk.steps) / "wave"
    write(folder, {"__init__.py": "", "step.py": WAVE_STEP, "WaveView.qml": WAVE_VIEW})
    write(folder, {"wave_view_model.py": WAVE_VIEW_MODEL})
    write(home / "lessons", {"vay-tay.yaml": WAVE_LESSON})
    on = stage_of(home)
    on.walk.to_home("vi")
    on.walk.to_lesson("vay-tay")
    on.walk.to_way(Way.TOGETHER)
    on.driver.touch(NEXT)
    hand = on.driver.find("hand")
    assert (hand.property("text"), hand.property("glowing")) == ("2", True)
    on.driver.touch("hand")
    on.driver.touch("hand")
    assert (hand.property("text"), hand.property("glowing")) == ("0", False)


def test_a_new_element_of_the_phone_is_one_pair_of_files(stage_of, one_more_folder, home):
    folder = one_more_folder(kiosk.phone)
    write(folder, {"lamp.py": LAMP_ELEMENT, "LampElement.qml": LAMP_VIEW})
    write(home / "lessons", {"bat-den.yaml": LAMP_LESSON})
    on = stage_of(home)
    assert play(on, "bat-den") == set(Way)


def test_a_new_lesson_is_one_file_wherever_it_lies(stage_of, home):
    lesson = "title: Bài mới\nnumber: 5\ngoal: Bác học.\nsteps:\n  - say: Chào bác.\n"
    write(home / "lessons" / "procedures", {"bai-moi.yaml": lesson})
    on = stage_of(home)
    assert play(on, "bai-moi") == {Way.WATCH, Way.TOGETHER, Way.OWN_PHONE}


def test_what_was_added_for_a_test_is_gone_afterwards():
    assert "wave" not in step_kinds()
    assert "lamp" not in element_kinds()
