"""The sentences to record first in a new language, in the most useful order.

The order is computed: simulated learners go through every lesson (`simulated_visit`), and sentences
are ranked by how often they are heard. The greeting comes first, as it makes the language
available; the kiosk's own prompts follow, then whole lessons, and after the first of them the
feedback to wrong touches.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain import prompts
from kiosk.domain.lesson import Lesson
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.player.lesson_needs import (
    LessonNeeds,
    Teachable,
    core_of,
    drawn,
    needs_of,
    teachable,
)
from kiosk.player.simulated_visit import Learner, heard_by

ABOUT = 150
"""The number of sentences that can be recorded in an afternoon."""
MAX_HELP = 12
A_BLOCK = 10
WEIGHTS: Mapping[Learner, int] = {Learner.SURE: 2, Learner.HESITANT: 1}
"""How many of three learners behave like this."""


@dataclass(frozen=True, slots=True)
class KitLine:
    text: str
    lesson: str
    """The title of the lesson that needs the sentence; empty for the kiosk's own prompts."""
    heard: int
    """How often the sentence is heard when three learners go through every lesson."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """What can be used once this many sentences of the kit are recorded."""

    sentences: int
    teachable: Teachable
    heard_percent: int
    """The percentage of all heard sentences that are spoken in the language."""
    next_lesson: str
    """The title of the lesson that can be taught next; empty when the kit is complete."""
    wanting: int
    """The number of sentences still needed for that lesson."""


@dataclass(frozen=True, slots=True)
class VoiceKit:
    """The sentences in recording order, and the needs that they fulfil."""

    lines: tuple[KitLine, ...]
    core: tuple[str, ...]
    """The keys of the kiosk's own prompts in most lessons."""
    needs: Mapping[str, LessonNeeds]
    heard: int
    """The total number of sentences heard in all simulated visits."""

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones after each ten sentences, recorded in order."""
        keys = [sentence_key(line.text) for line in self.lines]
        ends = (*range(A_BLOCK, len(keys), A_BLOCK), len(keys))
        return tuple(self.reached(set(keys[:end]).__contains__) for end in ends)

    def milestone(self, spoken: Callable[[str], bool]) -> Milestone | None:
        """Returns the milestone after the greeting, each ten sentences and the last."""
        now = self.reached(spoken)
        greeted = now.sentences == 1 and spoken(sentence_key(self.lines[0].text))
        whole = now.sentences == len(self.lines)
        return now if greeted or whole or now.sentences % A_BLOCK == 0 else None

    def reached(self, spoken: Callable[[str], bool]) -> Milestone:
        """Returns the milestone for a set of recorded sentences, in any order."""
        works = teachable(self.core, self.needs, spoken)
        recorded = [line for line in self.lines if spoken(sentence_key(line.text))]
        share = sum(line.heard for line in recorded) * 100 // max(1, self.heard)
        taught = {"", *works.lessons.values()}
        coming = next((line.lesson for line in self.lines if line.lesson not in taught), "")
        last = max((at for at, line in enumerate(self.lines) if line.lesson == coming), default=0)
        wanting = [line for line in self.lines[: last + 1] if line not in recorded]
        return Milestone(len(recorded), works, share, coming, len(wanting) if coming else 0)


def voice_kit(
    lessons: Iterable[Lesson], greeting: str, first: Collection[str], about: int = ABOUT
) -> VoiceKit:
    """Returns the kit for these lessons.

    Args:
        lessons: the lessons that are taught.
        greeting: the kiosk's greeting in Vietnamese.
        first: the IDs of lessons that come before the others; unknown IDs are ignored.
        about: the maximum number of sentences, not applied to the `first` lessons.
    """
    taught = {lesson.id: lesson for lesson in lessons}
    needs = {name: needs_of(lesson) for name, lesson in taught.items()}
    heard, texts = _heard(taught.values())
    core = core_of(taught.values())
    keys = tuple(map(sentence_key, core))
    order = _Order(heard)
    order.add("", (greeting, *core))
    wanted = sorted((name for name in taught if name in first), key=lambda name: _size(needs[name]))
    for at, name in enumerate(wanted):
        order.add_lesson(taught[name], needs[name])
        if at == 0:
            order.add("", _help(heard, texts, keys))
    others = sorted((name for name in taught if name not in first), key=lambda n: _size(needs[n]))
    for name in others:
        if order.count + order.new_in(needs[name]) <= about:
            order.add_lesson(taught[name], needs[name])
    return VoiceKit(tuple(order.lines.values()), keys, needs, heard.total())


class _Order:
    """The ordered sentences, each of them once."""

    def __init__(self, heard: Mapping[str, int]) -> None:
        self.lines: dict[str, KitLine] = {}
        self._heard = heard

    @property
    def count(self) -> int:
        return len(self.lines)

    def add(self, lesson: str, texts: Iterable[str]) -> None:
        for text in texts:
            key = sentence_key(text)
            if text:
                self.lines.setdefault(key, KitLine(text, lesson, self._heard.get(key, 0)))

    def add_lesson(self, lesson: Lesson, needs: LessonNeeds) -> None:
        """Adds the sentences of every run, as they are heard, then the shortest rehearsals."""
        spoken = (line.text for line in heard_by(Learner.SURE, lesson) if line)
        in_order = list(dict.fromkeys(spoken))
        played = sorted(needs.rehearsals.values(), key=len)[: needs.drawn]
        for keys in (needs.always, *played):
            self.add(needs.title, (text for text in in_order if sentence_key(text) in keys))

    def new_in(self, needs: LessonNeeds) -> int:
        return len(needs.always - self.lines.keys())


def _size(needs: LessonNeeds) -> int:
    return len(needs.always)


def _heard(lessons: Iterable[Lesson]) -> tuple[Counter[str], dict[str, str]]:
    """Returns how often each sentence is heard, and its text, by key."""
    heard: Counter[str] = Counter()
    texts: dict[str, str] = {}
    for lesson in lessons:
        for learner, weight in WEIGHTS.items():
            for line in filter(None, heard_by(learner, drawn(lesson))):
                key = sentence_key(line.text)
                heard[key] += weight
                texts.setdefault(key, line.text)
    return heard, texts


def _help(heard: Counter[str], texts: Mapping[str, str], core: Collection[str]) -> Sequence[str]:
    """Returns the most frequent own prompts about wrong touches and help."""
    own = {sentence_key(line.text) for line in prompts.lines()}
    most = [texts[key] for key, _ in heard.most_common() if key in own and key not in core]
    return most[:MAX_HELP]
