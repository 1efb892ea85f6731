"""Aggregates the counters before they leave the centre, so that no figure is about few people.

Counters contain no persons. A group of counters is large enough if its lesson was opened at
least `LEAST` times and at least `LEAST` visits began in the period, since one person may open it
often. Outside lessons only the visits are required. A lesson's figures are published by the hour
if the hour is large enough, else by the day, else by the month. The rest of all lessons together
is published by the month or by the year, without lesson, step, answer or language; if it is too
small even then, it is omitted. Languages are distinguished only if each of them reaches that
number by itself.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass, replace
from enum import StrEnum

from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.hours import begin_of_day, begin_of_month, begin_of_year

LEAST = 5


class Period(StrEnum):
    """The length of the period of a figure."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Figure:
    """How often an event happened in a period; `begins` is its first hour."""

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
REST: tuple[tuple[Period, Begin], ...] = (
    (Period.MONTH, begin_of_month),
    (Period.YEAR, begin_of_year),
)
"""The periods for counters that are too few for one lesson, all lessons together."""


def safe_figures(counts: Iterable[Count]) -> tuple[Figure, ...]:
    """The figures that may leave the centre, in chronological order, without small groups."""
    sums: Counter[tuple[Period, int, Event]] = Counter()
    left = list(counts)
    visits = [count for count in left if count.event.kind is Kind.BEGUN]
    for period, begin in LADDER:
        large, left = _divided(left, visits, begin, lambda count: count.event.lesson)
        for count in itertools.chain.from_iterable(map(_with_large_languages, large)):
            sums[period, begin(count.hour), count.event] += count.times
    for period, begin in REST:
        large, left = _divided(left, visits, begin, lambda count: str(bool(count.event.lesson)))
        for count in itertools.chain.from_iterable(large):
            sums[period, begin(count.hour), Event(count.event.kind)] += count.times
    found = (Figure(*place, times) for place, times in sums.items())
    return tuple(sorted(found, key=lambda each: (each.begins, each.period, astuple(each.event))))


def _divided(
    counts: Iterable[Count], visits: Iterable[Count], begin: Begin, name: Callable[[Count], str]
) -> tuple[list[list[Count]], list[Count]]:
    """The groups by name and period that are large enough, and the counters of all others."""
    began: Counter[int] = Counter()
    for visit in visits:
        began[begin(visit.hour)] += visit.times
    groups: defaultdict[tuple[int, str], list[Count]] = defaultdict(list)
    for count in counts:
        groups[begin(count.hour), name(count)].append(count)
    large, left = [], []
    for (begins, _), group in groups.items():
        if _is_large(group, began[begins]):
            large.append(group)
        else:
            left += group
    return large, left


def _is_large(group: Iterable[Count], visits: int) -> bool:
    """Whether a group is large enough not to identify a person.

    `visits`: the number of visits that began in its period, with any lesson.
    """
    sums: Counter[Kind] = Counter()
    in_lessons = False
    for count in group:
        sums[count.event.kind] += count.times
        in_lessons = in_lessons or bool(count.event.lesson)
    if in_lessons:
        return min(sums[Kind.OPENED], visits) >= LEAST
    return sums[Kind.BEGUN] >= LEAST


def _with_large_languages(group: list[Count]) -> list[Count]:
    """Returns the group, without languages unless each of them reaches `LEAST`."""
    sizes = {count.event.language: 0 for count in group if count.event.language}
    for count in group:
        if count.event.kind in (Kind.OPENED, Kind.LANGUAGE) and count.event.language:
            sizes[count.event.language] += count.times
    if all(size >= LEAST for size in sizes.values()):
        return group
    return [replace(count, event=replace(count.event, language="")) for count in group]
