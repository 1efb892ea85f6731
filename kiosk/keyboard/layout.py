"""The positions of keys in rows, independent of their labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Wide(Protocol):
    """A key with a width."""

    @property
    def columns(self) -> float:
        """The width in columns."""


Key = TypeVar("Key", bound=Wide)


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """The position of a key: its row, from 0, and the columns to its left in that row."""

    row: int
    before: float
    row_columns: float
    """The width of the whole row, in columns."""


def key_places(rows: Sequence[Sequence[Key]]) -> Iterator[tuple[Key, KeyPlace]]:
    """Yields each key with its position, row by row."""
    for row, keys in enumerate(rows):
        before, whole = 0.0, float(sum(key.columns for key in keys))
        for key in keys:
            yield key, KeyPlace(row, before, whole)
            before += key.columns
