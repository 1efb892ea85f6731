"""The languages that can be read and heard, as QML sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain import prompts
from kiosk.domain.settings import Languages
from kiosk.i18n.languages import SOURCE, Language
from kiosk.player.offered_languages import OfferedLanguage, chosen, offered, offered_languages_of
from kiosk.player.visit import Page, Visit
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.ui.translator import Translator

if TYPE_CHECKING:
    from kiosk.player.coverage import Coverage


@dataclass(frozen=True, slots=True)
class LanguageTileRow:
    """A language that is offered, and how much of it there is."""

    code: str
    name: str
    greeting: str
    """Empty where nobody has said it yet."""
    invitation: str
    purpose: str
    """What the kiosk is for; empty as long as it is not known in the language."""
    whole: bool
    """Whether every sentence is written and spoken."""
    lessons: int
    """How many lessons are taught in it; 0 also where all are."""
    lesson: str
    """The title of the one lesson that is taught in it; empty where it is none or several."""
    greets_only: bool
    """Whether nobody has recorded more than the greeting that leads anywhere."""
    spoken: int
    written: int
    total: int
    """Sentences."""


@dataclass(frozen=True, slots=True)
class HeardLanguageRow:
    code: str
    name: str
    chosen: bool


@qml_type
class LanguageViewModel(QObject):
    """What learners may choose, and what is chosen."""

    changed = Signal()
    greeted = Signal()
    """The attract page greets in another language."""
    languageChosen = Signal(str)
    """The language that is to be read and heard."""
    voiceChosen = Signal(str)
    """The language that is to be heard."""

    tiles = ShownList(LanguageTileRow)
    """The languages that are offered."""
    voices = ShownList(HeardLanguageRow)
    """The languages that can be heard; one alone is no choice."""

    _shows_greeted: Properties[LanguageViewModel] = Properties(greeted)

    def __init__(
        self,
        settings: Languages,
        known: Mapping[str, Language],
        visit: Visit,
        translator: Translator,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._translator = translator
        self._settings = settings
        self._known = known
        self._coverage: Mapping[str, Coverage] = {}
        self._visit = visit
        self._offered_languages = offered_languages_of(settings, known, {})
        self.tiles.follow(self._tile_rows, self.changed)
        self.voices.follow(self._voice_rows, self.changed)
        self._greetings = 0
        self.changed.connect(self.greeted)

    def _tile_rows(self) -> list[LanguageTileRow]:
        return [self._tile_of(each) for each in self.offered]

    def _voice_rows(self) -> list[HeardLanguageRow]:
        heard = self._visit.heard
        return [
            HeardLanguageRow(each.code, each.language.name, each.code == heard)
            for each in self.offered
            if each.speaks
        ]

    def _tile_of(self, offered_language: OfferedLanguage) -> LanguageTileRow:
        language, coverage = offered_language.language, offered_language.coverage
        text_in = self._translator.known_text_in
        if language.code == self._visit.language:
            text_in = self._translator.text_in  # the first page needs its texts anyhow
        purpose = text_in(language.code, prompts.PURPOSE.text)
        return LanguageTileRow(
            code=language.code,
            name=language.name,
            greeting=language.greeting or "",
            invitation=language.invitation or "",
            purpose=purpose or "",
            whole=coverage is None or coverage.is_whole,
            lessons=len(coverage.teachable.lessons) if coverage else 0,
            lesson=_only_lesson(coverage),
            greets_only=bool(coverage and coverage.greets) and not _teaches(offered_language),
            spoken=coverage.spoken if coverage else 0,
            written=coverage.written if coverage else 0,
            total=coverage.total if coverage else 0,
        )

    def show_visit(self, visit: Visit) -> None:
        """Take what is true from now on."""
        before, self._visit = self._visit, visit
        if visit.page is Page.ATTRACT and before.page is not Page.ATTRACT:
            self._greetings = 0
            self.greeted.emit()
        if (before.language, before.voice_language) != (visit.language, visit.voice_language):
            self.changed.emit()

    def use_settings(self, settings: Languages) -> None:
        """The centre offers other languages, or in another order."""
        self._settings = settings
        self._sort_out()

    def use_languages(
        self, known: Mapping[str, Language], coverage: Mapping[str, Coverage]
    ) -> None:
        """Languages have come or gone, or there is more of them than before."""
        self._known, self._coverage = known, coverage
        self._sort_out()

    def _sort_out(self) -> None:
        self._offered_languages = offered_languages_of(self._settings, self._known, self._coverage)
        self.changed.emit()

    @property
    def offered(self) -> tuple[OfferedLanguage, ...]:
        """Those that learners can choose, in their order."""
        return offered(self._offered_languages)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of those that learners can choose."""
        return tuple(offered_language.code for offered_language in self.offered)

    @property
    def known(self) -> Mapping[str, Language]:
        """Every language whose folder is there."""
        return self._known

    def offered_language(self, code: str) -> OfferedLanguage:
        """A language whose folder is there, whether the centre offers it or not."""
        least = self._settings.least_coverage
        return OfferedLanguage(self._known[code], self._coverage.get(code), least)

    def reads(self, code: str) -> bool:
        return all(
            offered_language.reads
            for offered_language in self._offered_languages
            if offered_language.code == code
        )

    def rehearsals(self, code: str, lesson: str) -> tuple[str, ...]:
        """The rehearsals of a lesson that are spoken in a language, where not all are."""
        coverage = self._coverage.get(code)
        return coverage.teachable.rehearsals.get(lesson, ()) if coverage else ()

    def lesson_voice(self, code: str, lesson: str) -> str:
        """The name of the language in which a lesson is taught to who hears this one.

        Empty where nothing has to be told: everything is heard in the chosen language.
        """
        coverage = self._coverage.get(code)
        if coverage is None or coverage.spoken == coverage.total or code not in self._known:
            return ""
        taught = self.offered_language(code).teaches(lesson)
        return self._known[code if taught or SOURCE not in self._known else SOURCE].name

    def greeting_of(self, code: str) -> str:
        """How a language greets; empty where nobody has said it yet."""
        language = self._known.get(code)
        return (language.greeting or "") if language else ""

    @property
    def _greeting(self) -> LanguageTileRow | None:
        """The language that greets on the attract page now; None where nobody has said how."""
        able = [each for each in self.tiles.rows if each.greeting and each.invitation]
        return able[self._greetings % len(able)] if able else None

    @Slot()
    def greetInNext(self) -> None:
        """Greet in the next language, round and round."""
        self._greetings += 1
        self.greeted.emit()

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        self.languageChosen.emit(code)

    @Slot()
    def chooseNext(self) -> None:
        """The language after the one that was chosen is wanted, round and round."""
        codes = self.codes
        now = chosen(self._visit, self._offered_languages)
        at = codes.index(now) if now in codes else -1
        if codes:
            self.chooseLanguage(codes[(at + 1) % len(codes)])

    @Slot(str)
    def chooseVoice(self, code: str) -> None:
        self.voiceChosen.emit(code)

    @Property(str, notify=changed)
    def chosenName(self) -> str:
        """The chosen language's own name; empty where it is not there."""
        language = self._known.get(chosen(self._visit, self._offered_languages))
        return language.name if language else ""

    @Property(int, notify=changed)
    def heardAt(self) -> int:
        """Which of the voices is heard, from 0; -1 for none of them."""
        return next((at for at, each in enumerate(self.voices.rows) if each.chosen), -1)

    greeting = _shows_greeted(str, lambda self: self._greeting.greeting if self._greeting else "")
    """How the attract page greets now."""
    invitation = _shows_greeted(
        str, lambda self: self._greeting.invitation if self._greeting else ""
    )
    """How it invites to begin, in the same language."""
    purpose = _shows_greeted(str, lambda self: self._greeting.purpose if self._greeting else "")
    """What the kiosk is for, in the same language; empty as long as it is not known."""


def _only_lesson(coverage: Coverage | None) -> str:
    """The title of the one lesson that can be taught; empty where it is none or several."""
    titles = tuple(coverage.teachable.lessons.values()) if coverage else ()
    return titles[0] if len(titles) == 1 else ""


def _teaches(offered_language: OfferedLanguage) -> bool:
    """Whether there is more of a language than its greeting."""
    coverage = offered_language.coverage
    if coverage is None:
        return True
    least = offered_language.least_percent
    enough = coverage.reads(least) or coverage.speaks(least)
    return enough or bool(coverage.teachable.lessons)
