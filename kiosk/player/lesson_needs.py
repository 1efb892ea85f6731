"""The sentences that must be spoken before a lesson can be taught, in any language.

A lesson can be taught in a language once everything is spoken that a learner hears who touches the
right target each time, including the kiosk's own prompts. Feedback to wrong touches and help with
the own phone are spoken in Vietnamese until they are recorded.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.simulated_visit import Learner, heard_by

ENOUGH_LESSONS = 20
"""The number of lessons that are examined for the kiosk's own prompts."""


@dataclass(frozen=True, slots=True)
class LessonNeeds:
    """The keys of the sentences of a lesson."""

    always: frozenset[str]
    rehearsals: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The additional sentences of each rehearsal, if a run plays only some of them."""
    drawn: int = 0
    """The number of rehearsals in a run; 0 when all are played."""
    title: str = ""

    def playable(self, spoken: Callable[[str], bool]) -> tuple[str, ...]:
        """Returns the rehearsals that are completely spoken."""
        return tuple(name for name, keys in self.rehearsals.items() if all(map(spoken, keys)))

    def taught(self, spoken: Callable[[str], bool]) -> bool:
        """True when a whole run is spoken."""
        return all(map(spoken, self.always)) and len(self.playable(spoken)) >= self.drawn


def needs_of(lesson: Lesson) -> LessonNeeds:
    """Returns the needs of a lesson; the rehearsals separately, if they are drawn at random."""
    own = frozenset(sentence_key(line.text) for line in lesson.lines() if line)
    drawn = lesson.head.rehearse or 0
    title = lesson.head.title
    if not 0 < drawn < len(lesson.groups):
        return LessonNeeds(_heard(lesson) & own, title=title)
    always = _heard(lesson.with_groups(())) & own
    rehearsals = {
        name: (_heard(lesson.with_groups((name,))) & own) - always for name in lesson.groups
    }
    return LessonNeeds(always, rehearsals, drawn, title)


def core_of(lessons: Iterable[Lesson]) -> tuple[str, ...]:
    """Returns the kiosk's own prompts that occur in most lessons, the most frequent first."""
    own = {sentence_key(line.text): line.text for line in prompts.lines()}
    heard: Counter[str] = Counter()
    journeys: Counter[str] = Counter()
    some = list(lessons)[:ENOUGH_LESSONS]
    for lesson in some:
        keys = [sentence_key(line.text) for line in heard_by(Learner.SURE, drawn(lesson)) if line]
        heard.update(keys)
        journeys.update(set(keys))
    most = [key for key, _ in heard.most_common() if key in own and journeys[key] * 2 > len(some)]
    return tuple(own[key] for key in most)


def drawn(lesson: Lesson) -> Lesson:
    """Returns the lesson with as many rehearsals as a run plays: the first ones."""
    count = lesson.head.rehearse
    return lesson if count is None else lesson.with_groups(lesson.groups[:count])


@dataclass(frozen=True, slots=True)
class Teachable:
    """The lessons that can be taught in a language."""

    core: bool
    """True when all the kiosk's own prompts in most lessons are spoken."""
    lessons: Mapping[str, str] = field(default_factory=dict)
    """The titles of lessons of which a whole run is spoken, by ID; empty unless `core`."""
    rehearsals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The spoken rehearsals of each lesson that draws rehearsals at random."""


NOTHING = Teachable(core=False)


def teachable(
    core: Sequence[str], needs: Mapping[str, LessonNeeds], spoken: Callable[[str], bool]
) -> Teachable:
    """Returns the lessons that can be taught with the spoken sentences.

    Args:
        core: the keys of the kiosk's own prompts in most lessons.
        needs: the needs of each lesson, by ID.
        spoken: returns True when the sentence with a key is spoken in the language.
    """
    whole = bool(core) and all(map(spoken, core))
    taught = {name: each.title for name, each in needs.items() if whole and each.taught(spoken)}
    random_rehearsals = {name: each.playable(spoken) for name, each in needs.items() if each.drawn}
    return Teachable(whole, taught, random_rehearsals)


def _heard(lesson: Lesson) -> frozenset[str]:
    return frozenset(sentence_key(line.text) for line in heard_by(Learner.SURE, lesson) if line)
