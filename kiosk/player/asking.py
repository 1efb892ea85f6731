"""What a command asks of the kiosk that runs, and what it is answered: one line each."""

import json
from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 300
"""A longer line is not read."""
_OPEN = "open"
_INSIST = "insist"


class Outcome(StrEnum):
    """What became of the wish for a lesson."""

    SHOWN = "shown"
    ASKED = "asked"
    """The person at the kiosk is asked first."""
    UNKNOWN = "unknown"
    BUSY = "busy"
    """Staff are at something in one of their rooms that must not be broken off."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A lesson that is to be opened, by number or id."""

    wanted: str
    insist: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a wish."""

    outcome: Outcome
    title: str = ""
    near: tuple[str, ...] = ()
    """For an unknown one: the lessons that may have been meant, with their numbers."""


def line_of_ask(ask: Ask) -> bytes:
    """The ask as it is sent."""
    return f"{_INSIST if ask.insist else _OPEN} {ask.wanted}\n".encode()


def read_ask(line: bytes) -> Ask | None:
    """The ask of a line; None for anything else."""
    if len(line) > MOST_BYTES:
        return None
    verb, _, wanted = line.decode("utf-8", errors="replace").strip().partition(" ")
    if verb not in (_OPEN, _INSIST) or not wanted.isprintable() or not wanted.strip():
        return None
    return Ask(wanted.strip(), insist=verb == _INSIST)


def line_of_answer(answer: Answer) -> bytes:
    """The answer as it is sent."""
    fields = {"outcome": answer.outcome, "title": answer.title, "near": answer.near}
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def read_answer(line: bytes) -> Answer | None:
    """The answer of a line; None when it is none."""
    try:
        fields = json.loads(line)
        return Answer(Outcome(fields["outcome"]), str(fields["title"]), tuple(fields["near"]))
    except (ValueError, KeyError, TypeError):
        return None
