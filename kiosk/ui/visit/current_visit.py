"""The visit that is true now, and the parts of the page that show it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.domain.lesson import LessonHead
from kiosk.domain.line import Line
from kiosk.domain.settings import Settings
from kiosk.i18n.languages import SOURCE, Language
from kiosk.player import visit as visits
from kiosk.player.coverage import Coverage
from kiosk.player.home_tiles import home_tiles
from kiosk.player.lesson_run import LessonRun
from kiosk.player.screen_key import screen_key_of
from kiosk.player.speech import lines_of
from kiosk.player.spoken_page import PageContent, options_of
from kiosk.player.visit import DisplayPreferences, Page, Visit
from kiosk.ui.background.clock import Clock
from kiosk.ui.sound.voice_output import VoiceOutput
from kiosk.ui.translator import Translator
from kiosk.ui.visit.home_view_model import HomeViewModel
from kiosk.ui.visit.language_view_model import LanguageViewModel
from kiosk.ui.visit.lesson_view_model import LessonViewModel
from kiosk.ui.visit.preferences_view_model import PreferencesViewModel
from kiosk.ui.visit.sheet_view_model import SheetViewModel
from kiosk.ui.visit.staff_assist_view_model import StaffAssistViewModel
from kiosk.ui.visit.visit_voice import VisitVoice


class CurrentVisit(QObject):
    """Changes at the action of any part, and has every part show the change."""

    changed = Signal()
    settingsChanged = Signal()
    pageChanged = Signal()
    languageChanged = Signal(str)
    stepChanged = Signal()
    """Another page or step is shown."""
    became = Signal(object, object)
    """The visit as it was before, and as it is now."""

    def __init__(
        self,
        *,
        settings: Settings,
        languages: Mapping[str, Language],
        clock: Clock,
        speaker: VoiceOutput,
        translator: Translator,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.visit = visit = visits.new_visit(settings, tuple(languages))
        self._speaker = speaker
        self._translator = translator
        translator.use_language(visit.language)
        self._used_language = visit.language
        self.may_print: Callable[[], bool] = lambda: False
        self.voice = VisitVoice(speaker, visit, self._offered, self._name_languages)
        self.language_choice = LanguageViewModel(settings.languages, languages, visit, self)
        self.home = HomeViewModel(translator, self)
        self.lesson = LessonViewModel(settings, translator, self)
        self.preferences = PreferencesViewModel(visit.preferences, self)
        self.assist = StaffAssistViewModel(visit, clock, translator, self)
        self.sheets = SheetViewModel(visit, settings, self)
        self._connect()

    def _offered(self) -> PageContent:
        """What the pages offer now that the visit does not know."""
        voices = self.language_choice.property("voices")
        return PageContent(
            tiles=self.home.shown_titles,
            home_pages=self.home.property("pageCount"),
            voices=tuple((each["code"], each["name"]) for each in voices),
            prints=self.may_print(),
        )

    def _name_languages(self, before: Sequence[Line], then: Sequence[Line]) -> None:
        languages = [offered_language.language for offered_language in self.language_choice.offered]
        source = self.language_choice.greeting(SOURCE)
        self._speaker.name_languages(languages, source=source, before=before, then=then)

    def _connect(self) -> None:
        self.language_choice.languageChosen.connect(self._take_language)
        self.language_choice.voiceChosen.connect(self._take_voice)
        self.lesson.moved.connect(self._take_run)
        self.preferences.requested.connect(self._take_preferences)
        self.assist.requested.connect(self.become)
        self.sheets.requested.connect(self.become)
        self.lesson.rightTouched.connect(self.voice.praise)
        self._speaker.finished.connect(self.lesson.voice_finished)
        self._speaker.voice.wordChanged.connect(self._follow_words)

    def use_settings(self, settings: Settings) -> None:
        """Go on with other settings: seen at once, and where the next visit begins."""
        before, self.settings = self.settings, settings
        self.language_choice.use_settings(settings.languages)
        self.lesson.use_settings(settings)
        self.sheets.use_settings(settings)
        self.become(visits.with_settings(self.visit, before, settings), quietly=True)
        self.settingsChanged.emit()

    def use_languages(
        self, known: Mapping[str, Language], coverage: Mapping[str, Coverage]
    ) -> None:
        """Go on with other languages; a visit in one that is gone goes on in Vietnamese."""
        self.language_choice.use_languages(known, coverage)
        self.home.use_voices(self.language_choice.lesson_voice)
        self.become(visits.without_lost_languages(self.visit, known.keys()))

    def show_lessons(self, heads: Mapping[str, LessonHead]) -> None:
        """Offer the lessons of these heads, by id; a page that is no more is turned back."""
        self.home.show_lessons(heads)
        page = min(self.visit.home_page, visits.pages_for(len(home_tiles(heads))) - 1)
        series = self.visit.series if home_tiles(heads, self.visit.series) else ""
        self.become(replace(self.visit, home_page=page, series=series), quietly=True)

    def begin_anew(self) -> None:
        """A visit of which nothing is true yet."""
        self.become(visits.new_visit(self.settings, self.language_choice.codes))

    def become(self, visit: Visit, *, quietly: bool = False) -> None:
        """Make it so: show it, and say what is new."""
        before, self.visit = self.visit, visit
        if visit == before:
            return
        self.became.emit(before, visit)
        self.language_choice.show_visit(visit)
        self.voice.tune(before, visit, self.heard_language)
        if self.shown_language != self._used_language:
            self._use_language(self.shown_language)
        self.preferences.show_preferences(visit.preferences)
        self.home.show_visit(visit)
        self.assist.show_visit(visit)
        self.lesson.show_run(visit.run)
        if visit.page is not before.page:
            self.pageChanged.emit()
        self.sheets.show_visit(visit)
        self.changed.emit()
        if screen_key_of(visit) != screen_key_of(before):
            self.stepChanged.emit()
        if not quietly:
            self.voice.follow(before, visit)

    @property
    def shown_language(self) -> str:
        """The language that is read now: the person's, or the staff's on their own pages."""
        visit = self.visit
        return self.settings.staff.language if visit.is_for_staff else visit.language

    @property
    def heard_language(self) -> str:
        """The language that is heard now."""
        visit = self.visit
        return self.settings.staff.language if visit.is_for_staff else visit.heard

    def _use_language(self, language: str) -> None:
        self._used_language = language
        self._translator.use_language(language)
        self.languageChanged.emit(language)
        self.home.retranslate()
        self.lesson.retranslate()

    def _take_language(self, code: str) -> None:
        """A language greets in its own voice where it is chosen first."""
        greets, languages = self.visit.page is Page.LANGUAGE, self.language_choice
        chosen = visits.choose_language(self.visit, code, reads=languages.reads(code))
        self.become(chosen, quietly=greets)
        if greets and code in languages.codes:
            greeting = languages.greeting(code)
            source = languages.greeting(SOURCE) or greeting
            then = [*lines_of(chosen), *options_of(chosen, self._offered())]
            self._speaker.say_greeting(greeting, code, then, source=source)

    def _take_voice(self, code: str) -> None:
        self.become(visits.choose_voice(self.visit, code))

    def _take_run(self, run: LessonRun) -> None:
        self.become(visits.with_run(self.visit, run))

    def _follow_words(self) -> None:
        voice = self._speaker.voice
        self.lesson.word_spoken(voice.sentence, voice.lastWord)

    def _take_preferences(self, preferences: DisplayPreferences) -> None:
        self.become(visits.with_preferences(self.visit, preferences))
