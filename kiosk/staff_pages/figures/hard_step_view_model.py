"""A step where people get stuck, as QML sees it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kiosk.qt.list_model import ListProperty
from kiosk.qt.properties import Property, qml_type
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

    answers = ListProperty(FigureRow)
    """How often each answer was chosen; right ones bear a tick."""

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

    @Property(QObject, constant=True)
    def phone(self) -> PhoneViewModel:
        return self._phone

    @Property(bool, notify=changed)
    def hasPhone(self) -> bool:
        """Whether the phone shows a screen there."""
        return self._step.scene.screen is not None

    @Property(str, notify=changed)
    def title(self) -> str:
        """The lesson's title."""
        return self._step.title

    @Property(str, notify=changed)
    def iconName(self) -> str:
        """The lesson's icon."""
        return self._step.icon

    @Property(str, notify=changed)
    def says(self) -> str:
        """What the step tells; empty for one that is no more."""
        return self._step.says

    @Property(int, notify=changed)
    def number(self) -> int:
        """Which step of the lesson, from 1; 0 for one that is no more."""
        return self._step.number

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The picture that the step shows; empty for none."""
        return self._step.picture

    @Property(int, notify=changed)
    def shown(self) -> int:
        return self._step.place.shown

    @Property(int, notify=changed)
    def stuck(self) -> int:
        """How often the finger had to point."""
        return self._step.place.stuck

    @Property(int, notify=changed)
    def left(self) -> int:
        """How often the lesson was left here."""
        return self._step.place.left

    @Property(int, notify=changed)
    def called(self) -> int:
        """How often staff were called here."""
        return self._step.place.called
