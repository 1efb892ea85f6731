"""The lesson as QML sees it: the words, the phone, the step's own view, and what points where."""

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
from kiosk.player.spoken_page import is_own_deed
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
"""The finger comes to what it is to press."""
NEXT_KEY_MS = 450
"""The same from one key to the next."""
PRESS_MS = 400
"""What is pressed stays so."""
HOLD_MS = 700
"""What a right touch made of the phone is seen, before another sentence comes."""
AHEAD_MS = 40
"""By then a step is painted, and there is time to make what the next one needs."""
MOST_CELLS = 24
"""A longer value is read as it stands."""
NOTHING = "nothing"
"""What the phone calls a touch on its empty glass."""


@dataclass(frozen=True, slots=True)
class PaperNoteRow:
    label: str
    value: str
    cells: tuple[str, ...]
    """The letters that are copied one by one; empty where the value is only read."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """Something that a procedure asks for or tells."""

    name: str
    """As the lesson file calls it: papers, fee, days, where; for staff also note and address."""
    text: str


@qml_type
class LessonViewModel(QObject):
    """The step that is shown, and what a touch asks for."""

    changed = Signal()
    stepChanged = Signal()
    keyboardChanged = Signal()
    moved = Signal(object)
    """The run that a touch, a hint or the demonstration made of this one."""
    rightTouched = Signal()
    """A right touch led out of a step; the phone shows what came of it before the step changes."""

    note = ShownList(PaperNoteRow)
    """The rows of the paper note."""
    facts = ShownList(FactRow)
    """What a procedure asks for and how it goes, in the language; papers two by two."""

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
        """Do nothing more by itself: the kiosk is taken down."""
        for timer in (self._demonstration, self._hold, self._patience, self._ahead):
            timer.stop()

    def use_settings(self, settings: Settings) -> None:
        """The centre is called, or has a network, otherwise from now on."""
        self._settings = settings
        self.show_run(self._run)

    def _timer(self, interval_ms: int, then: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(then)
        return timer

    def show_run(self, run: LessonRun | None) -> None:
        """Show a run; the step's view is made anew only when the step is another."""
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
        self._restart_patience()
        self._show_scenes()
        self._fill()
        if other_step:
            self.stepChanged.emit()
        if self._keyboard is not keyboard:
            self.keyboardChanged.emit()
        self.changed.emit()

    @property
    def is_holding(self) -> bool:
        """Whether what came of a right touch is still looked at."""
        return self._held is not None

    def voice_finished(self) -> None:
        """The line was heard: now the finger may move, if it does not yet."""
        self._let_finger_move()

    def word_spoken(self, sentence: str, word: int) -> None:
        """A word of a sentence is being spoken: at the target's name the finger moves."""
        if self._finger_may_move or sentence != self.line or self._run is None:
            return
        named = word_of_name(sentence, self._names_of_target())
        if named is not None and word >= named:
            self._let_finger_move()

    def _names_of_target(self) -> tuple[str, ...]:
        run = self._run
        return run.screen.words_of(run.shown_target) if run and run.screen else ()

    def _let_finger_move(self) -> None:
        if self._run is None or self._finger_may_move:
            return
        self._finger_may_move = True
        self._show_scenes()
        self._demonstration.start(TRAVEL_MS)

    def retranslate(self) -> None:
        """Show everything in the language that the translator has now."""
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
        """The letters that she copies one by one: on her own phone those of every value."""
        on_own_phone = self._run is not None and self._run.way is Way.OWN_PHONE
        if on_own_phone and len(value) <= MOST_CELLS:
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
            filled=run.filled,
            glowing=scene.glowing,
            pointed=scene.pointed,
            pressed=scene.pressed,
            active=run.writes_into,
            legible=run.legible,
            looked_at=run.looked_at,
            arrival=run.dropping_in,
            messages=run.messages,
            shade=run.shade,
            hung_up=run.hung_up,
            has_back=run.phone_has_back,
        )
        held = self._held
        if held is None:
            return shown
        after = held if held.screen else run
        return replace(
            shown,
            screen=after.screen,
            filled=after.filled,
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
            takeable=run.option_to_take.target if run.option_to_take else "",
            settings=self._settings,
            translate=self._translator.shown,
        )

    def _demonstrate(self) -> None:
        """Press what is pointed at; then show what comes of it, and go to the next thing."""
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

    def _restart_patience(self) -> None:
        if self._run and self._run.waits_for_help:
            self._patience.start()
        else:
            self._patience.stop()

    def _offer_hint(self) -> None:
        if self._run and self._run.waits_for_help:
            self.moved.emit(lesson_run.ask_help(self._run))

    # What QML asks for.

    @Slot(str)
    def touch(self, target: str) -> None:
        """A target of the phone or of the step's own view was touched; empty glass is nothing.

        While what came of a right touch is still looked at, a further touch goes on at once.
        """
        if self._held:
            self._end_hold()
            if self._run is None or target != self._run.expected:
                return
        run = self._run
        if run is None or (target == NOTHING and not run.shade):
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

    # What QML shows.

    phone = _has(PhoneViewModel, lambda self: self._phone)

    @Property(QObject, notify=stepChanged)
    def step(self) -> StepViewModel | None:
        """The step, for its kind's own view."""
        return self._step_view_model

    @Property(QUrl, notify=stepChanged)
    def stepView(self) -> QUrl:
        """The QML file of the kind's own view; empty where it has none."""
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
        """Where the kind's own view stands: nowhere, beside, below or phone."""
        step = self._run.step if self._run else None
        return step.place.value if step and step.shows_view else "nowhere"

    showsPhone = _shows_step(
        bool, lambda self: self._run is not None and self._run.screen is not None
    )
    """Whether there is a phone: told together with the place of the view beside or below it."""
    shownDone = _shows(bool, lambda self: self._run is not None and self._run.shown_done)
    """Whether the kiosk did the step by itself, and the phone shows what came of it."""
    opening = _shows_step(bool, lambda self: self._run is not None and self._run.at == OPENING)
    """Whether this is the card before the first step."""
    title = _shows(
        str, lambda self: self._translator.shown(self._run.lesson.head.title) if self._run else ""
    )
    number = _shows(str, lambda self: str(self._run.lesson.head.number) if self._run else "")
    way = _shows(str, lambda self: self._run.way.value if self._run else "")
    """Which of the four ways: watch, together, alone, own-phone."""
    ways = _shows(
        list[str], lambda self: [way.value for way in self._run.lesson.ways] if self._run else []
    )
    line = _shows(
        str, lambda self: self._translator.shown(self._run.line.text) if self._run else ""
    )
    """What the step tells."""
    otherSpeaks = _shows(
        bool, lambda self: self._run is not None and self._run.line.speaker is Speaker.OTHER
    )
    """Whether the line is somebody else's: a caller's, a writer's."""

    @Property(str, notify=changed)
    def feedback(self) -> str:
        """The answer to the last touch."""
        feedback = self._run.feedback if self._run else SILENCE
        return self._translator.shown(feedback.text) if feedback else ""

    @Property(str, notify=changed)
    def goal(self) -> str:
        """What the learner will be able to do; empty where the line itself says it."""
        run = self._run
        if run is None or run.line == run.goal or run.way not in (Way.WATCH, Way.ALONE):
            return ""
        if run.way is Way.WATCH and run.at != OPENING:
            return ""
        if run.step and run.line == run.step.line:
            return ""
        return self._translator.shown(run.goal.text)

    waits = _shows(
        bool, lambda self: self._run is not None and self._run.option_to_take is not None
    )
    """Whether a choice was said and waits to be taken: nothing is right or wrong yet."""
    praised = _shows(bool, lambda self: self._run is not None and self._run.praised)
    """Whether the answer to the last touch is praise."""

    @Property(int, notify=changed)
    def copiedCount(self) -> int:
        """How many letters of what is copied stand in the field; -1 where she copies by herself."""
        run = self._run
        if run is None or run.step is None or run.way is Way.OWN_PHONE:
            return -1
        return run.step.copied_count(run.progress)

    @Property(str, notify=changed)
    def donePicture(self) -> str:
        """The picture of the end: glad after a lesson, quiet after a procedure."""
        head = self._run.lesson.head if self._run else None
        return "papers-ready" if head and head.procedure else "all-done"

    @Property(str, notify=changed)
    def comeBackNumber(self) -> str:
        """By what somebody who learnt the lesson this week comes back; empty where it has none."""
        if self._run is None:
            return ""
        week = come_back.week_of(self.today())
        return come_back.spaced(come_back.number_of(self._run.lesson, week))

    @Property(str, notify=changed)
    def comeBackInvitation(self) -> str:
        """What is said beside that number."""
        return self._translator.shown(prompts.COME_BACK.text) if self.comeBackNumber else ""

    @Property(list, notify=changed)
    def remember(self) -> list[str]:
        texts = self._run.lesson.head.remember if self._run else ()
        return [self._translator.shown(text) for text in texts]

    stepNumber = _shows(int, lambda self: self._run.number if self._run else 0)
    """Which step of this way, from 1; 0 on the opening card."""
    stepCount = _shows(int, lambda self: len(self._run.positions) if self._run else 0)
    nextLeadsOn = _shows(bool, lambda self: self._run is None or self._run.next_leads_on)
    ownDeed = _shows(bool, lambda self: self._run is not None and is_own_deed(self._run))
    """Whether there is something to do on her own phone, and not only to listen to."""
    mayAskHelp = _shows(bool, lambda self: self._run is not None and self._run.may_ask_help)


def _bare(text: str) -> str:
    return text.replace(" ", "")


def _revision(run: LessonRun | None) -> Lesson | None:
    return run.lesson if run else None
