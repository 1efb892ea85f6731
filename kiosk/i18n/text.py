"""A text that wants translating."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A Vietnamese text, the files where it stands, and what a translator should know of it."""

    source: str
    places: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def with_more(self, other: "Text") -> "Text":
        """The same text, found once more elsewhere."""
        return Text(
            self.source,
            tuple(dict.fromkeys(self.places + other.places)),
            tuple(dict.fromkeys(self.notes + other.notes)),
        )


def each_once(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Every text once, where it first stood, with all its places and notes."""
    found: dict[str, Text] = {}
    for text in texts:
        known = found.get(text.source)
        found[text.source] = known.with_more(text) if known else text
    return tuple(found.values())
