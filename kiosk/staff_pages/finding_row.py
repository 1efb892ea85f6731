"""Something that staff should know, as a list of findings shows it."""

from dataclasses import dataclass

from kiosk.content.problems import Problem
from kiosk.content.wording import hint_of, message_of

WORDED = ("vi", "en")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A sentence, with a sign before it and what it is about above it."""

    sentence: str
    what: str = ""
    ok: bool = False


def problem_told(problem: Problem, language: str) -> str:
    """What is wrong with a lesson and what to do, for staff who read this language."""
    known = language if language in WORDED else WORDED[0]
    message, hint = message_of(problem, known), hint_of(problem, known)
    return f"{message[:1].upper()}{message[1:]}{f' ({hint})' if hint else ''}"
