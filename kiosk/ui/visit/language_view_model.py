"""The view model of the languages that can be read and heard."""

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
    """A language that is offered, and its coverage."""

    code: str
    name: str
    greeting: str
    """Empty when the language has no written greeting."""
    invitation: str
    purpose: str
    """The purpose of the kiosk, in the language; empty when it is not translated or not loaded."""
    whole: bool
    """True when every sentence is translated and spoken."""
    lessons: int
    """The number of lessons spoken in the language; 0 also when all are."""
    lesson: str
    """The title of the only lesson spoken in the language; empty for none or several."""
    greets_only: bool
    """True when the greeting is spoken but nothing else of the language is offered."""
    spoken: int
    written: int
    total: int
    """Counts of sentences."""


@dataclass(frozen=True, slots=True)
class HeardLanguageRow:
    code: str
    name: str
    chosen: bool


@qml_type
class LanguageViewModel(QObject):
    """The languages that learners can choose, and the chosen one."""

    changed = Signal()
    greeted = Signal()
    """The language of the greeting on the attract page has changed."""
    languageChosen = Signal(str)
    """The chosen language, for text and voice."""
    voiceChosen = Signal(str)
    """The chosen language of the voice."""

    tiles = ShownList(LanguageTileRow)
    voices = ShownList(HeardLanguageRow)
    """The languages that can be heard; QML offers no choice when there is only one."""

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
            text_in = self._translator.text_in  # the first page needs its texts anyway
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
        """Updates to a state of the visit."""
        before, self._visit = self._visit, visit
        if visit.page is Page.ATTRACT and before.page is not Page.ATTRACT:
            self._greetings = 0
            self.greeted.emit()
        if (before.language, before.voice_language) != (visit.language, visit.voice_language):
            self.changed.emit()

    def use_settings(self, settings: Languages) -> None:
        """Applies new language settings: other languages or another order."""
        self._settings = settings
        self._sort_out()

    def use_languages(
        self, known: Mapping[str, Language], coverage: Mapping[str, Coverage]
    ) -> None:
        """Updates the existing languages and their coverage."""
        self._known, self._coverage = known, coverage
        self._sort_out()

    def _sort_out(self) -> None:
        self._offered_languages = offered_languages_of(self._settings, self._known, self._coverage)
        self.changed.emit()

    @property
    def offered(self) -> tuple[OfferedLanguage, ...]:
        """The languages that learners can choose, in order."""
        return offered(self._offered_languages)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages that learners can choose."""
        return tuple(offered_language.code for offered_language in self.offered)

    @property
    def known(self) -> Mapping[str, Language]:
        """Every language that has a folder."""
        return self._known

    def offered_language(self, code: str) -> OfferedLanguage:
        """Returns an existing language, whether it is offered or not."""
        least = self._settings.least_coverage
        return OfferedLanguage(self._known[code], self._coverage.get(code), least)

    def reads(self, code: str) -> bool:
        return all(
            offered_language.reads
            for offered_language in self._offered_languages
            if offered_language.code == code
        )

    def rehearsals(self, code: str, lesson: str) -> tuple[str, ...]:
        """Returns the rehearsals of a lesson that are spoken in a language; empty when all are."""
        coverage = self._coverage.get(code)
        return coverage.teachable.rehearsals.get(lesson, ()) if coverage else ()

    def lesson_voice(self, code: str, lesson: str) -> str:
        """Returns the name of the language spoken in a lesson when this language is chosen.

        Empty when nothing must be shown: the whole kiosk is spoken in the chosen language.
        """
        coverage = self._coverage.get(code)
        if coverage is None or coverage.spoken == coverage.total or code not in self._known:
            return ""
        taught = self.offered_language(code).teaches(lesson)
        return self._known[code if taught or SOURCE not in self._known else SOURCE].name

    def greeting_of(self, code: str) -> str:
        """Returns the greeting of a language; empty when there is none."""
        language = self._known.get(code)
        return (language.greeting or "") if language else ""

    @property
    def _greeting(self) -> LanguageTileRow | None:
        """The language whose greeting the attract page shows now; None when no language has one."""
        able = [each for each in self.tiles.rows if each.greeting and each.invitation]
        return able[self._greetings % len(able)] if able else None

    @Slot()
    def greetInNext(self) -> None:
        """Shows the greeting of the next language, cyclically."""
        self._greetings += 1
        self.greeted.emit()

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        self.languageChosen.emit(code)

    @Slot()
    def chooseNext(self) -> None:
        """Chooses the next language, cyclically."""
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
        """The chosen language's name for itself; empty when the language does not exist."""
        language = self._known.get(chosen(self._visit, self._offered_languages))
        return language.name if language else ""

    @Property(int, notify=changed)
    def heardAt(self) -> int:
        """The index of the language being heard in `voices`; -1 for none."""
        return next((at for at, each in enumerate(self.voices.rows) if each.chosen), -1)

    greeting = _shows_greeted(str, lambda self: self._greeting.greeting if self._greeting else "")
    """The greeting now shown on the attract page."""
    invitation = _shows_greeted(
        str, lambda self: self._greeting.invitation if self._greeting else ""
    )
    """The invitation to begin, in the same language."""
    purpose = _shows_greeted(str, lambda self: self._greeting.purpose if self._greeting else "")
    """The purpose of the kiosk, in the same language; empty when it is not known."""


def _only_lesson(coverage: Coverage | None) -> str:
    """Returns the title of the only teachable lesson; empty for none or several."""
    titles = tuple(coverage.teachable.lessons.values()) if coverage else ()
    return titles[0] if len(titles) == 1 else ""


def _teaches(offered_language: OfferedLanguage) -> bool:
    """True when the language has more than a greeting."""
    coverage = offered_language.coverage
    if coverage is None:
        return True
    least = offered_language.least_percent
    enough = coverage.reads(least) or coverage.speaks(least)
    return enough or bool(coverage.teachable.lessons)
