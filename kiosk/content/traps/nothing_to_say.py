"""Checks for spoken texts without a letter or digit, which the voice would skip."""

from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import Source, texts_of
from kiosk.domain.lesson import Lesson

SPOKEN = (Source.GUIDE, Source.OTHER)


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Such texts that have no `speak` with words either."""
    for text in texts_of(lesson):
        said = text.speak or text.text
        if text.source in SPOKEN and not any(sign.isalnum() for sign in said):
            yield Trap(text.key_path, "nothing_to_say", {"text": said})
