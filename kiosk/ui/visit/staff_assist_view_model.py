"""The view model of the staff's assistance: number pad, offer of a lesson, staff overlay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain import prompts
from kiosk.player import staff_assist
from kiosk.player.come_back import ComeBack
from kiosk.player.lesson_run import LessonRun
from kiosk.player.number_pad import PadMessage
from kiosk.player.visit import Visit
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.ui.background.clock import Clock
from kiosk.ui.translator import Translator
from kiosk.ui.visit.lesson_view_model import FactRow

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson

SECOND_TOUCH_S = 3.0
"""Two touches on the lesson number within this time open the staff overlay."""


@dataclass(frozen=True, slots=True)
class OverlayStepRow:
    at: int
    number: str
    text: str
    here: bool
    """True for the step that is shown."""


@qml_type
class StaffAssistViewModel(QObject):
    """Turns touches into new states of the visit, and shows the current state."""

    changed = Signal()
    typingChanged = Signal()
    requested = Signal(object)
    """The visit after a touch here."""
    agreed = Signal(object)
    """The `Offer` that the learner accepted."""
    numberGiven = Signal(str)
    """The lesson number typed on the pad."""

    facts = ShownList(FactRow)
    """The facts of the procedure for staff, in Vietnamese."""
    steps = ShownList(OverlayStepRow)
    """The steps of the current way."""

    _shows: Properties[StaffAssistViewModel] = Properties(changed)
    _shows_typing: Properties[StaffAssistViewModel] = Properties(typingChanged)

    def __init__(self, visit: Visit, clock: Clock, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._visit = visit
        self._clock = clock
        self._translator = translator
        self._typing = ""
        self.facts.follow(self._fact_rows, self.changed)
        self.steps.follow(self._step_rows, self.changed)
        self._mark_touched_s = float("-inf")

    def show_visit(self, visit: Visit) -> None:
        self._visit = visit
        self.changed.emit()

    @property
    def _run(self) -> LessonRun | None:
        """The run shown in the overlay; None when the overlay is closed."""
        return self._visit.run if self._visit.in_overlay else None

    def _fact_rows(self) -> list[FactRow]:
        procedure = self._run.lesson.head.procedure if self._run else None
        if procedure is None:
            return []
        texts_by_name = {name: "; ".join(texts) for name, texts in procedure.facts().items()}
        facts = {"note": procedure.note_for_staff, **texts_by_name, "address": procedure.address}
        return [FactRow(name, text) for name, text in facts.items() if text]

    def _step_rows(self) -> list[OverlayStepRow]:
        run = self._run
        if run is None:
            return []
        words = [self._translator.shown(run.lesson.steps[at].line.text) for at in run.positions]
        return [
            OverlayStepRow(at, str(number), text, at == run.at)
            for number, (at, text) in enumerate(zip(run.positions, words, strict=True), start=1)
        ]

    def show_typing(self, digits: str) -> None:
        """Sets the digits being typed on a keyboard."""
        if digits != self._typing:
            self._typing = digits
            self.typingChanged.emit()

    def must_be_asked(self, lesson: Lesson) -> bool:
        """True when the learner must be asked before the lesson is opened."""
        return staff_assist.must_be_asked(self._visit, lesson, self._clock.now_s())

    def offer(self, lesson: Lesson, came_back: ComeBack | None = None) -> None:
        """Asks the learner whether the lesson may be opened."""
        self.requested.emit(staff_assist.offer(self._visit, lesson, self._clock.now_s(), came_back))

    def refuse(self, number: str) -> None:
        """Shows that no lesson has the number."""
        self.requested.emit(staff_assist.refuse_number(self._visit, number))

    # Called by QML.

    @Slot()
    def openPad(self) -> None:
        """Opens the number pad."""
        self.requested.emit(staff_assist.open_pad(self._visit))

    @Slot()
    def closePad(self) -> None:
        self.requested.emit(staff_assist.close_pad(self._visit))

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        self.requested.emit(staff_assist.type_on_pad(self._visit, digit))

    @Slot()
    def eraseDigit(self) -> None:
        """Deletes the last digit."""
        self.requested.emit(staff_assist.erase_on_pad(self._visit))

    @Slot()
    def openNumber(self) -> None:
        """Opens the lesson with the number on the pad."""
        if self.digits:
            self.numberGiven.emit(self.digits)

    @Slot()
    def agree(self) -> None:
        """Accepts the offered lesson."""
        if self._visit.pending_offer:
            self.agreed.emit(self._visit.pending_offer)

    @Slot()
    def decline(self) -> None:
        """Declines the offered lesson."""
        self.requested.emit(staff_assist.decline(self._visit))

    @Slot()
    def touchMark(self) -> None:
        """Counts a touch on the lesson number; the second one opens the staff overlay."""
        now_s = self._clock.now_s()
        twice = now_s - self._mark_touched_s <= SECOND_TOUCH_S
        self._mark_touched_s = float("-inf") if twice else now_s
        if twice:
            self.requested.emit(staff_assist.open_overlay(self._visit))

    @Slot()
    def closeOverlay(self) -> None:
        self.requested.emit(staff_assist.close_overlay(self._visit))

    @Slot(int)
    def jump(self, at: int) -> None:
        self.requested.emit(staff_assist.jump(self._visit, at))

    @Slot()
    def resume(self) -> None:
        """Resumes the lesson that was set aside."""
        self.requested.emit(staff_assist.resume(self._visit))

    # Read by QML.

    typing = _shows_typing(str, lambda self: self._typing)
    """The digits being typed on a keyboard."""
    padOpen = _shows(bool, lambda self: self._visit.pad is not None)
    digits = _shows(str, lambda self: self._visit.pad.digits if self._visit.pad else "")
    """The digits on the pad."""

    @Property(str, notify=changed)
    def padLine(self) -> str:
        return self._translator.shown(self._visit.pad.line.text) if self._visit.pad else ""

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        """True when no lesson was found for the number."""
        return self._visit.pad is not None and self._visit.pad.word is not PadMessage.WELCOME

    offering = _shows(bool, lambda self: self._visit.pending_offer is not None)
    """True while the learner is asked whether another lesson may be opened."""

    @Property(list, notify=changed)
    def question(self) -> list[str]:
        """The texts of the offer: the reason, the lesson's title, the question."""
        if self._visit.pending_offer is None:
            return []
        title = self._visit.pending_offer.lesson.head.title
        texts = (prompts.OFFER.text, title, prompts.DO_YOU_AGREE.text)
        return [self._translator.shown(text) for text in texts]

    offeredNumber = _shows(
        str,
        lambda self: (
            str(self._visit.pending_offer.lesson.head.number) if self._visit.pending_offer else ""
        ),
    )
    overlayOpen = _shows(bool, lambda self: self._visit.in_overlay)
    covers = _shows(bool, lambda self: self.offering or self.padOpen or self.overlayOpen)
    """True when one of these sheets covers the page."""

    @Property(str, notify=changed)
    def setAside(self) -> str:
        """The title of the lesson that was set aside; empty for none."""
        aside = self._visit.set_aside
        return self._translator.shown(aside.lesson.head.title) if aside else ""

    @Property(str, notify=changed)
    def noteOfStep(self) -> str:
        """The note for staff of the current step, in Vietnamese; empty for none."""
        step = self._visit.run.step if self._visit.run else None
        return (step.note_for_staff if step else None) or ""
