"""Checks for sentences in capitals, which are hard to read."""

from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, texts_of
from kiosk.domain.lesson import Lesson

MIN_WORDS = 4
"""Fewer words may be names in capitals, as banks write them."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """The kiosk's own sentences without a lower-case letter."""
    for text in texts_of(lesson):
        words = [word for word in text.text.split() if any(map(str.isalpha, word))]
        sentence = text.source is Source.GUIDE and text.key_path[-1] != "value"
        if sentence and text.text.isupper() and len(words) >= MIN_WORDS:
            yield Trap(text.key_path, "in_capitals")
