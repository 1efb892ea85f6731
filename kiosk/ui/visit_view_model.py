"""The visit as QML sees it: which page, which language, how large, and what every touch asks."""

import random
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.domain.line import Line
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.i18n.languages import SOURCE, Language
from kiosk.player import counter
from kiosk.player import visit as visits
from kiosk.player.coverage import Coverage
from kiosk.player.idle import Presence, presence
from kiosk.player.lesson_run import LessonRun
from kiosk.player.rehearsals import drawn_by_lot
from kiosk.player.speech import is_news, lines_of, lines_to_come
from kiosk.player.visit import Comfort, Page, Visit
from kiosk.ui.clock import Clock
from kiosk.ui.comfort_view_model import ComfortViewModel
from kiosk.ui.counter_view_model import CounterViewModel
from kiosk.ui.home_view_model import HomeViewModel
from kiosk.ui.lesson_view_model import LessonViewModel
from kiosk.ui.speaker import Speaker
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.tongue_view_model import TongueViewModel
from kiosk.ui.translator import Translator
from kiosk.ui.voice_view_model import VoiceViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_ROUND_MS = 1000


@QmlElement
@QmlUncreatable("made by the application")
class VisitViewModel(QObject):
    """One person after the other, and nothing left of the one before."""

    changed = Signal()
    pageChanged = Signal()
    presenceChanged = Signal()
    settingsChanged = Signal()
    languagesChanged = Signal()
    """Others can be chosen, or another one is."""
    languageChanged = Signal(str)
    stepChanged = Signal()
    """Another page or step is shown."""
    lessonWished = Signal(str)
    """The id of a lesson that is to be opened."""
    ended = Signal()
    """Nothing of the visit is left."""
    became = Signal(object, object)
    """The visit as it was before, and as it is now."""

    def __init__(
        self,
        *,
        settings: Settings,
        languages: Mapping[str, Language],
        clock: Clock,
        speaker: Speaker,
        translator: Translator,
        staff: StaffViewModel,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._clock = clock
        self._speaker = speaker
        self._translator = translator
        self._visit = visits.new_visit(settings, tuple(languages))
        self._tongues = TongueViewModel(settings.languages, languages, self._visit, self)
        self._touched_s = clock.now_s()
        self._presence = Presence.HERE
        self._home = HomeViewModel(translator, self)
        self._lesson = LessonViewModel(settings, translator, self)
        self._comfort = ComfortViewModel(self._visit.comfort, self)
        self._counter = CounterViewModel(self._visit, clock, translator, self)
        self._staff = staff
        self._draw = random.Random()  # noqa: S311 - which rehearsals are played is no secret
        self._connect()
        self._tell_comfort()

    def use_settings(self, settings: Settings) -> None:
        """Go on with other settings: seen at once, and where the next visit begins."""
        before, self._settings = self._settings, settings
        self._tongues.use_settings(settings.languages)
        self._lesson.use_settings(settings)
        self._become(visits.with_settings(self._visit, before, settings), quietly=True)
        self.settingsChanged.emit()

    def use_languages(
        self, known: Mapping[str, Language], coverage: Mapping[str, Coverage]
    ) -> None:
        """Go on with other languages; a visit in one that is gone goes on in Vietnamese."""
        self._tongues.use_languages(known, coverage)
        self._become(visits.without_lost_languages(self._visit, known.keys()))

    def _connect(self) -> None:
        self._tongues.changed.connect(self.languagesChanged)
        self._tongues.voiceChosen.connect(self._take_voice)
        self._home.chosen.connect(self.lessonWished)
        self._lesson.moved.connect(self._take_run)
        self._comfort.wished.connect(self._take_comfort)
        self._comfort.voiceWished.connect(self.hearAgain)
        self._counter.wished.connect(self._become)
        self._counter.agreed.connect(self.open_lesson)
        self._speaker.finished.connect(self._lesson.voice_finished)
        self._staff.letIn.connect(lambda: self._become(visits.let_staff_in(self._visit)))
        self._look_round = QTimer(self, interval=LOOK_ROUND_MS)
        self._look_round.timeout.connect(self.look_round)
        self._look_round.start()

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
        return self._visit

    def show_lessons(self, heads: Mapping[str, LessonHead]) -> None:
        """Offer the lessons of these heads, by id; a page that is no more is turned back."""
        self._home.show_lessons(heads)
        page = min(self._visit.home_page, visits.pages_for(len(heads)) - 1)
        self._become(replace(self._visit, home_page=page), quietly=True)

    def open_lesson(self, lesson: Lesson) -> None:
        """Go to the beginning of a lesson, with some of its rehearsals, not always the same."""
        self._staff.close_door()
        self._become(visits.open_lesson(self._visit, drawn_by_lot(lesson, self._draw)))

    def try_lesson(self, lesson: Lesson) -> None:
        """Play a lesson on trial; the staff's area, and the room that is open there, wait."""
        self._become(visits.try_lesson(self._visit, lesson))

    def show_edition(self, lesson: Lesson) -> None:
        """Show a lesson as it is written now, with all its rehearsals, and stay at the step."""
        self._become(visits.with_edition(self._visit, lesson))

    def someone_touched(self) -> None:
        """Somebody is there: any touch or key says so."""
        self._touched_s = self._clock.now_s()
        if self._presence is Presence.ASKED:
            self._believe(Presence.HERE)

    def look_round(self) -> None:
        """Ask whether somebody is there, or wipe the visit, once it has been quiet for long."""
        if self._staff.is_busy:
            self._touched_s = self._clock.now_s()
        untouched_s = self._clock.now_s() - self._touched_s
        believed = presence(self._visit, self._settings.idle, untouched_s)
        if believed is Presence.GONE:
            self.end_visit()
        elif believed is Presence.STAFF_GONE:
            self._leave_staff_area()
        elif believed is not self._presence:
            self._believe(believed)

    def look_round_after(self, quiet_s: float) -> None:
        """Look round as if nobody had touched anything for so many seconds more."""
        self._touched_s -= quiet_s
        self.look_round()

    def _leave_staff_area(self) -> None:
        lesson = visits.leave_staff_area(self._visit)
        if lesson is None:
            self.end_visit()
        else:
            self._staff.close_door()
            self._become(lesson)

    def _believe(self, believed: Presence) -> None:
        self._presence = believed
        if believed is Presence.ASKED:
            self._speaker.say([prompts.STILL_THERE])
        else:
            self._speaker.say(lines_of(self._visit))
        self.presenceChanged.emit()

    def end_visit(self) -> None:
        """Wipe everything and wait for the next person."""
        self._speaker.stop()
        self._staff.close_door()
        self._presence = Presence.HERE
        self._become(visits.new_visit(self._settings, self._tongues.codes))
        self.presenceChanged.emit()
        self.ended.emit()

    def _take_run(self, run: LessonRun) -> None:
        self._become(visits.with_run(self._visit, run))

    def _become(self, visit: Visit, *, quietly: bool = False) -> None:
        """Make it so: show it, and say what is new."""
        before, self._visit = self._visit, visit
        if visit == before:
            return
        self.became.emit(before, visit)
        self._tongues.show_visit(visit)
        self._speaker.use_language(visit.heard)
        if visit.language != before.language:
            self._use_language(visit.language)
        if visit.comfort != before.comfort:
            self._tell_comfort()
        self._comfort.show_comfort(visit.comfort)
        self._home.show_page(visit.home_page)
        self._counter.show_visit(visit)
        self._lesson.show_run(visit.run)
        if visit.page is not before.page:
            self.pageChanged.emit()
        self.changed.emit()
        if _place(visit) != _place(before):
            self.stepChanged.emit()
        self._speak(before, visit, quietly=quietly)

    def _tell_comfort(self) -> None:
        comfort = self._visit.comfort
        self._speaker.set_comfort(slow=comfort.slow, volume=comfort.volume)

    def _speak(self, before: Visit, visit: Visit, *, quietly: bool) -> None:
        if quietly:
            return
        if is_news(before, visit):
            self._speaker.say(lines_of(visit))
        elif _place(visit) != _place(before):
            self._speaker.stop()
        if _to_prepare(visit) != _to_prepare(before):
            self._speaker.prepare(lines_to_come(visit))

    def _use_language(self, language: str) -> None:
        self._translator.use_language(language)
        self.languageChanged.emit(language)
        self._home.retranslate()
        self._lesson.retranslate()

    # What QML asks for.

    @Slot()
    def begin(self) -> None:
        """The attract page was touched."""
        self._become(visits.begin(self._visit, len(self._tongues.offered)))

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """A language's tile was touched; it greets in its own voice."""
        greets = self._visit.page is Page.LANGUAGE
        tongues = self._tongues
        chosen = visits.choose_language(self._visit, code, reads=tongues.reads(code))
        self._become(chosen, quietly=greets)
        if greets and code in tongues.codes:
            source = tongues.greeting(SOURCE) or tongues.greeting(code)
            self._speaker.say_greeting(
                tongues.greeting(code), code, lines_of(chosen), source=source
            )

    @Slot()
    def otherLanguage(self) -> None:
        """The next language that is offered."""
        self.chooseLanguage(self._tongues.after(self._visit))

    def _take_voice(self, code: str) -> None:
        self._become(visits.choose_voice(self._visit, code))

    @Slot()
    def goHome(self) -> None:
        """Home was touched; at home it ends the visit."""
        if self._visit.page in (Page.HOME, Page.LANGUAGE):
            self.end_visit()
        else:
            if not self._visit.before_trial:
                self._staff.close_door()
            self._become(visits.go_home(self._visit))

    @Slot()
    def goBack(self) -> None:
        """Back was touched."""
        if self._visit.page in (Page.PIN, Page.STAFF):
            if self._staff.go_back():
                return
            self._staff.close_door()
        self._become(visits.go_back(self._visit))

    @Slot()
    def goOn(self) -> None:
        """Next was touched."""
        match self._visit.page:
            case Page.LESSON:
                self._lesson.onward()
            case Page.HOME:
                self._become(visits.turn_home_page(self._visit, self._home.count))
            case Page.DONE:
                self._become(counter.after_done(self._visit))
            case _:
                pass

    @Slot()
    def hearAgain(self) -> None:
        """Hear again was touched; at home the tiles are named too."""
        if self._visit.page in (Page.PIN, Page.STAFF):
            if not self._staff.hear_again():
                self._speaker.say([self._staff.where])
            return
        titles = [Line(tile["title"]) for tile in self._home.tiles] if self._at_home else []
        self._speaker.say([*lines_of(self._visit), *titles], rings=False)

    @property
    def _at_home(self) -> bool:
        return self._visit.page is Page.HOME

    @Slot()
    def endVisit(self) -> None:
        """Staff make the kiosk ready for the next person."""
        self.end_visit()

    @Slot()
    def stay(self) -> None:
        """The question whether somebody is there was answered."""
        self.someone_touched()

    @Slot()
    def callStaff(self) -> None:
        """Call staff was touched."""
        self._become(replace(self._visit, calling_staff=True))

    @Slot()
    def staffCame(self) -> None:
        """The sign that calls staff was touched away."""
        self._become(replace(self._visit, calling_staff=False))

    @Slot()
    def askPin(self) -> None:
        """Staff want in."""
        self._staff.open_door()
        self._become(visits.ask_pin(self._visit))

    @Slot()
    def adjust(self) -> None:
        """The sheet for text size, colours and voice was opened or closed."""
        self._become(replace(self._visit, adjusting=not self._visit.adjusting))

    @Slot()
    def showWays(self) -> None:
        """The sheet of the four ways was opened or closed."""
        self._become(replace(self._visit, choosing_way=not self._visit.choosing_way))

    @Slot(str)
    def chooseWay(self, way: str) -> None:
        """A way was touched."""
        self._become(visits.choose_way(self._visit, Way(way)), quietly=True)
        self.hearAgain()

    def _take_comfort(self, comfort: Comfort) -> None:
        self._become(visits.with_comfort(self._visit, comfort))

    # What QML shows.

    @Property(QObject, constant=True)
    def home(self) -> HomeViewModel:
        """The page of lessons."""
        return self._home

    @Property(QObject, constant=True)
    def lesson(self) -> LessonViewModel:
        """The lesson."""
        return self._lesson

    @Property(QObject, constant=True)
    def comfort(self) -> ComfortViewModel:
        """How the person likes to see and hear."""
        return self._comfort

    @Property(QObject, constant=True)
    def counter(self) -> CounterViewModel:
        """What staff at the counter do beside the person."""
        return self._counter

    @Property(QObject, constant=True)
    def staff(self) -> StaffViewModel:
        """The staff's door and page."""
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
        return self._settings.centre.name

    @Property(str, notify=settingsChanged)
    def callNote(self) -> str:
        """The centre's own words while staff are called; empty for none."""
        return self._settings.staff.call_note or ""

    @Property(bool, notify=settingsChanged)
    def mayLeave(self) -> bool:
        """Whether the centre lets staff leave the kiosk."""
        return self._settings.staff.leave_allowed

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        """Which page fills the screen."""
        return self._visit.page.value

    @Property(bool, notify=presenceChanged)
    def askedIfThere(self) -> bool:
        """Whether the person is asked if she is still there."""
        return self._presence is Presence.ASKED

    @Property(str, notify=changed)
    def stillThere(self) -> str:
        """The question, in the chosen language."""
        return self._translator.shown(prompts.STILL_THERE.text)

    @Property(bool, notify=changed)
    def callingStaff(self) -> bool:
        """Whether staff are called."""
        return self._visit.calling_staff

    @Property(bool, notify=changed)
    def adjusting(self) -> bool:
        """Whether the sheet for text size, colours and voice is open."""
        return self._visit.adjusting

    @Property(bool, notify=changed)
    def choosingWay(self) -> bool:
        """Whether the sheet of the four ways is open."""
        return self._visit.choosing_way

    @Property(list, notify=changed)
    def lines(self) -> list[str]:
        """What the page tells, in the chosen language."""
        return [self._translator.shown(line.text) for line in lines_of(self._visit)]

    @Property(str, notify=changed)
    def language(self) -> str:
        """The code of the chosen language."""
        return self._visit.language

    @Property(str, notify=languagesChanged)
    def languageName(self) -> str:
        """The chosen language's own name."""
        return self._tongues.chosen_name

    @Property(list, notify=languagesChanged)
    def languages(self) -> list[dict[str, object]]:
        """The languages that are offered: `code`, `name`, `greeting`, `invitation`, how much."""
        return self._tongues.tiles

    @Property(QObject, constant=True)
    def tongues(self) -> TongueViewModel:
        """The languages that can be heard."""
        return self._tongues


def _place(visit: Visit) -> tuple[object, ...]:
    run = visit.run
    upon = (visit.offered, visit.pad is not None, visit.in_corner)
    return (visit.page, *upon, *((run.lesson.id, run.way, run.at, len(run.trail)) if run else ()))


def _to_prepare(visit: Visit) -> tuple[object, ...]:
    """Another one whenever other words, or words in another voice, may come."""
    return (*_place(visit), visit.language, visit.heard, visit.comfort.slow)
