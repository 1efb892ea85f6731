"""The languages that a learner can choose, and their coverage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.i18n.languages import SOURCE, Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.domain.settings import Languages
    from kiosk.player.coverage import Coverage
    from kiosk.player.visit import Visit


@dataclass(frozen=True, slots=True)
class OfferedLanguage:
    """A language with its coverage."""

    language: Language
    coverage: Coverage | None = None
    """None for Vietnamese, and before the coverage is known."""
    least_percent: int = 0
    """The minimum percentage of sentences, translated or spoken, to be offered."""

    @property
    def code(self) -> str:
        return self.language.code

    @property
    def is_source(self) -> bool:
        """True for Vietnamese, in which lessons are written."""
        return self.code == SOURCE

    @property
    def is_offered(self) -> bool:
        """True when learners can choose it; with unknown coverage, if it has a greeting."""
        if self.is_source or self.least_percent == 0:
            return True
        if self.coverage is None:
            return self.language.greeting is not None
        return self.coverage.reads(self.least_percent) or self.speaks

    @property
    def reads(self) -> bool:
        """True when enough is translated; otherwise the texts are shown in Vietnamese."""
        if self.is_source or self.coverage is None:
            return True
        return self.coverage.reads(self.least_percent) or not self.speaks

    @property
    def speaks(self) -> bool:
        """True when enough is spoken to choose the language as a voice."""
        if self.coverage is None:
            return self.is_source
        enough = self.coverage.speaks(self.least_percent)
        return enough or self.coverage.greets or bool(self.coverage.teachable.lessons)

    def teaches(self, lesson: str) -> bool:
        """True when the whole lesson is spoken in the language."""
        if self.is_source or self.coverage is None:
            return self.is_source
        whole = self.coverage.spoken == self.coverage.total
        return whole or lesson in self.coverage.teachable.lessons


def offered_languages_of(
    settings: Languages, known: Mapping[str, Language], coverage: Mapping[str, Coverage]
) -> tuple[OfferedLanguage, ...]:
    """Returns the existing languages that the centre does not hide, in its order."""
    return tuple(
        OfferedLanguage(known[code], coverage.get(code), settings.least_coverage)
        for code in settings.in_order(known)
    )


def offered(languages: Iterable[OfferedLanguage]) -> tuple[OfferedLanguage, ...]:
    """Returns the languages with sufficient coverage; if there are none, the first one."""
    wanted = tuple(languages)
    return (
        tuple(offered_language for offered_language in wanted if offered_language.is_offered)
        or wanted[:1]
    )


def chosen(visit: Visit, languages: Iterable[OfferedLanguage]) -> str:
    """Returns the chosen language: that of the voice if its texts are not offered."""
    voice = visit.voice_language
    unread = {offered_language.code for offered_language in languages if not offered_language.reads}
    return voice if voice in unread else visit.language
