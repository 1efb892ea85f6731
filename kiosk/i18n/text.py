"""A text that wants translating."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceText:
    """A Vietnamese text, the files where it stands, and what a translator should know of it."""

    source: str
    places: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def with_more(self, other: "SourceText") -> "SourceText":
        """The same text, found once more elsewhere."""
        return SourceText(
            self.source,
            tuple(dict.fromkeys(self.places + other.places)),
            tuple(dict.fromkeys(self.notes + other.notes)),
        )


def each_once(texts: Iterable[SourceText]) -> tuple[SourceText, ...]:
    """Every text once, where it first stood, with all its places and notes."""
    found: dict[str, SourceText] = {}
    for text in texts:
        known = found.get(text.source)
        found[text.source] = known.with_more(text) if known else text
    return tuple(found.values())
