"""What a step and an answer are known by, also after the lesson around them was edited."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson
    from kiosk.domain.step import Step

KEY_LETTERS = 12


def key_of(*texts: str) -> str:
    """Names some words of a lesson file; spaces, case and how letters are coded do not matter."""
    plain = (" ".join(unicodedata.normalize("NFC", text).casefold().split()) for text in texts)
    return hashlib.sha256("\n".join(plain).encode()).hexdigest()[:KEY_LETTERS]


def step_identities(lesson: Lesson) -> tuple[str, ...]:
    """What each step of a lesson is known by: its name, else its own words.

    Of several that say the same on the same screen, the later ones carry a number.
    """
    seen: dict[str, int] = {}
    found = []
    for step in lesson.steps:
        own = _own_identity(step)
        seen[own] = seen.get(own, 0) + 1
        found.append(own if seen[own] == 1 else f"{own}.{seen[own]}")
    return tuple(found)


def _own_identity(step: Step) -> str:
    return step.name or key_of(step.line.text, step.screen or "", step.group or "")


def position_known_as(lesson: Lesson, identity: str) -> int | None:
    """The index of the step; None when the lesson has it no more."""
    identities = step_identities(lesson)
    return identities.index(identity) if identity in identities else None
