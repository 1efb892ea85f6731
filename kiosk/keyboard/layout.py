"""Where the keys of a keyboard lie, whatever is on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Wide(Protocol):
    """A key that takes some columns."""

    @property
    def columns(self) -> float:
        """How many columns it takes."""


Key = TypeVar("Key", bound=Wide)


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a key lies: in which row, from 0, and how many columns lie before it in that row."""

    row: int
    before: float
    row_columns: float
    """How many columns all of the row takes."""


def key_places(rows: Sequence[Sequence[Key]]) -> Iterator[tuple[Key, KeyPlace]]:
    """Yield each key with its place, row by row."""
    for row, keys in enumerate(rows):
        before, whole = 0.0, float(sum(key.columns for key in keys))
        for key in keys:
            yield key, KeyPlace(row, before, whole)
            before += key.columns
