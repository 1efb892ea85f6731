"""The view model of the visit: the state of one learner's session, shared by all parts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.domain.phone_make import MAKE_NAMES
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.i18n.languages import SOURCE, Language
from kiosk.narration.utterance import Clip
from kiosk.player import visit as visits
from kiosk.player.come_back import ComeBack
from kiosk.player.home_tiles import home_tiles
from kiosk.player.idle import IdleState, idle_state
from kiosk.player.next_step import next_step
from kiosk.player.rehearsals import random_rehearsals
from kiosk.player.screen_key import screen_key_of
from kiosk.player.speech import lines_of
from kiosk.player.spoken_page import PageContent, options_of
from kiosk.player.visit import Page, Visit
from kiosk.qt.properties import Properties, qml_type
from kiosk.ui.background.clock import Clock
from kiosk.ui.sound.voice_output import VoiceOutput
from kiosk.ui.sound.voice_view_model import VoiceViewModel
from kiosk.ui.staff.staff_view_model import StaffViewModel
from kiosk.ui.translator import Translator
from kiosk.ui.visit.home_view_model import HomeViewModel
from kiosk.ui.visit.language_view_model import LanguageViewModel
from kiosk.ui.visit.lesson_view_model import LessonViewModel
from kiosk.ui.visit.preferences_view_model import PreferencesViewModel
from kiosk.ui.visit.sheet_view_model import SheetViewModel
from kiosk.ui.visit.staff_assist_view_model import StaffAssistViewModel
from kiosk.ui.visit.visit_voice import VisitVoice

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson, LessonHead
    from kiosk.player.coverage import Coverage

CHECK_IDLE_MS = 1000
"""The interval of the idle check."""
BUSY_LIMIT_S = 300
"""A busy staff page delays the idle timeout for at most this time after the last touch."""


@qml_type
class VisitViewModel(QObject):
    """Holds the current visit; nothing of it is kept for the next learner.

    All parts change the visit through `set_visit`, which then updates every part.
    """

    changed = Signal()
    pageChanged = Signal()
    idleStateChanged = Signal()
    settingsChanged = Signal()
    languageChanged = Signal(str)
    """The shown language has changed, or its texts have."""
    stepChanged = Signal()
    """Another page or step is shown."""
    lessonRequested = Signal(str)
    """The ID of the lesson to open."""
    ended = Signal()
    """The visit has ended and is wiped."""
    visitChanged = Signal(object, object)
    """The visit before and after a change."""

    _has: Properties[VisitViewModel] = Properties()
    _shows_settings: Properties[VisitViewModel] = Properties(settingsChanged)
    _shows_page: Properties[VisitViewModel] = Properties(pageChanged)
    _shows_idle_state: Properties[VisitViewModel] = Properties(idleStateChanged)
    _shows: Properties[VisitViewModel] = Properties(changed)

    def __init__(
        self,
        *,
        settings: Settings,
        languages: Mapping[str, Language],
        clock: Clock,
        speaker: VoiceOutput,
        translator: Translator,
        staff: StaffViewModel,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.visit = visit = visits.new_visit(settings, tuple(languages))
        self.may_print: Callable[[], bool] = lambda: False
        self._clock = clock
        self._speaker = speaker
        self._translator = translator
        self._staff = staff
        self._draw = random.Random()  # noqa: S311 - no security purpose
        translator.use_language(visit.language)
        self._used_language = visit.language
        self._touched_s = clock.now_s()
        self.touches = 0
        """The number of touches and key presses since the kiosk started."""
        self._believed = IdleState.HERE
        self.visit_voice = VisitVoice(speaker, visit, self._offered, self._name_languages)
        self._languages = LanguageViewModel(settings.languages, languages, visit, translator, self)
        self._home = HomeViewModel(translator, self)
        self._lesson = LessonViewModel(settings, translator, self)
        self._preferences = PreferencesViewModel(visit.preferences, self)
        self._assist = StaffAssistViewModel(visit, clock, translator, self)
        self._sheets = SheetViewModel(visit, settings, translator, self)
        self._connect()
        idle_watch = QTimer(self, interval=CHECK_IDLE_MS)
        idle_watch.timeout.connect(self.check_idle)
        idle_watch.start()

    def _connect(self) -> None:
        self.languageChanged.connect(self._retranslate)
        self._languages.languageChosen.connect(self._take_language)
        self._languages.voiceChosen.connect(
            lambda code: self.set_visit(visits.choose_voice(self.visit, code))
        )
        self._home.chosen.connect(self.lessonRequested)
        self._home.seriesChosen.connect(
            lambda series: self.set_visit(visits.open_series(self.visit, series))
        )
        self._lesson.moved.connect(lambda run: self.set_visit(visits.with_run(self.visit, run)))
        self._lesson.rightTouched.connect(self.visit_voice.praise)
        self._preferences.requested.connect(
            lambda wanted: self.set_visit(visits.with_preferences(self.visit, wanted))
        )
        self._assist.requested.connect(self.set_visit)
        self._assist.agreed.connect(lambda offer: self.open_lesson(offer.lesson, offer.came_back))
        self._sheets.requested.connect(self.set_visit)
        self._staff.loggedIn.connect(lambda: self.set_visit(visits.open_staff_area(self.visit)))
        self._speaker.finished.connect(self._lesson.voice_finished)
        self._speaker.voice.wordChanged.connect(self._follow_words)

    def set_visit(self, visit: Visit, *, quietly: bool = False) -> None:
        """Replaces the visit, updates all parts and, unless `quietly`, speaks what is new."""
        before, self.visit = self.visit, visit
        if visit == before:
            return
        self.visitChanged.emit(before, visit)
        self._languages.show_visit(visit)
        self.visit_voice.tune(before, visit, self._heard_language)
        if self.shown_language != self._used_language:
            self._use_language(self.shown_language)
        self._home.show_visit(visit)
        if not quietly:
            # The voice comes first, so that the sound of a touch does not wait for the new page.
            self.visit_voice.follow(before, visit)
        self._preferences.show_preferences(visit.preferences)
        self._assist.show_visit(visit)
        self._lesson.show_run(visit.run)
        if visit.page is not before.page:
            self.pageChanged.emit()
        self._sheets.show_visit(visit)
        self.changed.emit()
        if screen_key_of(visit) != screen_key_of(before):
            self.stepChanged.emit()

    # Used by other parts of the program.

    @property
    def shown_language(self) -> str:
        """The language of the texts: the visit's, or the staff's language on staff pages."""
        return self.settings.staff.language if self.visit.is_for_staff else self.visit.language

    @property
    def _heard_language(self) -> str:
        return self.settings.staff.language if self.visit.is_for_staff else self.visit.heard

    @property
    def web_address(self) -> str | None:
        """The web address of lessons that is printed in QR codes; None when there is none."""
        return self.settings.handout.web_address

    def use_settings(self, settings: Settings) -> None:
        """Applies new settings now; some of them take effect with the next visit."""
        before, self.settings = self.settings, settings
        self._languages.use_settings(settings.languages)
        self._lesson.use_settings(settings)
        self._sheets.use_settings(settings)
        self.set_visit(visits.with_settings(self.visit, before, settings), quietly=True)
        self.settingsChanged.emit()

    def use_languages(
        self, known: Mapping[str, Language], coverage: Mapping[str, Coverage]
    ) -> None:
        """Updates the languages; a visit in a language that was removed continues in Vietnamese."""
        self._languages.use_languages(known, coverage)
        self._home.use_voices(self._languages.lesson_voice)
        self.set_visit(visits.without_lost_languages(self.visit, known.keys()))

    def show_lessons(self, heads: Mapping[str, LessonHead]) -> None:
        """Updates the lessons, by ID; the page of tiles stays within the new range."""
        self._home.show_lessons(heads)
        page = min(self.visit.home_page, visits.pages_for(len(home_tiles(heads))) - 1)
        series = self.visit.series if home_tiles(heads, self.visit.series) else ""
        self.set_visit(replace(self.visit, home_page=page, series=series), quietly=True)

    def _offered(self) -> PageContent:
        return PageContent(
            tiles=self._home.shown_titles,
            home_pages=self._home.pageCount,
            voices=tuple((each.code, each.name) for each in self._languages.voices.rows),
            prints=self.may_print(),
            shows_code=bool(self.web_address),
        )

    def _name_languages(self, before: Sequence[Line], then: Sequence[Line]) -> None:
        languages = [each.language for each in self._languages.offered]
        source = self._languages.greeting_of(SOURCE)
        self._speaker.name_languages(languages, source=source, before=before, then=then)

    def _use_language(self, language: str) -> None:
        self._used_language = language
        self._translator.use_language(language)
        self.languageChanged.emit(language)

    def _retranslate(self) -> None:
        """Updates the texts of all parts after a change of language."""
        self._lesson.retranslate()
        for part in (self._languages, self._home, self._assist, self._sheets):
            part.changed.emit()

    def _take_language(self, code: str) -> None:
        """Changes the language; on the language page its greeting is spoken as well."""
        greets, languages = self.visit.page is Page.LANGUAGE, self._languages
        chosen = visits.choose_language(self.visit, code, reads=languages.reads(code))
        self.set_visit(chosen, quietly=greets)
        if greets and code in languages.codes:
            greeting = languages.greeting_of(code)
            source = languages.greeting_of(SOURCE) or greeting
            then = [*lines_of(chosen), *options_of(chosen, self._offered())]
            self._speaker.say_greeting(greeting, code, then, source=source)

    def _follow_words(self) -> None:
        voice = self._speaker.voice
        self._lesson.word_spoken(voice.sentence, voice.lastWord)

    def open_lesson(self, lesson: Lesson, came_back: ComeBack | None = None) -> None:
        """Opens a lesson with rehearsals drawn at random; asks for the phone first if needed."""
        self._staff.close_login()
        if visits.asks_for_phone(self.visit, lesson):
            self.set_visit(visits.ask_for_phone(self.visit, lesson, came_back))
            return
        spoken = self._languages.rehearsals(self.visit.heard, lesson.id)
        own = random_rehearsals(lesson.for_phone(self.visit.phone), self._draw, spoken)
        self.set_visit(visits.open_lesson(self.visit, own, came_back))

    def hear_lesson(self, lesson: Lesson, language: str) -> None:
        """Starts a trial of a lesson with the voice of a language, as its learners will hear it."""
        self._speaker.use_trial_clips({})
        self.set_visit(visits.try_lesson(self.visit, lesson, language))

    def try_lesson(self, lesson: Lesson, voices: Mapping[tuple[str, str], Clip]) -> None:
        """Starts a trial of a lesson; the staff area and its open page are restored afterwards.

        `voices`: recordings to be heard in the trial before they are stored, by language and key of
        the sentence.
        """
        self._speaker.use_trial_clips(voices)
        spoken = Counter(language for language, _ in voices)
        voice = (
            "" if self.visit.heard in spoken or not spoken else max(spoken, key=spoken.__getitem__)
        )
        self.set_visit(visits.try_lesson(self.visit, lesson, voice))

    def try_step(self, lesson: Lesson, way: str, at: int) -> None:
        """Starts a trial of a lesson in a way, at one of its steps."""
        self._speaker.use_trial_clips({})
        tried = visits.try_lesson(self.visit, lesson)
        self.set_visit(visits.at_step(tried, lesson, Way(way), at))

    def show_revision(self, lesson: Lesson) -> None:
        """Shows the lesson as it is written now, with all its rehearsals, at the same step."""
        self.set_visit(visits.with_revision(self.visit, lesson))

    def show_step(self, lesson: Lesson, way: str, at: int) -> None:
        """Shows a lesson in a way, at a step or the next one that belongs to the way."""
        self.set_visit(visits.at_step(self.visit, lesson, Way(way), at))

    # The idle timeout.

    def restart_idle_timer(self) -> None:
        """Resets the idle timeout; called at every touch or key press."""
        self.touches += 1
        self._touched_s = self._clock.now_s()
        if self.askedIfThere:
            self._believe(IdleState.HERE)

    def check_idle(self) -> None:
        """Asks whether the learner is still there, or ends the visit, after a time without touches.

        A busy staff page is not left until `BUSY_LIMIT_S` after the last touch; its work continues
        to the end.
        """
        untouched_s = self._clock.now_s() - self._touched_s
        if self._staff.is_busy and untouched_s < BUSY_LIMIT_S:
            return
        believed = idle_state(self.visit, self.settings.idle, untouched_s)
        if believed is IdleState.GONE:
            self.endVisit()
        elif believed is IdleState.STAFF_GONE:
            self._leave_staff_area()
        elif believed is not self._believed:
            self._believe(believed)

    def check_idle_after(self, quiet_s: float) -> None:
        """Checks the idle timeout as if this much more time had passed without a touch."""
        self._touched_s -= quiet_s
        self.check_idle()

    def _believe(self, believed: IdleState) -> None:
        self._believed = believed
        if self.askedIfThere:
            self.visit_voice.ask_if_there()
        else:
            self.visit_voice.tell(self.visit)
        self.idleStateChanged.emit()

    def _leave_staff_area(self) -> None:
        lesson = visits.leave_staff_area(self.visit)
        if lesson is None:
            self.endVisit()
        else:
            self._staff.close_login()
            self.set_visit(lesson)

    # Called by QML.

    @Slot()
    def begin(self) -> None:
        """Begins a visit, from the attract page."""
        self.set_visit(visits.begin(self.visit, len(self._languages.offered)))

    @Slot()
    def goHome(self) -> None:
        """Goes to the page of lessons; on that page it asks whether to end the visit."""
        if self.visit.page in (Page.HOME, Page.LANGUAGE) and not self.visit.series:
            self._leave()
        else:
            if not self.visit.before_trial:
                self._staff.close_login()
            self.set_visit(visits.go_home(self.visit))

    @Slot()
    def goBack(self) -> None:
        if self.visit.page in (Page.PIN, Page.STAFF):
            if self._staff.go_back():
                return
            self._staff.close_login()
        back = visits.go_back(self.visit)
        if back.page is Page.ATTRACT and self.visit.page is Page.LANGUAGE:
            self._leave()
        else:
            self.set_visit(back)

    def _leave(self) -> None:
        """Ends the visit; asks first if the learner has done anything."""
        if visits.has_something_to_lose(self.visit):
            self.set_visit(visits.ask_to_leave(self.visit))
        else:
            self.endVisit()

    @Slot()
    def resumeLeft(self) -> None:
        """Resumes the lesson that was left."""
        self.set_visit(visits.resume_left(self.visit))

    @Slot()
    def goOn(self) -> None:
        """Goes to the next step or page."""
        self.set_visit(next_step(self.visit, self._home.count))

    @Slot()
    def hearAgain(self) -> None:
        """Repeats what the page says."""
        if self.visit.page in (Page.PIN, Page.STAFF):
            if not self._staff.hear_again():
                self._speaker.say([self._staff.where])
            return
        self.visit_voice.tell_again(self.visit)

    @Slot()
    def endVisit(self) -> None:
        """Wipes the visit and returns to the attract page."""
        self._speaker.stop()
        self._staff.close_login()
        self._believed = IdleState.HERE
        self.set_visit(visits.new_visit(self.settings, self._languages.codes))
        self.idleStateChanged.emit()
        self.ended.emit()

    @Slot()
    def stay(self) -> None:
        """Answers the question whether the learner is still there."""
        self.restart_idle_timer()

    @Slot()
    def askPin(self) -> None:
        """Opens the staff login."""
        self._staff.open_login()
        self.set_visit(visits.ask_pin(self.visit))

    @Slot(str)
    def chooseWay(self, way: str) -> None:
        self.set_visit(visits.choose_way(self.visit, Way(way)), quietly=True)
        self.visit_voice.tell(self.visit)

    @Slot(str)
    def choosePhone(self, make: str) -> None:
        """Sets the learner's make of phone; a lesson that waited for it begins."""
        wanted = self.visit.pending_lesson
        self.set_visit(visits.choose_phone(self.visit, make), quietly=True)
        if wanted:
            self.open_lesson(wanted, self.visit.came_back)

    @Slot(str, result=str)
    def makeName(self, make: str) -> str:
        """Returns the name of a make of phone, which is the same in every language."""
        return next((name for each, name in MAKE_NAMES.items() if each == make), make)

    # Read by QML.

    home = _has(HomeViewModel, lambda self: self._home)
    lesson = _has(LessonViewModel, lambda self: self._lesson)
    preferences = _has(PreferencesViewModel, lambda self: self._preferences)
    assist = _has(StaffAssistViewModel, lambda self: self._assist)
    """The staff's number pad, offers and overlay."""
    sheets = _has(SheetViewModel, lambda self: self._sheets)
    """The sheets that learners open over the page."""
    staff = _has(StaffViewModel, lambda self: self._staff)

    @Slot(str, result=str)
    def worded(self, text: str) -> str:
        """Returns a Vietnamese text in the chosen language."""
        return self._translator.shown(text)

    voice = _has(VoiceViewModel, lambda self: self._speaker.voice)
    centreName = _shows_settings(str, lambda self: self.settings.centre.name)
    """The name of the centre."""
    mayLeave = _shows_settings(bool, lambda self: self.settings.staff.leave_allowed)
    """True when staff may leave the kiosk program."""
    page = _shows_page(str, lambda self: self.visit.page.value)
    """The page that is shown."""
    askedIfThere = _shows_idle_state(bool, lambda self: self._believed is IdleState.ASKED)
    """True while the learner is asked whether they are still there."""
    stillThere = _shows(str, lambda self: self._translator.shown(prompts.STILL_THERE.text))
    """The question whether the learner is still there, in the chosen language."""
    lines = _shows(
        list[str], lambda self: [self._translator.shown(line.text) for line in lines_of(self.visit)]
    )
    """The texts of the page, in the chosen language."""
    language = _shows(str, lambda self: self.visit.language)
    languageChoice = _has(LanguageViewModel, lambda self: self._languages)
    """The languages that can be read and heard."""
