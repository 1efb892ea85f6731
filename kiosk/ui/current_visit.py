"""The visit that is true now, and the parts of the page that show it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.domain.lesson import LessonHead
from kiosk.domain.settings import Settings
from kiosk.i18n.languages import SOURCE, Language
from kiosk.player import visit as visits
from kiosk.player.coverage import Coverage
from kiosk.player.lesson_run import LessonRun
from kiosk.player.place import place_of
from kiosk.player.speech import lines_of
from kiosk.player.visit import Comfort, Page, Visit
from kiosk.ui.clock import Clock
from kiosk.ui.comfort_view_model import ComfortViewModel
from kiosk.ui.counter_view_model import CounterViewModel
from kiosk.ui.home_view_model import HomeViewModel
from kiosk.ui.lesson_view_model import LessonViewModel
from kiosk.ui.sheet_view_model import SheetViewModel
from kiosk.ui.speaker import Speaker
from kiosk.ui.tongue_view_model import TongueViewModel
from kiosk.ui.translator import Translator
from kiosk.ui.visit_voice import VisitVoice


class CurrentVisit(QObject):
    """Changes at the wish of any part, and has every part show the change."""

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
        speaker: Speaker,
        translator: Translator,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.visit = visit = visits.new_visit(settings, tuple(languages))
        self._speaker = speaker
        self._translator = translator
        translator.use_language(visit.language)
        self.voice = VisitVoice(speaker, visit)
        self.tongues = TongueViewModel(settings.languages, languages, visit, self)
        self.home = HomeViewModel(translator, self)
        self.lesson = LessonViewModel(settings, translator, self)
        self.comfort = ComfortViewModel(visit.comfort, self)
        self.counter = CounterViewModel(visit, clock, translator, self)
        self.sheets = SheetViewModel(visit, settings, self)
        self._connect()

    def _connect(self) -> None:
        self.tongues.languageChosen.connect(self._take_language)
        self.tongues.voiceChosen.connect(self._take_voice)
        self.lesson.moved.connect(self._take_run)
        self.comfort.wished.connect(self._take_comfort)
        self.counter.wished.connect(self.become)
        self.sheets.wished.connect(self.become)
        self._speaker.finished.connect(self.lesson.voice_finished)

    def use_settings(self, settings: Settings) -> None:
        """Go on with other settings: seen at once, and where the next visit begins."""
        before, self.settings = self.settings, settings
        self.tongues.use_settings(settings.languages)
        self.lesson.use_settings(settings)
        self.sheets.use_settings(settings)
        self.become(visits.with_settings(self.visit, before, settings), quietly=True)
        self.settingsChanged.emit()

    def use_languages(
        self, known: Mapping[str, Language], coverage: Mapping[str, Coverage]
    ) -> None:
        """Go on with other languages; a visit in one that is gone goes on in Vietnamese."""
        self.tongues.use_languages(known, coverage)
        self.become(visits.without_lost_languages(self.visit, known.keys()))

    def show_lessons(self, heads: Mapping[str, LessonHead]) -> None:
        """Offer the lessons of these heads, by id; a page that is no more is turned back."""
        self.home.show_lessons(heads)
        page = min(self.visit.home_page, visits.pages_for(len(heads)) - 1)
        self.become(replace(self.visit, home_page=page), quietly=True)

    def begin_anew(self) -> None:
        """A visit of which nothing is true yet."""
        self.become(visits.new_visit(self.settings, self.tongues.codes))

    def become(self, visit: Visit, *, quietly: bool = False) -> None:
        """Make it so: show it, and say what is new."""
        before, self.visit = self.visit, visit
        if visit == before:
            return
        self.became.emit(before, visit)
        self.tongues.show_visit(visit)
        self.voice.tune(before, visit)
        if visit.language != before.language:
            self._use_language(visit.language)
        self.comfort.show_comfort(visit.comfort)
        self.home.show_page(visit.home_page)
        self.counter.show_visit(visit)
        self.lesson.show_run(visit.run)
        if visit.page is not before.page:
            self.pageChanged.emit()
        self.sheets.show_visit(visit)
        self.changed.emit()
        if place_of(visit) != place_of(before):
            self.stepChanged.emit()
        if not quietly:
            self.voice.follow(before, visit)

    def _use_language(self, language: str) -> None:
        self._translator.use_language(language)
        self.languageChanged.emit(language)
        self.home.retranslate()
        self.lesson.retranslate()

    def _take_language(self, code: str) -> None:
        """A language greets in its own voice where it is chosen first."""
        greets, tongues = self.visit.page is Page.LANGUAGE, self.tongues
        chosen = visits.choose_language(self.visit, code, reads=tongues.reads(code))
        self.become(chosen, quietly=greets)
        if greets and code in tongues.codes:
            greeting = tongues.greeting(code)
            source = tongues.greeting(SOURCE) or greeting
            self._speaker.say_greeting(greeting, code, lines_of(chosen), source=source)

    def _take_voice(self, code: str) -> None:
        self.become(visits.choose_voice(self.visit, code))

    def _take_run(self, run: LessonRun) -> None:
        self.become(visits.with_run(self.visit, run))

    def _take_comfort(self, comfort: Comfort) -> None:
        self.become(visits.with_comfort(self.visit, comfort))
