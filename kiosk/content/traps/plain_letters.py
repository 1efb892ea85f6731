"""A sentence of the kiosk's own without Vietnamese marks: it is misread, and misspoken."""

from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, texts_of
from kiosk.domain.lesson import Lesson

LEAST_WORDS = 5
"""So many words without any mark are no accident of Vietnamese spelling."""


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - a check takes both
    """Each such sentence; short ones and those of others may be so."""
    for text in texts_of(lesson):
        if text.source is not Source.GUIDE:
            continue
        words = [word for word in text.text.split() if word.strip(".,;:!?").isalpha()]
        if len(words) >= LEAST_WORDS and text.text.isascii() and not text.text.isupper():
            yield Trap(text.trail, "no_marks")
