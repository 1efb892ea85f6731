"""The view model of a lesson: its texts, the phone, the step's own view and the target hints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot

from kiosk.domain import prompts
from kiosk.domain.line import SILENCE, Speaker
from kiosk.domain.placement import NEXT, ViewPlace
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.player import come_back, lesson_run
from kiosk.player.lesson_run import OPENING, Help, LessonRun
from kiosk.player.naming import word_of_name
from kiosk.player.paper_note import rows_of
from kiosk.player.screen_key import screen_key_in_lesson
from kiosk.player.spoken_page import is_done_on_own_phone
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.steps import kind_of, view_model_of, view_of
from kiosk.steps.step_view_model import Scene, StepViewModel
from kiosk.ui.background.clock import today
from kiosk.ui.translator import Translator
from kiosk.ui.visit.phone_view_model import PhoneScene, PhoneViewModel

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson
    from kiosk.domain.step import Step

HINT_AFTER_MS = 20_000
TRAVEL_MS = 1100
"""The time for the finger to move to its target."""
NEXT_KEY_MS = 450
"""The time for the finger to move from one key to the next."""
PRESS_MS = 400
"""How long a target looks pressed."""
HOLD_MS = 700
"""How long the result of a right touch is shown before the next sentence."""
AHEAD_MS = 40
"""Delay until the keyboard of the next step is created; this frame is painted by then."""
MAX_SPACES_IN_NAME = 3
"""Longer words of a phone's screen are sentences rather than names."""
MAX_CELLS = 24
"""Longer values are shown as one text, without cells."""
NOTHING = "nothing"
"""The target of a touch on the phone outside all elements."""


@dataclass(frozen=True, slots=True)
class PaperNoteRow:
    label: str
    value: str
    cells: tuple[str, ...]
    """The characters to copy one by one; empty when the value is only read."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A requirement or a fact of a procedure."""

    name: str
    """The name in the lesson file: papers, fee, days, where; for staff also note and address."""
    text: str


@qml_type
class LessonViewModel(QObject):
    """Shows the current step and turns touches into new states of the run."""

    changed = Signal()
    stepChanged = Signal()
    keyboardChanged = Signal()
    moved = Signal(object)
    """The run after a touch, a hint or a step of the demonstration."""
    rightTouched = Signal()
    """A right touch has completed a step; the phone shows the result before the step changes."""

    note = ShownList(PaperNoteRow)
    """The rows of the paper note."""
    facts = ShownList(FactRow)
    """The facts of the procedure, in the chosen language; papers are two per row."""

    _has: Properties[LessonViewModel] = Properties()
    _shows_step: Properties[LessonViewModel] = Properties(stepChanged)
    _shows: Properties[LessonViewModel] = Properties(changed)

    def __init__(self, settings: Settings, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._translator = translator
        self.today: Callable[[], date] = today
        self._run: LessonRun | None = None
        self._step_view_model: StepViewModel | None = None
        self._keyboard: StepViewModel | None = None
        self._finger_may_move = False
        self._pressed = ""
        self._held: LessonRun | None = None
        self.hold_ms = HOLD_MS
        self._phone = PhoneViewModel(self)
        self._phone.touched.connect(self.touch)
        self._demonstration = self._timer(TRAVEL_MS, self._demonstrate)
        self._hold = self._timer(HOLD_MS, self._end_hold)
        self._patience = self._timer(HINT_AFTER_MS, self._offer_hint)
        self._ahead = self._timer(AHEAD_MS, self._prepare_keyboard)

    def stop(self) -> None:
        """Stops all timers, for exit."""
        for timer in (self._demonstration, self._hold, self._patience, self._ahead):
            timer.stop()

    def use_settings(self, settings: Settings) -> None:
        """Applies new settings, such as the centre's name or network."""
        self._settings = settings
        self.show_run(self._run)

    def _timer(self, interval_ms: int, then: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(then)
        return timer

    def show_run(self, run: LessonRun | None) -> None:
        """Shows a run; the step's view model is replaced only when the step changes."""
        before, self._run = self._run, run
        self._held = None
        self._hold.stop()
        other_place = screen_key_in_lesson(before) != screen_key_in_lesson(run)
        other_step = other_place or _revision(before) is not _revision(run)
        keyboard = self._keyboard
        if other_step:
            self._finger_may_move = False
            self._pressed = ""
            self._demonstration.stop()
            self._make_step_view_model()
            self._ahead.start()
        self._restart_hint_timer()
        self._show_scenes()
        self._fill()
        if other_step:
            self.stepChanged.emit()
        if self._keyboard is not keyboard:
            self.keyboardChanged.emit()
        self.changed.emit()

    @property
    def is_holding(self) -> bool:
        """True while the result of a right touch is shown."""
        return self._held is not None

    def voice_finished(self) -> None:
        """Called when the line was spoken: the finger may move from now on."""
        self._start_demonstration()

    def word_spoken(self, sentence: str, word: int) -> None:
        """Called for each spoken word: the finger starts to move at the name of the target."""
        if self._finger_may_move or sentence != self.line or self._run is None:
            return
        named = word_of_name(sentence, self._names_of_target())
        if named is not None and word >= named:
            self._start_demonstration()

    def _names_of_target(self) -> tuple[str, ...]:
        run = self._run
        return run.screen.words_of(run.shown_target) if run and run.screen else ()

    def _start_demonstration(self) -> None:
        if self._run is None or self._finger_may_move:
            return
        self._finger_may_move = True
        self._show_scenes()
        self._demonstration.start(TRAVEL_MS)

    def retranslate(self) -> None:
        """Updates all texts after a change of language."""
        if self._step_view_model:
            self._step_view_model.changed.emit()
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        run, shown = self._run, self._translator.shown
        step = run.step if run else None
        rows = rows_of(step, self._settings.wifi) if step else ()
        copied = step.copied if step else ""
        self.note.show(
            [
                PaperNoteRow(shown(label), value, self._cells_of(value, copied))
                for label, value in rows
            ]
        )
        procedure = run.lesson.head.procedure if run else None
        facts = procedure.facts() if procedure else {}
        self.facts.show(
            [
                FactRow(name, "; ".join(map(shown, texts[at : at + 2])))
                for name, texts in facts.items()
                for at in range(0, len(texts), 2)
            ]
        )

    def _cells_of(self, value: str, copied: str) -> tuple[str, ...]:
        """Returns the characters to copy one by one; on the own phone, those of every value."""
        on_own_phone = self._run is not None and self._run.way is Way.OWN_PHONE
        if on_own_phone and len(value) <= MAX_CELLS:
            return tuple(value)
        return tuple(copied) if copied and _bare(value) == _bare(copied) else ()

    def _make_step_view_model(self) -> None:
        old, self._step_view_model = self._step_view_model, None
        step = self._run.step if self._run else None
        if step and step.place is ViewPlace.PHONE:
            self._step_view_model = self._keyboard_for(step, self._scene())
        elif step:
            self._step_view_model = self._made_for(step, self._scene())
        elif self._run is None:
            self._take_keyboard(None)
        if old and old is not self._keyboard:
            old.deleteLater()

    def _made_for(self, step: Step, scene: Scene) -> StepViewModel:
        made: StepViewModel = view_model_of(kind_of(step))(step, scene, self)
        made.touched.connect(self.touch)
        return made

    def _keyboard_for(self, step: Step, scene: Scene) -> StepViewModel:
        """The keyboard that is there, for this step; another one only for another kind."""
        there = self._keyboard
        if there and type(there.step) is type(step):
            there.show_step(step, scene)
            return there
        made = self._made_for(step, scene)
        self._take_keyboard(made)
        return made

    def _take_keyboard(self, keyboard: StepViewModel | None) -> None:
        old, self._keyboard = self._keyboard, keyboard
        if old:
            old.deleteLater()

    def _prepare_keyboard(self) -> None:
        """Make the keyboard of the next step, while nobody waits for it."""
        step = self._run.step_ahead if self._run else None
        is_used = self._step_view_model is not None and self._step_view_model is self._keyboard
        if step and step.place is ViewPlace.PHONE and not is_used:
            keyboard = self._keyboard
            if self._keyboard_for(step, Scene(step.begin())) is not keyboard:
                self.keyboardChanged.emit()

    def _show_scenes(self) -> None:
        scene = self._scene()
        if self._step_view_model:
            self._step_view_model.show_scene(scene)
        self._phone.show_scene(self._phone_scene(scene))

    def _phone_scene(self, scene: Scene) -> PhoneScene:
        run = self._run
        if run is None:
            return PhoneScene()
        shown = PhoneScene(
            screen=run.screen,
            field_contents=run.field_contents,
            glowing=scene.glowing,
            pointed=scene.pointed,
            pressed=scene.pressed,
            active=run.writes_into,
            shows_secrets=run.shows_secrets,
            looked_at=run.looked_at,
            arrival=run.banner,
            messages=run.messages,
            shade_open=run.shade_open,
            hung_up=run.hung_up,
            has_back=run.phone_has_back,
            home_is_target=run.phone_home_is_target,
        )
        held = self._held
        if held is None:
            return shown
        after = held if held.screen else run
        return replace(
            shown,
            screen=run.opened_screen or after.screen,
            field_contents=after.field_contents,
            glowing="",
            pointed="",
            arrival=None,
            ticked=True,
        )

    def _scene(self) -> Scene:
        run = self._run
        if run is None:
            return Scene(settings=self._settings)
        target = run.shown_target
        is_shown = target != NEXT
        finger_may_move = self._finger_may_move or run.way is not Way.WATCH
        pointed = is_shown and run.help is Help.FINGER and finger_may_move
        return Scene(
            progress=run.progress,
            glowing=target if is_shown and run.help >= Help.GLOW else "",
            pointed=target if pointed else "",
            pressed=self._pressed,
            pending_option=run.pending_option.target if run.pending_option else "",
            settings=self._settings,
            translate=self._translator.shown,
        )

    def _demonstrate(self) -> None:
        """Shows the target as pressed, then executes the touch and continues the demonstration."""
        run = self._run
        if run is None or (shown := lesson_run.demonstrate(run)) == run:
            return
        if not self._pressed:
            self._pressed = run.shown_target
            self._show_scenes()
            self._demonstration.start(PRESS_MS)
            return
        self._pressed = ""
        self._demonstration.start(NEXT_KEY_MS)
        self.moved.emit(shown)

    def _restart_hint_timer(self) -> None:
        if self._run and self._run.waits_for_help:
            self._patience.start()
        else:
            self._patience.stop()

    def _offer_hint(self) -> None:
        if self._run and self._run.waits_for_help:
            self.moved.emit(lesson_run.ask_help(self._run))

    # Called by QML.

    @Slot(str)
    def touch(self, target: str) -> None:
        """Handles a touch on a target of the phone or of the step's view.

        While the result of a right touch is shown, the next touch ends the delay.
        """
        if self._held:
            self._end_hold()
            if self._run is None or target != self._run.expected:
                return
        run = self._run
        if run is None or (target == NOTHING and not run.shade_open):
            return
        after = lesson_run.touch(run, target)
        if self.hold_ms and lesson_run.is_done_on_phone(run, target, after):
            self._held = after
            self._show_scenes()
            self._hold.start(self.hold_ms)
            self.rightTouched.emit()
        else:
            self.moved.emit(after)

    def _end_hold(self) -> None:
        held, self._held = self._held, None
        if held:
            self.moved.emit(held)

    @Slot()
    def askHelp(self) -> None:
        if self._run:
            self.moved.emit(lesson_run.ask_help(self._run))

    # Read by QML.

    phone = _has(PhoneViewModel, lambda self: self._phone)

    @Property(QObject, notify=stepChanged)
    def step(self) -> StepViewModel | None:
        """The view model of the step, for the view of its kind."""
        return self._step_view_model

    @Property(QUrl, notify=stepChanged)
    def stepView(self) -> QUrl:
        """The QML file of the step's own view; empty when there is none."""
        step = self._run.step if self._run else None
        view = view_of(kind_of(step)) if step and step.shows_view else None
        return QUrl.fromLocalFile(str(view)) if view else QUrl()

    @Property(QObject, notify=keyboardChanged)
    def keyboard(self) -> StepViewModel | None:
        """The step for the keyboard of the phone: this one, the next, or the last that had one."""
        return self._keyboard

    @Property(QUrl, notify=keyboardChanged)
    def keyboardView(self) -> QUrl:
        """The QML file of that keyboard; empty where none is there."""
        view = view_of(kind_of(self._keyboard.step)) if self._keyboard else None
        return QUrl.fromLocalFile(str(view)) if view else QUrl()

    @Property(str, notify=stepChanged)
    def place(self) -> str:
        """Where the step's own view is placed: nowhere, beside, below or phone."""
        step = self._run.step if self._run else None
        return step.place.value if step and step.shows_view else "nowhere"

    showsPhone = _shows_step(
        bool, lambda self: self._run is not None and self._run.screen is not None
    )
    """Whether there is a phone: told together with the place of the view beside or below it."""
    shownDone = _shows(bool, lambda self: self._run is not None and self._run.shown_done)
    """True when the kiosk has demonstrated the step and the phone shows the result."""
    opening = _shows_step(bool, lambda self: self._run is not None and self._run.at == OPENING)
    """True on the card before the first step."""
    title = _shows(
        str, lambda self: self._translator.shown(self._run.lesson.head.title) if self._run else ""
    )
    number = _shows(str, lambda self: str(self._run.lesson.head.number) if self._run else "")
    way = _shows(str, lambda self: self._run.way.value if self._run else "")
    """One of watch, together, alone, own-phone."""
    ways = _shows(
        list[str], lambda self: [way.value for way in self._run.lesson.ways] if self._run else []
    )
    line = _shows(
        str, lambda self: self._translator.shown(self._run.line.text) if self._run else ""
    )
    """The text of the step, in the chosen language."""

    @Property(list, notify=changed)
    def namesShown(self) -> list[str]:
        """The names of several words on the phone and the note, longer ones first."""
        run = self._run
        shown = {
            *(run.screen.words if run and run.screen else ()),
            *(row.value for row in self.note.rows),
        }
        names = (name for name in shown if 1 <= name.count(" ") <= MAX_SPACES_IN_NAME)
        return sorted(names, key=lambda name: (-len(name), name))

    otherSpeaks = _shows(
        bool, lambda self: self._run is not None and self._run.line.speaker is Speaker.OTHER
    )
    """True when the line is that of another person, such as a caller or a sender."""

    @Property(str, notify=changed)
    def feedback(self) -> str:
        """The feedback to the last touch."""
        feedback = self._run.feedback if self._run else SILENCE
        return self._translator.shown(feedback.text) if feedback else ""

    @Property(str, notify=changed)
    def goal(self) -> str:
        """The goal of the lesson, where it is shown; empty where the line itself says it."""
        run = self._run
        if run is None or run.line == run.goal or run.way not in (Way.WATCH, Way.ALONE):
            return ""
        if run.way is Way.WATCH and run.at != OPENING:
            return ""
        if run.step and run.line == run.step.line:
            return ""
        return self._translator.shown(run.goal.text)

    waits = _shows(
        bool, lambda self: self._run is not None and self._run.pending_option is not None
    )
    """True when an option was spoken but not yet taken."""
    praised = _shows(bool, lambda self: self._run is not None and self._run.praised)
    """True when the feedback is praise."""

    @Property(int, notify=changed)
    def copiedCount(self) -> int:
        """The number of characters copied so far; -1 when the learner uses the own phone."""
        run = self._run
        if run is None or run.step is None or run.way is Way.OWN_PHONE:
            return -1
        return run.step.copied_count(run.progress)

    @Property(str, notify=changed)
    def donePicture(self) -> str:
        """The picture of the last page: another one for a procedure than for a lesson."""
        head = self._run.lesson.head if self._run else None
        return "papers-ready" if head and head.procedure else "all-done"

    @Property(str, notify=changed)
    def comeBackNumber(self) -> str:
        """The number for coming back to the lesson in a later week; empty when it has none."""
        if self._run is None:
            return ""
        week = come_back.week_of(self.today())
        return come_back.spaced(come_back.number_of(self._run.lesson, week))

    @Property(str, notify=changed)
    def comeBackInvitation(self) -> str:
        """The text beside the come-back number."""
        return self._translator.shown(prompts.COME_BACK.text) if self.comeBackNumber else ""

    @Property(list, notify=changed)
    def remember(self) -> list[str]:
        texts = self._run.lesson.head.remember if self._run else ()
        return [self._translator.shown(text) for text in texts]

    stepNumber = _shows(int, lambda self: self._run.number if self._run else 0)
    """The number of the step in this way, from 1; 0 on the opening card."""
    stepCount = _shows(int, lambda self: len(self._run.positions) if self._run else 0)
    nextLeadsOn = _shows(bool, lambda self: self._run is None or self._run.next_leads_on)
    doneOnOwnPhone = _shows(
        bool, lambda self: self._run is not None and is_done_on_own_phone(self._run)
    )
    """True when the step is done on the learner's own phone, rather than only heard."""
    mayAskHelp = _shows(bool, lambda self: self._run is not None and self._run.may_ask_help)


def _bare(text: str) -> str:
    return text.replace(" ", "")


def _revision(run: LessonRun | None) -> Lesson | None:
    return run.lesson if run else None
