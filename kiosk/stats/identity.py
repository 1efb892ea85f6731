"""Identities of steps and answers that stay stable when the lesson around them is edited."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson
    from kiosk.domain.step import Step

KEY_LETTERS = 12


def key_of(*texts: str) -> str:
    """A hash of texts of a lesson file, independent of spaces, case and Unicode normalisation."""
    plain = (" ".join(unicodedata.normalize("NFC", text).casefold().split()) for text in texts)
    return hashlib.sha256("\n".join(plain).encode()).hexdigest()[:KEY_LETTERS]


def step_identity(lesson: Lesson, at: int) -> str:
    """The identity of a step: its name, else a hash of its text, screen and group.

    If several steps have the same one, the later ones have a number appended.
    """
    step = lesson.steps[at]
    own = _words_of(step)
    before = sum(_words_of(each) == own for each in lesson.steps[:at])
    identity = step.name or key_of(*own)
    return f"{identity}.{before + 1}" if before else identity


def step_identities(lesson: Lesson) -> tuple[str, ...]:
    return tuple(step_identity(lesson, at) for at in range(len(lesson.steps)))


def position_known_as(lesson: Lesson, identity: str) -> int | None:
    """The index of the step; None if the lesson no longer has it."""
    identities = step_identities(lesson)
    return identities.index(identity) if identity in identities else None


def _words_of(step: Step) -> tuple[str, ...]:
    if step.name:
        return (step.name,)
    return (step.line.text, step.screen or "", step.group or "")
