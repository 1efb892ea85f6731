"""A step where people get stuck, as QML sees it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.figures.board import NO_STEP, HardStep
from kiosk.ui.visit.phone_view_model import PhoneViewModel


@dataclass(frozen=True, slots=True)
class FigureRow:
    """How often something happened, as a bar."""

    words: str
    times: int
    whole: int = 0
    """Of how many; 0 where there is no whole."""
    icon_name: str = ""


@qml_type
class HardStepViewModel(QObject):
    """What the step says, how it looks, and how often what happened there."""

    changed = Signal()

    answers = ShownList(FigureRow)
    """How often each answer was chosen; right ones bear a tick."""

    _has: Properties["HardStepViewModel"] = Properties()
    _shows: Properties["HardStepViewModel"] = Properties(changed)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._step = NO_STEP
        self._phone = PhoneViewModel(self)

    def show_step(self, step: HardStep) -> None:
        self._step = step
        self._phone.show_scene(step.scene)
        self.answers.show(
            [
                FigureRow(words, times, icon_name="check" if right else "")
                for words, right, times in step.answers
            ]
        )
        self.changed.emit()

    phone = _has(PhoneViewModel, lambda self: self._phone)
    hasPhone = _shows(bool, lambda self: self._step.scene.screen is not None)
    """Whether the phone shows a screen there."""
    title = _shows(str, lambda self: self._step.title)
    """The lesson's title."""
    iconName = _shows(str, lambda self: self._step.icon)
    """The lesson's icon."""
    says = _shows(str, lambda self: self._step.says)
    """What the step tells; empty for one that is no more."""
    number = _shows(int, lambda self: self._step.number)
    """Which step of the lesson, from 1; 0 for one that is no more."""
    picture = _shows(str, lambda self: self._step.picture)
    """The picture that the step shows; empty for none."""
    shown = _shows(int, lambda self: self._step.place.shown)
    stuck = _shows(int, lambda self: self._step.place.stuck)
    """How often the finger had to point."""
    left = _shows(int, lambda self: self._step.place.left)
    """How often the lesson was left here."""
    called = _shows(int, lambda self: self._step.place.called)
    """How often staff were called here."""
