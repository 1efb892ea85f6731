"""Which sentences a lesson cannot be taught without, in any language.

A lesson can be taught in a language as soon as everything is spoken that a learner hears who
touches the right thing each time, what the kiosk itself says to her on the way included. What is
said of a wrong touch, or of trouble on her own phone, is heard in Vietnamese until it is recorded.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.simulated_visit import Learner, heard_by

ENOUGH_LESSONS = 20
"""So many lessons tell what the kiosk itself says in all of them."""


@dataclass(frozen=True, slots=True)
class LessonNeeds:
    """The sentences of a lesson, by their keys."""

    always: frozenset[str]
    rehearsals: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What each rehearsal says besides, where a run draws only some of them by lot."""
    drawn: int = 0
    """How many rehearsals a run plays."""
    title: str = ""

    def playable(self, spoken: Callable[[str], bool]) -> tuple[str, ...]:
        """The rehearsals of which everything is spoken."""
        return tuple(name for name, keys in self.rehearsals.items() if all(map(spoken, keys)))

    def taught(self, spoken: Callable[[str], bool]) -> bool:
        """Whether a whole run of it is spoken."""
        return all(map(spoken, self.always)) and len(self.playable(spoken)) >= self.drawn


def needs_of(lesson: Lesson) -> LessonNeeds:
    """What one lesson needs; of rehearsals that are drawn by lot, each by itself."""
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
    """What the kiosk itself says in most lessons: the sentences, those heard most often first."""
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
    """The lesson as one run plays it, with the first of its rehearsals."""
    count = lesson.head.rehearse
    return lesson if count is None else lesson.with_groups(lesson.groups[:count])


@dataclass(frozen=True, slots=True)
class Teachable:
    """What can be taught in one language."""

    core: bool
    """Whether everything is spoken that the kiosk itself says in most lessons."""
    lessons: Mapping[str, str] = field(default_factory=dict)
    """The lessons of which a whole run is spoken, id and title; none before the core is."""
    rehearsals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each lesson that draws rehearsals by lot: those that are spoken."""


NOTHING = Teachable(core=False)


def teachable(
    core: Sequence[str], needs: Mapping[str, LessonNeeds], spoken: Callable[[str], bool]
) -> Teachable:
    """What can be taught with the sentences that are spoken.

    Args:
        core: the keys of what the kiosk itself says in most lessons.
        needs: what each lesson needs, by its id.
        spoken: whether the sentence with a key is spoken in the language.
    """
    whole = bool(core) and all(map(spoken, core))
    taught = {name: each.title for name, each in needs.items() if whole and each.taught(spoken)}
    drawn_by_lot = {name: each.playable(spoken) for name, each in needs.items() if each.drawn}
    return Teachable(whole, taught, drawn_by_lot)


def _heard(lesson: Lesson) -> frozenset[str]:
    return frozenset(sentence_key(line.text) for line in heard_by(Learner.SURE, lesson) if line)
