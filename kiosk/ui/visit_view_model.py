"""The visit as QML sees it: which page, which language, how large, and what every touch asks."""

import random

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way
from kiosk.player import visit as visits
from kiosk.player.onward import onward
from kiosk.player.rehearsals import drawn_by_lot
from kiosk.player.speech import lines_of
from kiosk.player.visit import Page, Visit
from kiosk.ui.attendance import Attendance
from kiosk.ui.clock import Clock
from kiosk.ui.comfort_view_model import ComfortViewModel
from kiosk.ui.counter_view_model import CounterViewModel
from kiosk.ui.current_visit import CurrentVisit
from kiosk.ui.home_view_model import HomeViewModel
from kiosk.ui.lesson_view_model import LessonViewModel
from kiosk.ui.sheet_view_model import SheetViewModel
from kiosk.ui.speaker import Speaker
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.tongue_view_model import TongueViewModel
from kiosk.ui.translator import Translator
from kiosk.ui.voice_view_model import VoiceViewModel

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


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
        current: CurrentVisit,
        clock: Clock,
        speaker: Speaker,
        translator: Translator,
        staff: StaffViewModel,
    ) -> None:
        super().__init__()
        self._current = current
        self._attendance = Attendance(self._current, clock, staff, self)
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
        current.tongues.changed.connect(self.languagesChanged)
        current.home.chosen.connect(self.lessonWished)
        current.comfort.voiceWished.connect(self.hearAgain)
        current.counter.agreed.connect(self.open_lesson)
        self._staff.letIn.connect(lambda: self._become(visits.let_staff_in(self.visit)))
        self._attendance.changed.connect(self.presenceChanged)
        self._attendance.gone.connect(self.end_visit)
        self._attendance.staffGone.connect(self._leave_staff_area)

    @property
    def visit(self) -> Visit:
        """The visit as it is now."""
        return self._current.visit

    def open_lesson(self, lesson: Lesson) -> None:
        """Go to the beginning of a lesson, with some of its rehearsals, not always the same."""
        self._staff.close_door()
        self._become(visits.open_lesson(self.visit, drawn_by_lot(lesson, self._draw)))

    def try_lesson(self, lesson: Lesson) -> None:
        """Play a lesson on trial; the staff's area, and the room that is open there, wait."""
        self._become(visits.try_lesson(self.visit, lesson))

    def show_edition(self, lesson: Lesson) -> None:
        """Show a lesson as it is written now, with all its rehearsals, and stay at the step."""
        self._become(visits.with_edition(self.visit, lesson))

    def someone_touched(self) -> None:
        """Somebody is there: any touch or key says so."""
        self._attendance.touched()

    def look_round(self) -> None:
        """Ask whether somebody is there, or wipe the visit, once it has been quiet for long."""
        self._attendance.look_round()

    def look_round_after(self, quiet_s: float) -> None:
        """Look round as if nobody had touched anything for so many seconds more."""
        self._attendance.look_round_after(quiet_s)

    def _leave_staff_area(self) -> None:
        lesson = visits.leave_staff_area(self.visit)
        if lesson is None:
            self.end_visit()
        else:
            self._staff.close_door()
            self._become(lesson)

    def end_visit(self) -> None:
        """Wipe everything and wait for the next person."""
        self._speaker.stop()
        self._staff.close_door()
        self._attendance.ask_no_more()
        self._current.begin_anew()
        self.presenceChanged.emit()
        self.ended.emit()

    def _become(self, visit: Visit, *, quietly: bool = False) -> None:
        self._current.become(visit, quietly=quietly)

    # What QML asks for.

    @Slot()
    def begin(self) -> None:
        """The attract page was touched."""
        self._become(visits.begin(self.visit, len(self._current.tongues.offered)))

    @Slot()
    def goHome(self) -> None:
        """Home was touched; at home it ends the visit."""
        if self.visit.page in (Page.HOME, Page.LANGUAGE):
            self.end_visit()
        else:
            if not self.visit.before_trial:
                self._staff.close_door()
            self._become(visits.go_home(self.visit))

    @Slot()
    def goBack(self) -> None:
        """Back was touched."""
        if self.visit.page in (Page.PIN, Page.STAFF):
            if self._staff.go_back():
                return
            self._staff.close_door()
        self._become(visits.go_back(self.visit))

    @Slot()
    def goOn(self) -> None:
        """Next was touched."""
        self._become(onward(self.visit, self._current.home.count))

    @Slot()
    def hearAgain(self) -> None:
        """Hear again was touched; at home the tiles are named too."""
        if self.visit.page in (Page.PIN, Page.STAFF):
            if not self._staff.hear_again():
                self._speaker.say([self._staff.where])
            return
        tiles = self._current.home.tiles if self.visit.page is Page.HOME else []
        self._current.voice.tell_again(self.visit, [tile["title"] for tile in tiles])

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
        self._staff.open_door()
        self._become(visits.ask_pin(self.visit))

    @Slot(str)
    def chooseWay(self, way: str) -> None:
        """A way was touched."""
        self._become(visits.choose_way(self.visit, Way(way)), quietly=True)
        self.hearAgain()

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
    def comfort(self) -> ComfortViewModel:
        """How the person likes to see and hear."""
        return self._current.comfort

    @Property(QObject, constant=True)
    def counter(self) -> CounterViewModel:
        """What staff at the counter do beside the person."""
        return self._current.counter

    @Property(QObject, constant=True)
    def sheets(self) -> SheetViewModel:
        """What the person lays upon the page."""
        return self._current.sheets

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
        return self._current.settings.centre.name

    @Property(bool, notify=settingsChanged)
    def mayLeave(self) -> bool:
        """Whether the centre lets staff leave the kiosk."""
        return self._current.settings.staff.leave_allowed

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        """Which page fills the screen."""
        return self.visit.page.value

    @Property(bool, notify=presenceChanged)
    def askedIfThere(self) -> bool:
        """Whether the person is asked if she is still there."""
        return self._attendance.is_asking

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
        return self._current.tongues.tiles

    @Property(QObject, constant=True)
    def tongues(self) -> TongueViewModel:
        """The languages that can be heard."""
        return self._current.tongues
