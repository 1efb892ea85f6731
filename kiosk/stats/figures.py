"""Summaries of the counters."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.stats.event import Count, Kind
from kiosk.stats.hours import begin_of_hour


@dataclass(frozen=True, slots=True)
class StuckPlace:
    """A step of a lesson where learners got stuck."""

    lesson: str
    step: str
    shown: int = 0
    """How often the step was shown."""
    stuck: int = 0
    """How often the pointing finger was shown."""
    left: int = 0
    """How often the lesson was left there."""
    called: int = 0
    """How often staff were called there."""
    chosen: Mapping[str, int] = field(default_factory=dict)
    """How often each answer was chosen, by the identity of its words."""

    @property
    def weight(self) -> int:
        """How often learners could not continue on their own."""
        return self.stuck + self.left + self.called


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over a period; in descending order."""

    visits: int = 0
    opened: Mapping[str, int] = field(default_factory=dict)
    """How often each lesson was opened."""
    finished: Mapping[str, int] = field(default_factory=dict)
    """How often each lesson was completed."""
    came_back: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How often a lesson was repeated with a come-back number, by lesson and how long after."""
    unaided: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How often a repeated lesson was completed without help, by lesson and how long after."""
    stuck_places: tuple[StuckPlace, ...] = ()
    languages: Mapping[str, int] = field(default_factory=dict)
    """How many lessons were opened in each language."""
    hours: Mapping[int, int] = field(default_factory=dict)
    """How many lessons were opened in each hour of the local day, 0 to 23; sorted by hour."""

    @property
    def lessons(self) -> tuple[str, ...]:
        """Every lesson that was opened, finished or repeated; the most often finished first."""
        names = {*self.opened, *self.finished, *self.came_back_by_lesson}
        return tuple(sorted(names, key=self._sort_key))

    @property
    def came_back_by_lesson(self) -> Mapping[str, int]:
        """How often each lesson was repeated, regardless of how long after."""
        return _by_lesson(self.came_back)

    @property
    def unaided_by_lesson(self) -> Mapping[str, int]:
        """How often each repeated lesson was completed without help."""
        return _by_lesson(self.unaided)

    def _sort_key(self, lesson: str) -> tuple[int, int, str]:
        return (-self.finished.get(lesson, 0), -self.opened.get(lesson, 0), lesson)


def figures_of(counts: Iterable[Count]) -> Figures:
    """Sums up counters."""
    visits = 0
    opened: Counter[str] = Counter()
    finished: Counter[str] = Counter()
    came_back: Counter[tuple[str, str]] = Counter()
    unaided: Counter[tuple[str, str]] = Counter()
    languages: Counter[str] = Counter()
    hours: Counter[int] = Counter()
    at_steps: Counter[tuple[str, str, Kind]] = Counter()
    chosen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for count in counts:
        event, times = count.event, count.times
        if event.kind is Kind.BEGUN:
            visits += times
        elif event.kind is Kind.OPENED:
            opened[event.lesson] += times
            languages[event.language] += times
            hours[begin_of_hour(count.hour).hour] += times
        elif event.kind is Kind.FINISHED:
            finished[event.lesson] += times
        elif event.kind is Kind.CAME_BACK:
            came_back[event.lesson, event.choice] += times
        elif event.kind is Kind.UNAIDED:
            unaided[event.lesson, event.choice] += times
        elif event.choice:
            chosen[event.lesson, event.step][event.choice] += times
        if event.step:
            at_steps[event.lesson, event.step, event.kind] += times
    return Figures(
        visits=visits,
        opened=dict(opened.most_common()),
        finished=dict(finished.most_common()),
        came_back=dict(came_back.most_common()),
        unaided=dict(unaided),
        stuck_places=_stuck_places(at_steps, chosen),
        languages=dict(languages.most_common()),
        hours=dict(sorted(hours.items())),
    )


def _by_lesson(figures: Mapping[tuple[str, str], int]) -> Mapping[str, int]:
    sums: Counter[str] = Counter()
    for (lesson, _), times in figures.items():
        sums[lesson] += times
    return dict(sums.most_common())


def _stuck_places(
    at_steps: Mapping[tuple[str, str, Kind], int],
    chosen: Mapping[tuple[str, str], Mapping[str, int]],
) -> tuple[StuckPlace, ...]:
    steps = {(lesson, step) for lesson, step, _ in at_steps}
    places = (
        StuckPlace(
            lesson,
            step,
            shown=at_steps.get((lesson, step, Kind.SHOWN), 0),
            stuck=at_steps.get((lesson, step, Kind.STUCK), 0),
            left=at_steps.get((lesson, step, Kind.LEFT), 0),
            called=at_steps.get((lesson, step, Kind.CALLED), 0),
            chosen=dict(chosen.get((lesson, step), {})),
        )
        for lesson, step in steps
    )
    hard = [place for place in places if place.weight]
    return tuple(sorted(hard, key=lambda place: (-place.weight, place.lesson, place.step)))
