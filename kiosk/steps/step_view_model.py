"""What the view of every step kind can see and say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.settings import Settings
from kiosk.qt.properties import Properties, qml_type

if TYPE_CHECKING:
    from kiosk.domain.step import Progress, Step


@dataclass(frozen=True, slots=True)
class Scene:
    """What is true while a step is shown; a new one replaces it after every touch."""

    progress: Progress = ()
    glowing: str = ""
    """The target that glows; empty for none."""
    pointed: str = ""
    """The target that the finger points at; empty for none."""
    pressed: str = ""
    """The target that looks pressed while the kiosk shows how it is done."""
    takeable: str = ""
    """The choice that was said and waits to be taken; empty for none."""
    settings: Settings = field(default_factory=Settings)
    translate: Callable[[str], str] = str


@qml_type
class StepViewModel(QObject):
    """The step that is shown. Kinds add what their own view needs.

    A kind's own properties need a `notify` signal of the kind's own, connected to `changed`:
    PySide loses the signal of a base class there.
    """

    changed = Signal()
    touched = Signal(str)

    _shows: Properties[StepViewModel] = Properties(changed)

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.step = step
        self.scene = scene

    def show_scene(self, scene: Scene) -> None:
        """Take what is true from now on."""
        if scene != self.scene:
            self.scene = scene
            self.changed.emit()

    def show_step(self, step: Step, scene: Scene) -> None:
        """Show another step of the same kind: what its view has made stays."""
        self.step = step
        self.scene = scene
        self.changed.emit()

    glowing = _shows(str, lambda self: self.scene.glowing)
    pointed = _shows(str, lambda self: self.scene.pointed)
    """The target that the finger points at."""
    pressed = _shows(str, lambda self: self.scene.pressed)
    """The target that looks pressed."""
    takeable = _shows(str, lambda self: self.scene.takeable)
    """The choice that was said and waits to be taken."""

    @Slot(str)
    def touch(self, target: str) -> None:
        self.touched.emit(target)
