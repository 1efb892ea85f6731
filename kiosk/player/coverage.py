"""The coverage of a language: the number of translated and of spoken sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.domain.line import Line
from kiosk.i18n.catalogue import Catalogue
from kiosk.narration.choice import choose
from kiosk.narration.engine import Ability
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.lesson_needs import NOTHING, LessonNeeds, Teachable, teachable


@dataclass(frozen=True, slots=True)
class Coverage:
    """The total number of sentences, and how many are translated and spoken."""

    total: int
    written: int
    """The number of sentences with a translation."""
    spoken: int
    """The number of sentences with a recording or a synthetic voice."""
    greets: bool = False
    """True when the greeting is recorded."""
    teachable: Teachable = NOTHING
    """The lessons that can be taught in the language when not everything is spoken."""

    @property
    def is_whole(self) -> bool:
        """True when every sentence is translated and spoken."""
        return self.written == self.spoken == self.total

    def reads(self, least_percent: int) -> bool:
        """True when at least this percentage is translated, and not nothing."""
        return self._enough(self.written, least_percent)

    def speaks(self, least_percent: int) -> bool:
        """True when at least this percentage is spoken, and not nothing."""
        return self._enough(self.spoken, least_percent)

    def _enough(self, some: int, least_percent: int) -> bool:
        return some > 0 and some * 100 >= self.total * least_percent


@dataclass(frozen=True, slots=True)
class Needs:
    """The sentences that must be spoken before a lesson can be taught."""

    greeting: str = ""
    """The sentence key of the greeting."""
    core: tuple[str, ...] = ()
    """The sentence keys of the kiosk's own prompts in most lessons."""
    lessons: Mapping[str, LessonNeeds] = field(default_factory=dict)


def coverage_of(
    lines: Iterable[Line],
    catalogues: Mapping[str, Catalogue],
    abilities: Sequence[Ability],
    needs: Needs = Needs(),
) -> dict[str, Coverage]:
    """Returns the coverage of each language; sentences with the same key count once.

    Args:
        lines: all spoken lines, in Vietnamese.
        catalogues: the translations of each language to measure.
        abilities: the abilities of the speech engines.
        needs: the sentences required for the greeting and for each lesson.
    """
    seen: set[str] = set()
    written = dict.fromkeys(catalogues, 0)
    spoken: dict[str, set[str]] = {code: set() for code in catalogues}
    for line in lines:
        key = sentence_key(line.text)
        if not line or key in seen:
            continue
        seen.add(key)
        for code, catalogue in catalogues.items():
            has_text = catalogue.text(line.text) is not None
            written[code] += has_text
            if choose(code, (code,) * has_text, abilities, {}, key) is not None:
                spoken[code].add(key)
    return {
        code: Coverage(
            len(seen),
            written[code],
            len(spoken[code]),
            any(needs.greeting in each.sentences.get(code, {}) for each in abilities),
            teachable(needs.core, needs.lessons, spoken[code].__contains__),
        )
        for code in catalogues
    }
