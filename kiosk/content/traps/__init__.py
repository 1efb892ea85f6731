"""Trap checks for valid lessons: what a learner cannot understand from what was shown and said.

Each module here is one check, found by scanning, with a function
`find(lesson: Lesson, facts: Facts) -> Iterator[Trap]`. The lesson is passed in its variant for one
make of phone. Modules whose names begin with an underscore are not checks.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from kiosk.content.facts import Facts
from kiosk.content.tree import KeyPath
from kiosk.domain.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Trap:
    """Something in a lesson that is likely to confuse a learner."""

    key_path: KeyPath
    """Its position in the lesson file."""
    code: str
    """The problem code; its texts are in `content/problem_words.py`."""
    facts: Mapping[str, str] = field(default_factory=dict)


class Check(Protocol):
    """A check for one sort of trap."""

    def __call__(self, lesson: Lesson, facts: Facts) -> Iterator[Trap]:
        """Yields all traps of this sort."""


@cache
def checks() -> Sequence[Check]:
    """All checks, ordered by module name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(
        importlib.import_module(f"{__name__}.{name}").find
        for name in names
        if not name.startswith("_")
    )


def traps_in(lesson: Lesson, facts: Facts) -> Iterator[Trap]:
    for find in checks():
        yield from find(lesson, facts)
