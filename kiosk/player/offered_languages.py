"""The languages that a learner can choose here, and what each of them can do."""

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
    """A language, and how much of it there is."""

    language: Language
    coverage: Coverage | None = None
    """None for Vietnamese, and as long as nobody has counted."""
    least_percent: int = 0
    """The share of all sentences from which on it is offered."""

    @property
    def code(self) -> str:
        return self.language.code

    @property
    def is_source(self) -> bool:
        """Whether lessons are written in it."""
        return self.code == SOURCE

    @property
    def is_worthy(self) -> bool:
        """Whether learners are offered it; one that nobody has counted yet must greet at least."""
        if self.is_source or self.least_percent == 0:
            return True
        if self.coverage is None:
            return self.language.greeting is not None
        return self.coverage.reads(self.least_percent) or self.speaks

    @property
    def reads(self) -> bool:
        """Whether there is enough of it to read; else Vietnamese is read while it is heard."""
        if self.is_source or self.coverage is None:
            return True
        return self.coverage.reads(self.least_percent) or not self.speaks

    @property
    def speaks(self) -> bool:
        """Whether enough of it is heard to choose it as a voice."""
        if self.coverage is None:
            return self.is_source
        enough = self.coverage.speaks(self.least_percent)
        return enough or self.coverage.greets or bool(self.coverage.teachable.lessons)

    def teaches(self, lesson: str) -> bool:
        """Whether a lesson is heard in it from its beginning to its end."""
        if self.is_source or self.coverage is None:
            return self.is_source
        whole = self.coverage.spoken == self.coverage.total
        return whole or lesson in self.coverage.teachable.lessons


def offered_languages_of(
    settings: Languages, known: Mapping[str, Language], coverage: Mapping[str, Coverage]
) -> tuple[OfferedLanguage, ...]:
    """The languages whose folders are there and that a centre does not hide, in its order."""
    return tuple(
        OfferedLanguage(known[code], coverage.get(code), settings.least_coverage)
        for code in settings.in_order(known)
    )


def offered(languages: Iterable[OfferedLanguage]) -> tuple[OfferedLanguage, ...]:
    """Those of which there is enough for learners; the first one, where there is of none."""
    wanted = tuple(languages)
    return (
        tuple(offered_language for offered_language in wanted if offered_language.is_worthy)
        or wanted[:1]
    )


def chosen(visit: Visit, languages: Iterable[OfferedLanguage]) -> str:
    """The language that the person chose: the one she hears, where it cannot be read."""
    voice = visit.voice_language
    unread = {offered_language.code for offered_language in languages if not offered_language.reads}
    return voice if voice in unread else visit.language
