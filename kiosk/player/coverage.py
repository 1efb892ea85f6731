"""How much of what the kiosk says is written and spoken in a language."""

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
    """How many sentences there are, and how many of them the language has."""

    total: int
    written: int
    """With a translation that is shown."""
    spoken: int
    """With a voice in the language, recorded or made by a machine."""
    greets: bool = False
    """Whether somebody has recorded how it greets."""
    teachable: Teachable = NOTHING
    """Which lessons can be taught in it, where not everything is spoken."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return self.written == self.spoken == self.total

    def reads(self, least_percent: int) -> bool:
        """Whether so much of it is written."""
        return self._enough(self.written, least_percent)

    def speaks(self, least_percent: int) -> bool:
        """Whether so much of it is spoken."""
        return self._enough(self.spoken, least_percent)

    def _enough(self, some: int, least_percent: int) -> bool:
        return some > 0 and some * 100 >= self.total * least_percent


@dataclass(frozen=True, slots=True)
class Needs:
    """What has to be spoken before anything can be taught."""

    greeting: str = ""
    """The key of how the kiosk greets."""
    core: tuple[str, ...] = ()
    """The keys of what the kiosk itself says in most lessons."""
    lessons: Mapping[str, LessonNeeds] = field(default_factory=dict)


def coverage_of(
    lines: Iterable[Line],
    catalogues: Mapping[str, Catalogue],
    abilities: Sequence[Ability],
    needs: Needs = Needs(),
) -> dict[str, Coverage]:
    """The coverage of each language by its code; sentences that sound alike count once.

    Args:
        lines: everything that is said, in Vietnamese.
        catalogues: the translations of each language that is to be measured.
        abilities: what the speech engines can do.
        needs: what has to be spoken for the greeting and for each lesson.
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
