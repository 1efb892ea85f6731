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


def step_identity(lesson: Lesson, at: int) -> str:
    """What a step of a lesson is known by: its name, else its own words.

    Of several that say the same on the same screen, the later ones carry a number.
    """
    step = lesson.steps[at]
    own = _words_of(step)
    before = sum(_words_of(each) == own for each in lesson.steps[:at])
    identity = step.name or key_of(*own)
    return f"{identity}.{before + 1}" if before else identity


def step_identities(lesson: Lesson) -> tuple[str, ...]:
    return tuple(step_identity(lesson, at) for at in range(len(lesson.steps)))


def position_known_as(lesson: Lesson, identity: str) -> int | None:
    """The index of the step; None when the lesson has it no more."""
    identities = step_identities(lesson)
    return identities.index(identity) if identity in identities else None


def _words_of(step: Step) -> tuple[str, ...]:
    if step.name:
        return (step.name,)
    return (step.line.text, step.screen or "", step.group or "")
