"""Checks spoken forms for numbers that differ from the shown ones."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.content.traps._texts import texts_of
from kiosk.domain.lesson import Lesson

NUMBER = re.compile(r"\d+")


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Texts with `speak` containing digits that the shown text lacks."""
    for text in texts_of(lesson):
        shown = "".join(NUMBER.findall(text.text))
        for spoken in NUMBER.findall(text.speak):
            if spoken not in shown:
                yield Trap((*text.key_path[:-1], "speak"), "spoken_number", {"text": spoken})
