"""Translatable source texts."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """A Vietnamese text, the files that contain it, and notes for translators."""

    source: str
    places: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def with_more(self, other: "SourceText") -> "SourceText":
        """Merges the places and notes of another occurrence of the same text."""
        return SourceText(
            self.source,
            tuple(dict.fromkeys(self.places + other.places)),
            tuple(dict.fromkeys(self.notes + other.notes)),
        )


def each_once(texts: Iterable[SourceText]) -> tuple[SourceText, ...]:
    """Merges duplicates, in order of first occurrence."""
    found: dict[str, SourceText] = {}
    for text in texts:
        known = found.get(text.source)
        found[text.source] = known.with_more(text) if known else text
    return tuple(found.values())
