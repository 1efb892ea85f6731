"""Checks for answers that differ only in small words or punctuation."""

import re
from collections.abc import Iterator

from kiosk.content.facts import Facts
from kiosk.content.traps import Trap
from kiosk.domain.lesson import Lesson
from kiosk.stats.identity import key_of

SMALL_WORDS = re.compile(r"(?:\s+(?:nhé|nha|nghen|ạ|bác ạ|thôi|luôn|đi))+$", re.IGNORECASE)
"""Particles at the end of an answer that do not change its meaning."""
SIGNS = re.compile(r"[^\w\s]+")


def find(lesson: Lesson, facts: Facts) -> Iterator[Trap]:  # noqa: ARG001 - signature of all checks
    """Steps with such answers."""
    for at, step in enumerate(lesson.steps):
        seen: set[str] = set()
        for line in step.spoken_options():
            key = key_of(SMALL_WORDS.sub("", SIGNS.sub(" ", line.text).strip()))
            if key in seen:
                yield Trap(("steps", at), "equal_answers", {"text": line.text})
            seen.add(key)
