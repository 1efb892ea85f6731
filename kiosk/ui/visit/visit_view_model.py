"""The visit as QML sees it: which page, which language, how large, and what every touch asks."""

import random
from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.domain.phone_make import MAKE_NAMES
from kiosk.domain.way import Way
from kiosk.narration.utterance import Clip
from kiosk.player import visit as visits
from kiosk.player.come_back import CameBack
from kiosk.player.next_step import next_step
from kiosk.player.rehearsals import drawn_by_lot
from kiosk.player.speech import lines_of
from kiosk.player.visit import Page, Visit
from kiosk.qt.properties import Property, QmlUncreatable
from kiosk.ui.background.clock import Clock
from kiosk.ui.sound.voice_output import VoiceOutput
from kiosk.ui.sound.voice_view_model import VoiceViewModel
from kiosk.ui.staff.staff_view_model import StaffViewModel
from kiosk.ui.translator import Translator
from kiosk.ui.visit.current_visit import CurrentVisit
from kiosk.ui.visit.home_view_model import HomeViewModel
from kiosk.ui.visit.idle_watch import IdleWatch
from kiosk.ui.visit.language_view_model import LanguageViewModel
from kiosk.ui.visit.lesson_view_model import LessonViewModel
from kiosk.ui.visit.preferences_view_model import PreferencesViewModel
from kiosk.ui.visit.sheet_view_model import SheetViewModel
from kiosk.ui.visit.staff_assist_view_model import StaffAssistViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class VisitViewModel(QObject):
    """One person after the other, and nothing left of the one before."""

    changed = Signal()
    pageChanged = Signal()
    idleStateChanged = Signal()
    settingsChanged = Signal()
    languagesChanged = Signal()
    """Others can be chosen, or another one is."""
    languageChanged = Signal(str)
    stepChanged = Signal()
    """Another page or step is shown."""
    lessonRequested = Signal(str)
    """The id of a lesson that is to be opened."""
    ended = Signal()
    """Nothing of the visit is left."""
    became = Signal(object, object)
    """The visit as it was before, and as it is now."""

    def __init__(
        self,
        current: CurrentVisit,
        clock: Clock,
        speaker: VoiceOutput,
        translator: Translator,
        staff: StaffViewModel,
    ) -> None:
        super().__init__()
        self._current = current
        self.idle_watch = IdleWatch(self._current, clock, staff, self)
        self._speaker = speaker
        self._translator = translator
        self._staff = staff
        self._draw = random.Random()  # noqa: S311 - which rehearsals are played is no secret
        self._connect()

    def _connect(self) -> None:
        current = self._current
        current.became.connect(self.became)
        current.languageChanged.connect(self.languageChanged)
        current.pageChanged.connect(self.pageChanged)
        current.changed.connect(self.changed)
        current.stepChanged.connect(self.stepChanged)
        current.settingsChanged.connect(self.settingsChanged)
        current.language_choice.changed.connect(self.languagesChanged)
        current.home.chosen.connect(self.lessonRequested)
        current.home.seriesChosen.connect(
            lambda series: self._become(visits.open_series(self.visit, series))
        )
        current.assist.agreed.connect(lambda offer: self.open_lesson(offer.lesson, offer.came_back))
        self._staff.loggedIn.connect(lambda: self._become(visits.let_staff_in(self.visit)))
        self.idle_watch.changed.connect(self.idleStateChanged)
        self.idle_watch.gone.connect(self.end_visit)
        self.idle_watch.staffGone.connect(self._leave_staff_area)

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
        return self._current.visit

    @property
    def shown_language(self) -> str:
        """The language that is read now, which is the staff's own on their pages."""
        return self._current.shown_language

    @property
    def web_address(self) -> str | None:
        """The centre's page of a lesson, as the codes on paper say it; None where there is none."""
        return self._current.settings.handout.web_address

    def open_lesson(self, lesson: Lesson, came_back: CameBack | None = None) -> None:
        """Go to the beginning of a lesson, with some of its rehearsals, not always the same."""
        self._staff.close_login()
        if visits.asks_for_phone(self.visit, lesson):
            self._become(visits.ask_for_phone(self.visit, lesson, came_back))
            return
        spoken = self._current.language_choice.rehearsals(self.visit.heard, lesson.id)
        own = drawn_by_lot(lesson.for_phone(self.visit.phone), self._draw, spoken)
        self._become(visits.open_lesson(self.visit, own, came_back))

    def choose_phone(self, make: str) -> None:
        """It is known which phone the person holds; a lesson that waited for that begins."""
        wanted = self.visit.wanted
        self._current.become(visits.choose_phone(self.visit, make), quietly=True)
        if wanted:
            self.open_lesson(wanted, self.visit.came_back)

    def hear_lesson(self, lesson: Lesson, language: str) -> None:
        """Play a lesson on trial with the voice of a language, as its learners will hear it."""
        self._speaker.use_trial_clips({})
        self._become(visits.try_lesson(self.visit, lesson, language))

    def try_lesson(self, lesson: Lesson, voices: Mapping[tuple[str, str], Clip]) -> None:
        """Play a lesson on trial; the staff's area, and the room that is open there, wait.

        `voices`: recordings that are heard in it though the kiosk does not have them, by language
        and key of the sentence.
        """
        self._speaker.use_trial_clips(voices)
        spoken = Counter(language for language, _ in voices)
        voice = (
            "" if self.visit.heard in spoken or not spoken else max(spoken, key=spoken.__getitem__)
        )
        self._become(visits.try_lesson(self.visit, lesson, voice))

    def try_step(self, lesson: Lesson, way: str, at: int) -> None:
        """Play a lesson on trial in a way, from one of its steps on; then the room follows."""
        self._speaker.use_trial_clips({})
        tried = visits.try_lesson(self.visit, lesson)
        self._become(visits.at_step(tried, lesson, Way(way), at))

    def show_revision(self, lesson: Lesson) -> None:
        """Show a lesson as it is written now, with all its rehearsals, and stay at the step."""
        self._become(visits.with_revision(self.visit, lesson))

    def show_step(self, lesson: Lesson, way: str, at: int) -> None:
        """Show a lesson in a way, from one of its steps on, or the first after it in that way."""
        self._become(visits.at_step(self.visit, lesson, Way(way), at))

    def someone_touched(self) -> None:
        """Somebody is there: any touch or key says so."""
        self.idle_watch.touched()

    def look_round(self) -> None:
        """Ask whether somebody is there, or wipe the visit, once it has been quiet for long."""
        self.idle_watch.look_round()

    def look_round_after(self, quiet_s: float) -> None:
        """Look round as if nobody had touched anything for so many seconds more."""
        self.idle_watch.look_round_after(quiet_s)

    def _leave_staff_area(self) -> None:
        lesson = visits.leave_staff_area(self.visit)
        if lesson is None:
            self.end_visit()
        else:
            self._staff.close_login()
            self._become(lesson)

    def end_visit(self) -> None:
        """Wipe everything and wait for the next person."""
        self._speaker.stop()
        self._staff.close_login()
        self.idle_watch.ask_no_more()
        self._current.begin_anew()
        self.idleStateChanged.emit()
        self.ended.emit()

    def _become(self, visit: Visit, *, quietly: bool = False) -> None:
        self._current.become(visit, quietly=quietly)

    # What QML asks for.

    @Slot()
    def begin(self) -> None:
        """The attract page was touched."""
        self._become(visits.begin(self.visit, len(self._current.language_choice.offered)))

    @Slot()
    def goHome(self) -> None:
        """Home was touched; at home it asks whether the visit is to end."""
        if self.visit.page in (Page.HOME, Page.LANGUAGE) and not self.visit.series:
            self._leave()
        else:
            if not self.visit.before_trial:
                self._staff.close_login()
            self._become(visits.go_home(self.visit))

    @Slot()
    def goBack(self) -> None:
        """Back was touched."""
        if self.visit.page in (Page.PIN, Page.STAFF):
            if self._staff.go_back():
                return
            self._staff.close_login()
        back = visits.go_back(self.visit)
        if back.page is Page.ATTRACT and self.visit.page is Page.LANGUAGE:
            self._leave()
        else:
            self._become(back)

    def _leave(self) -> None:
        """End the visit; where she has done anything, ask first."""
        if visits.has_something_to_lose(self.visit):
            self._become(visits.ask_to_leave(self.visit))
        else:
            self.end_visit()

    @Slot()
    def resumeLeft(self) -> None:
        """Go on with the lesson that was left."""
        self._become(visits.resume_left(self.visit))

    @Slot()
    def goOn(self) -> None:
        """Next was touched."""
        self._become(next_step(self.visit, self._current.home.count))

    @Slot()
    def hearAgain(self) -> None:
        """Hear again was touched."""
        if self.visit.page in (Page.PIN, Page.STAFF):
            if not self._staff.hear_again():
                self._speaker.say([self._staff.where])
            return
        self._current.voice.tell_again(self.visit)

    @Slot()
    def endVisit(self) -> None:
        """Staff make the kiosk ready for the next person."""
        self.end_visit()

    @Slot()
    def stay(self) -> None:
        """The question whether somebody is there was answered."""
        self.someone_touched()

    @Slot()
    def askPin(self) -> None:
        """Staff want in."""
        self._staff.open_login()
        self._become(visits.ask_pin(self.visit))

    @Slot(str)
    def chooseWay(self, way: str) -> None:
        """A way was touched."""
        self._become(visits.choose_way(self.visit, Way(way)), quietly=True)
        self._current.voice.tell(self.visit)

    @Slot(str)
    def choosePhone(self, make: str) -> None:
        """A phone was touched."""
        self.choose_phone(make)

    @Slot(str, result=str)
    def makeName(self, make: str) -> str:
        """What a make of phone is called, in every language alike."""
        return next((name for each, name in MAKE_NAMES.items() if each == make), make)

    # What QML shows.

    @Property(QObject, constant=True)
    def home(self) -> HomeViewModel:
        """The page of lessons."""
        return self._current.home

    @Property(QObject, constant=True)
    def lesson(self) -> LessonViewModel:
        """The lesson."""
        return self._current.lesson

    @Property(QObject, constant=True)
    def preferences(self) -> PreferencesViewModel:
        """How the person likes to see and hear."""
        return self._current.preferences

    @Property(QObject, constant=True)
    def assist(self) -> StaffAssistViewModel:
        """What staff at the counter do beside the person."""
        return self._current.assist

    @Property(QObject, constant=True)
    def sheets(self) -> SheetViewModel:
        """What the person lays upon the page."""
        return self._current.sheets

    @Property(QObject, constant=True)
    def staff(self) -> StaffViewModel:
        """The staff login and pages."""
        return self._staff

    @Slot(str, result=str)
    def worded(self, text: str) -> str:
        """A Vietnamese text in the chosen language."""
        return self._translator.shown(text)

    @Property(QObject, constant=True)
    def voice(self) -> VoiceViewModel:
        """What is heard."""
        return self._speaker.voice

    @Property(str, notify=settingsChanged)
    def centreName(self) -> str:
        """Who the kiosk belongs to."""
        return self._current.settings.centre.name

    @Property(bool, notify=settingsChanged)
    def mayLeave(self) -> bool:
        """Whether the centre lets staff leave the kiosk."""
        return self._current.settings.staff.leave_allowed

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        """Which page fills the screen."""
        return self.visit.page.value

    @Property(bool, notify=idleStateChanged)
    def askedIfThere(self) -> bool:
        """Whether the person is asked if she is still there."""
        return self.idle_watch.is_asking

    @Property(str, notify=changed)
    def stillThere(self) -> str:
        """The question, in the chosen language."""
        return self._translator.shown(prompts.STILL_THERE.text)

    @Property(list, notify=changed)
    def lines(self) -> list[str]:
        """What the page tells, in the chosen language."""
        return [self._translator.shown(line.text) for line in lines_of(self.visit)]

    @Property(str, notify=changed)
    def language(self) -> str:
        """The code of the chosen language."""
        return self.visit.language

    @Property(list, notify=languagesChanged)
    def languages(self) -> list[dict[str, object]]:
        """The languages that are offered: `code`, `name`, `greeting`, `invitation`, how much."""
        purpose, texts = prompts.PURPOSE.text, self._translator.known_text_in
        return [
            {**tile, "purpose": texts(str(tile["code"]), purpose) or ""}
            for tile in self._current.language_choice.tiles
        ]

    @Property(QObject, constant=True)
    def languageChoice(self) -> LanguageViewModel:
        """The languages that can be heard."""
        return self._current.language_choice
