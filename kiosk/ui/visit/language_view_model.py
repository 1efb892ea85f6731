"""The languages that can be read and heard, as QML sees them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.settings import Languages
from kiosk.i18n.languages import SOURCE, Language
from kiosk.player.coverage import Coverage
from kiosk.player.offered_languages import OfferedLanguage, chosen, offered, offered_languages_of
from kiosk.player.visit import Visit
from kiosk.qt.properties import Property, QmlUncreatable

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the visit")
class LanguageViewModel(QObject):
    """What learners may choose, and what is chosen."""

    changed = Signal()
    languageChosen = Signal(str)
    """The language that is to be read and heard."""
    voiceChosen = Signal(str)
    """The language that is to be heard."""

    def __init__(
        self, settings: Languages, known: Mapping[str, Language], visit: Visit, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._known = known
        self._coverage: Mapping[str, Coverage] = {}
        self._visit = visit
        self._offered_languages = offered_languages_of(settings, known, {})

    def show_visit(self, visit: Visit) -> None:
        """Take what is true from now on."""
        before, self._visit = self._visit, visit
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
        """Whether there is enough of a language to read."""
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

    def greeting(self, code: str) -> str:
        """How a language greets; empty where nobody has said it yet."""
        language = self._known.get(code)
        return (language.greeting or "") if language else ""

    @property
    def tiles(self) -> list[dict[str, object]]:
        """What a tile tells of each language that is offered."""
        return [_tile(offered_language) for offered_language in self.offered]

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """A language was touched."""
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
        """A voice was touched."""
        self.voiceChosen.emit(code)

    @Property(str, notify=changed)
    def chosenName(self) -> str:
        """The chosen language's own name; empty where it is not there."""
        language = self._known.get(chosen(self._visit, self._offered_languages))
        return language.name if language else ""

    @Property(list, notify=changed)
    def voices(self) -> list[dict[str, object]]:
        """The languages that can be heard: `code`, `name`, `chosen`; one alone is no choice."""
        able = [offered_language for offered_language in self.offered if offered_language.speaks]
        return [
            {
                "code": offered_language.code,
                "name": offered_language.language.name,
                "chosen": offered_language.code == self._visit.heard,
            }
            for offered_language in able
        ]


def _tile(offered_language: OfferedLanguage) -> dict[str, object]:
    language, coverage = offered_language.language, offered_language.coverage
    whole = coverage is None or coverage.is_whole
    return {
        "code": language.code,
        "name": language.name,
        "greeting": language.greeting or "",
        "invitation": language.invitation or "",
        "whole": whole,
        "lessons": 0 if coverage is None else len(coverage.teachable.lessons),
        "lesson": _only_lesson(coverage),
        "greetsOnly": coverage is not None and coverage.greets and not _teaches(offered_language),
        "spoken": 0 if coverage is None else coverage.spoken,
        "written": 0 if coverage is None else coverage.written,
        "total": 0 if coverage is None else coverage.total,
    }


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
