"""The view model of a step where learners get stuck."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.figures.figures_data import NO_STEP, HardStep
from kiosk.ui.visit.phone_view_model import PhoneViewModel


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A bar with a label and a count."""

    words: str
    times: int
    whole: int = 0
    """The total; 0 if there is none."""
    icon_name: str = ""


@qml_type
class HardStepViewModel(QObject):
    """Shows the step's text, picture, and counts."""

    changed = Signal()

    answers = ShownList(FigureRow)
    """How often each answer was chosen; right answers have a check mark."""

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
    """Whether the phone shows a screen at this step."""
    title = _shows(str, lambda self: self._step.title)
    """The lesson's title."""
    iconName = _shows(str, lambda self: self._step.icon)
    """The lesson's icon."""
    says = _shows(str, lambda self: self._step.says)
    """The step's text; empty if the step no longer exists."""
    number = _shows(int, lambda self: self._step.number)
    """The number of the step, counted from 1; 0 if the step no longer exists."""
    picture = _shows(str, lambda self: self._step.picture)
    """The name of the step's picture; empty for none."""
    shown = _shows(int, lambda self: self._step.place.shown)
    stuck = _shows(int, lambda self: self._step.place.stuck)
    """How often the pointing finger was shown."""
    left = _shows(int, lambda self: self._step.place.left)
    """How often the lesson was left here."""
    called = _shows(int, lambda self: self._step.place.called)
    """How often staff were called here."""
