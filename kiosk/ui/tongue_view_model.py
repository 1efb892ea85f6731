"""The languages that can be read and heard, as QML sees them."""

from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.settings import Languages
from kiosk.i18n.languages import Language
from kiosk.player.coverage import Coverage
from kiosk.player.tongues import Tongue, chosen, offered, tongues_of
from kiosk.player.visit import Visit

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the visit")
class TongueViewModel(QObject):
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
        self._tongues = tongues_of(settings, known, {})

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
        self._tongues = tongues_of(self._settings, self._known, self._coverage)
        self.changed.emit()

    @property
    def offered(self) -> tuple[Tongue, ...]:
        """Those that learners can choose, in their order."""
        return offered(self._tongues)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of those that learners can choose."""
        return tuple(tongue.code for tongue in self.offered)

    @property
    def known(self) -> Mapping[str, Language]:
        """Every language whose folder is there."""
        return self._known

    def tongue(self, code: str) -> Tongue:
        """A language whose folder is there, whether the centre offers it or not."""
        least = self._settings.least_coverage
        return Tongue(self._known[code], self._coverage.get(code), least)

    def reads(self, code: str) -> bool:
        """Whether there is enough of a language to read."""
        return all(tongue.reads for tongue in self._tongues if tongue.code == code)

    def greeting(self, code: str) -> str:
        """How a language greets; empty where nobody has said it yet."""
        language = self._known.get(code)
        return (language.greeting or "") if language else ""

    @property
    def tiles(self) -> list[dict[str, object]]:
        """What a tile tells of each language that is offered."""
        return [_tile(tongue) for tongue in self.offered]

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """A language was touched."""
        self.languageChosen.emit(code)

    @Slot()
    def chooseNext(self) -> None:
        """The language after the one that was chosen is wanted, round and round."""
        codes = self.codes
        now = chosen(self._visit, self._tongues)
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
        language = self._known.get(chosen(self._visit, self._tongues))
        return language.name if language else ""

    @Property(list, notify=changed)
    def voices(self) -> list[dict[str, object]]:
        """The languages that can be heard: `code`, `name`, `chosen`; one alone is no choice."""
        able = [tongue for tongue in self.offered if tongue.speaks]
        return [
            {
                "code": tongue.code,
                "name": tongue.language.name,
                "chosen": tongue.code == self._visit.heard,
            }
            for tongue in able
        ]


def _tile(tongue: Tongue) -> dict[str, object]:
    language, coverage = tongue.language, tongue.coverage
    whole = coverage is None or coverage.is_whole
    return {
        "code": language.code,
        "name": language.name,
        "greeting": language.greeting or "",
        "invitation": language.invitation or "",
        "whole": whole,
        "spoken": 0 if coverage is None else coverage.spoken,
        "written": 0 if coverage is None else coverage.written,
        "total": 0 if coverage is None else coverage.total,
    }
