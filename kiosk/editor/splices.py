"""Splices: replacements of ranges in a text."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Splice:
    """Replaces the characters from `begin` to `end` (exclusive)."""

    begin: int
    end: int
    text: str


def applied(text: str, splices: Sequence[Splice]) -> str:
    """Applies splices that do not overlap."""
    for splice in sorted(splices, key=lambda each: each.begin, reverse=True):
        text = text[: splice.begin] + splice.text + text[splice.end :]
    return text


def difference(before: str, after: str) -> Splice:
    """The shortest single splice that turns `before` into `after`."""
    shorter = min(len(before), len(after))
    begin = 0
    while begin < shorter and before[begin] == after[begin]:
        begin += 1
    tail = 0
    while tail < shorter - begin and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return Splice(begin, len(before) - tail, after[begin : len(after) - tail])
