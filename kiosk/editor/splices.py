"""Stretches of a text that are exchanged."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Splice:
    """The letters from `begin` up to `end` become others."""

    begin: int
    end: int
    text: str


def applied(text: str, splices: Sequence[Splice]) -> str:
    """The text with all stretches exchanged; they do not overlap."""
    for splice in sorted(splices, key=lambda each: each.begin, reverse=True):
        text = text[: splice.begin] + splice.text + text[splice.end :]
    return text


def difference(before: str, after: str) -> Splice:
    """The one stretch in which two texts differ, as short as possible."""
    shorter = min(len(before), len(after))
    begin = 0
    while begin < shorter and before[begin] == after[begin]:
        begin += 1
    tail = 0
    while tail < shorter - begin and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return Splice(begin, len(before) - tail, after[begin : len(after) - tail])
