"""A row of a list of findings for staff."""

from dataclasses import dataclass

from kiosk.content.problems import Problem
from kiosk.content.wording import hint_of, message_of

WORDED = ("vi", "en")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A sentence with an icon before it and a heading (`what`) above it."""

    sentence: str
    what: str = ""
    ok: bool = False


def problem_text(problem: Problem, language: str) -> str:
    """The message and hint of a lesson's problem; in Vietnamese if `language` has no wording."""
    known = language if language in WORDED else WORDED[0]
    message, hint = message_of(problem, known), hint_of(problem, known)
    return f"{message[:1].upper()}{message[1:]}{f' ({hint})' if hint else ''}"
