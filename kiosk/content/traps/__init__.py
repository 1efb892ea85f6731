"""Traps in a lesson that loads: what a learner stumbles over who knows only what she was told.

Each module here is one check, found by scanning. It offers
`find(lesson: Lesson, facts: Facts) -> Iterator[Trap]`. A lesson is given as it is on one make of
phone. Modules whose names begin with an underscore are no checks.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from kiosk.content.facts import Facts
from kiosk.content.tree import Trail
from kiosk.domain.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Trap:
    """Something that a learner stumbles over."""

    trail: Trail
    """Where it is written in the lesson file."""
    code: str
    """The code of the problem; its words are in `content/problem_words.py`."""
    facts: Mapping[str, str] = field(default_factory=dict)


class Check(Protocol):
    """Looks for one sort of trap."""

    def __call__(self, lesson: Lesson, facts: Facts) -> Iterator[Trap]:
        """Every trap of this sort."""


@cache
def checks() -> Sequence[Check]:
    """All checks, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(
        importlib.import_module(f"{__name__}.{name}").find
        for name in names
        if not name.startswith("_")
    )


def traps_in(lesson: Lesson, facts: Facts) -> Iterator[Trap]:
    for find in checks():
        yield from find(lesson, facts)
