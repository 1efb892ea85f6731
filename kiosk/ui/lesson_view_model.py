"""The lesson as QML sees it: the words, the phone, the step's own view, and what points where."""

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.lesson import Lesson
from kiosk.domain.line import SILENCE, Speaker
from kiosk.domain.settings import Settings
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player import lesson_run
from kiosk.player.lesson_run import OPENING, Help, LessonRun
from kiosk.player.paper_note import rows_of
from kiosk.player.place import place_in_lesson
from kiosk.steps import kind_of, view_model_of, view_of
from kiosk.steps.step_view_model import Scene, StepViewModel
from kiosk.ui.phone_view_model import PhoneScene, PhoneViewModel
from kiosk.ui.translator import Translator

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

HINT_AFTER_MS = 20_000
DEMONSTRATION_MS = 650


@QmlElement
@QmlUncreatable("made by the visit")
class LessonViewModel(QObject):
    """The step that is shown, and what a touch asks for."""

    changed = Signal()
    stepChanged = Signal()
    moved = Signal(object)
    """The run that a touch, a hint or the demonstration made of this one."""

    def __init__(self, settings: Settings, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._translator = translator
        self._run: LessonRun | None = None
        self._step_view_model: StepViewModel | None = None
        self._voice_done = False
        self._phone = PhoneViewModel(self)
        self._phone.touched.connect(self.touch)
        self._demonstration = self._timer(DEMONSTRATION_MS, self._demonstrate)
        self._patience = self._timer(HINT_AFTER_MS, self._offer_hint)

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
        other_place = place_in_lesson(before) != place_in_lesson(run)
        other_step = other_place or _edition(before) is not _edition(run)
        if other_step:
            self._voice_done = False
            self._make_step_view_model()
        self._restart_patience()
        self._show_scenes()
        if other_step:
            self.stepChanged.emit()
        self.changed.emit()

    def voice_finished(self) -> None:
        """The line was heard: now the finger may move."""
        if self._run is None:
            return
        self._voice_done = True
        self._show_scenes()
        self._demonstration.start()

    def retranslate(self) -> None:
        """Show everything in the language that the translator has now."""
        if self._step_view_model:
            self._step_view_model.changed.emit()
        self.changed.emit()

    def _make_step_view_model(self) -> None:
        old, self._step_view_model = self._step_view_model, None
        step = self._run.step if self._run else None
        if step:
            made = view_model_of(kind_of(step))(step, self._scene(), self)
            made.touched.connect(self.touch)
            self._step_view_model = made
        if old:
            old.deleteLater()

    def _show_scenes(self) -> None:
        scene = self._scene()
        if self._step_view_model:
            self._step_view_model.show_scene(scene)
        run = self._run
        self._phone.show_scene(
            PhoneScene(
                screen=run.screen if run else None,
                filled=run.filled if run else {},
                glowing=scene.glowing,
                pointed=scene.pointed,
            )
        )

    def _scene(self) -> Scene:
        run = self._run
        if run is None:
            return Scene(settings=self._settings)
        target = run.shown_target
        is_shown = target != NEXT
        finger_may_move = self._voice_done or run.way is not Way.WATCH
        pointed = is_shown and run.help is Help.FINGER and finger_may_move
        return Scene(
            progress=run.progress,
            glowing=target if is_shown and run.help >= Help.GLOW else "",
            pointed=target if pointed else "",
            settings=self._settings,
            translate=self._translator.shown,
        )

    def _demonstrate(self) -> None:
        if self._run and (shown := lesson_run.demonstrate(self._run)) != self._run:
            self.moved.emit(shown)
            self._demonstration.start()

    def _restart_patience(self) -> None:
        waits = self._run and self._run.way is Way.ALONE and self._run.help is Help.NONE
        if waits and self._run.expected != NEXT:
            self._patience.start()
        else:
            self._patience.stop()

    def _offer_hint(self) -> None:
        if self._run and self._run.help is Help.NONE:
            self.moved.emit(lesson_run.ask_help(self._run))

    # What QML asks for.

    @Slot(str)
    def touch(self, target: str) -> None:
        """A target of the phone or of the step's own view was touched."""
        if self._run:
            self.moved.emit(lesson_run.touch(self._run, target))

    @Slot()
    def askHelp(self) -> None:
        """A hint was asked for."""
        if self._run:
            self.moved.emit(lesson_run.ask_help(self._run))

    # What QML shows.

    @Property(QObject, constant=True)
    def phone(self) -> PhoneViewModel:
        """The simulated phone."""
        return self._phone

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

    @Property(str, notify=stepChanged)
    def place(self) -> str:
        """Where the kind's own view stands: nowhere, beside, below or phone."""
        step = self._run.step if self._run else None
        return step.place.value if step and step.shows_view else "nowhere"

    @Property(bool, notify=stepChanged)
    def opening(self) -> bool:
        """Whether this is the card before the first step."""
        return self._run is not None and self._run.at == OPENING

    @Property(str, notify=changed)
    def title(self) -> str:
        """The lesson's title."""
        return self._translator.shown(self._run.lesson.head.title) if self._run else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        """The lesson's number."""
        return str(self._run.lesson.head.number) if self._run else ""

    @Property(str, notify=changed)
    def way(self) -> str:
        """Which of the four ways: watch, together, alone, own-phone."""
        return self._run.way.value if self._run else ""

    @Property(list, notify=changed)
    def ways(self) -> list[str]:
        """The ways that this lesson has."""
        return [way.value for way in self._run.lesson.ways] if self._run else []

    @Property(str, notify=changed)
    def line(self) -> str:
        """What the step tells."""
        return self._translator.shown(self._run.line.text) if self._run else ""

    @Property(bool, notify=changed)
    def otherSpeaks(self) -> bool:
        """Whether the line is somebody else's: a caller's, a writer's."""
        return self._run is not None and self._run.line.speaker is Speaker.OTHER

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
        return self._translator.shown(run.goal.text)

    @Property(bool, notify=changed)
    def missed(self) -> bool:
        """Whether the last touch was not the right one."""
        return self._run is not None and self._run.misses > 0

    @Property(list, notify=stepChanged)
    def note(self) -> list[dict[str, str]]:
        """The rows of the paper note: `label` and `value`."""
        step = self._run.step if self._run else None
        rows = rows_of(step, self._settings.wifi) if step else ()
        return [{"label": self._translator.shown(label), "value": value} for label, value in rows]

    @Property(str, notify=changed)
    def donePicture(self) -> str:
        """The picture of the end: glad after a lesson, quiet after a procedure."""
        head = self._run.lesson.head if self._run else None
        return "papers-ready" if head and head.procedure else "all-done"

    @Property(list, notify=changed)
    def remember(self) -> list[str]:
        """What to remember of the lesson."""
        texts = self._run.lesson.head.remember if self._run else ()
        return [self._translator.shown(text) for text in texts]

    @Property(list, notify=changed)
    def facts(self) -> list[dict[str, str]]:
        """What a procedure asks for and how it goes: `name`, a short `text` in the language."""
        procedure = self._run.lesson.head.procedure if self._run else None
        facts = procedure.facts() if procedure else {}
        return [
            {"name": name, "text": "; ".join(map(self._translator.shown, texts[at : at + 2]))}
            for name, texts in facts.items()
            for at in range(0, len(texts), 2)
        ]

    @Property(int, notify=changed)
    def stepNumber(self) -> int:
        """Which step of this way, from 1; 0 on the opening card."""
        return self._run.number if self._run else 0

    @Property(int, notify=changed)
    def stepCount(self) -> int:
        """How many steps this way has."""
        return len(self._run.positions) if self._run else 0

    @Property(bool, notify=changed)
    def nextLeadsOn(self) -> bool:
        """Whether Next is what to touch."""
        return self._run is None or self._run.next_leads_on

    @Property(bool, notify=changed)
    def mayAskHelp(self) -> bool:
        """Whether there is a hint to ask for."""
        return self._run is not None and self._run.may_ask_help


def _edition(run: LessonRun | None) -> Lesson | None:
    return run.lesson if run else None
