"""Sums up what goes out of the house so far that no figure is about few people.

Counters know no persons, so the size of a group is told by how often its lesson was opened (outside
lessons: how often a visit began). A lesson's figures go out by the hour when at least `LEAST`
openings fall into the hour; else by the day; else by the month; else the month's figures of all
such lessons go out together, without saying which lesson, step, answer or language. Languages are
told apart only where each of them reaches that number by itself.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, replace
from enum import StrEnum

from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.hours import begin_of_day, begin_of_month

LEAST = 5


class Period(StrEnum):
    """How long the time is that a figure is about."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Figure:
    """How often something happened in a period that begins with an hour."""

    period: Period
    begins: int
    event: Event
    times: int


Begin = Callable[[int], int]
LADDER: tuple[tuple[Period, Begin], ...] = (
    (Period.HOUR, int),
    (Period.DAY, begin_of_day),
    (Period.MONTH, begin_of_month),
)


def safe_figures(counts: Iterable[Count]) -> tuple[Figure, ...]:
    """The counters as they may go out, in the order of time."""
    sums: Counter[tuple[Period, int, Event]] = Counter()
    left = list(counts)
    for period, begin in LADDER:
        groups = _grouped(left, begin)
        left = []
        for group in groups:
            if _size(group) < LEAST:
                left += group
                continue
            for count in _with_large_languages(group):
                sums[period, begin(count.hour), count.event] += count.times
    for count in left:
        sums[Period.MONTH, begin_of_month(count.hour), Event(count.event.kind)] += count.times
    found = (Figure(*place, times) for place, times in sums.items())
    return tuple(sorted(found, key=lambda each: (each.begins, each.period, astuple(each.event))))


def _grouped(counts: Iterable[Count], begin: Begin) -> Iterable[list[Count]]:
    """The counters of one lesson in one period, together."""
    groups: defaultdict[tuple[int, str], list[Count]] = defaultdict(list)
    for count in counts:
        groups[begin(count.hour), count.event.lesson].append(count)
    return groups.values()


def _size(group: Iterable[Count]) -> int:
    return sum(each.times for each in group if each.event.kind in (Kind.OPENED, Kind.BEGUN))


def _with_large_languages(group: list[Count]) -> list[Count]:
    """The same without languages, unless each of them was chosen often enough."""
    sizes = {count.event.language: 0 for count in group if count.event.language}
    for count in group:
        if count.event.kind in (Kind.OPENED, Kind.LANGUAGE):
            sizes[count.event.language] += count.times
    if all(size >= LEAST for size in sizes.values()):
        return group
    return [replace(count, event=replace(count.event, language="")) for count in group]
