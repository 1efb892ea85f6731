"""The common view model of all step kinds."""

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
    """The state of the shown step; replaced after every touch."""

    progress: Progress = ()
    glowing: str = ""
    """The target that glows; empty for none."""
    pointed: str = ""
    """The target at which the finger points; empty for none."""
    pressed: str = ""
    """The target that looks pressed during a demonstration; empty for none."""
    pending_option: str = ""
    """The option that was spoken but not yet taken; empty for none."""
    settings: Settings = field(default_factory=Settings)
    translate: Callable[[str], str] = str


@qml_type
class StepViewModel(QObject):
    """The view model of the shown step; kinds add the properties of their own view.

    A property of a subclass needs a `notify` signal of that subclass, connected to `changed`:
    PySide does not find the signal of the base class there.
    """

    changed = Signal()
    touched = Signal(str)

    _shows: Properties[StepViewModel] = Properties(changed)

    def __init__(self, step: Step, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.step = step
        self.scene = scene

    def show_scene(self, scene: Scene) -> None:
        """Updates to a new state of the step."""
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
    """The target at which the finger points."""
    pressed = _shows(str, lambda self: self.scene.pressed)
    pendingOption = _shows(str, lambda self: self.scene.pending_option)
    """The option that was spoken but not yet taken."""

    @Slot(str)
    def touch(self, target: str) -> None:
        self.touched.emit(target)
