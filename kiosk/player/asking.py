"""What a command asks of the kiosk that runs, and what it is answered: one line each."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

MOST_BYTES = 300
"""A longer line is not read."""
_OPEN = "open"
_INSIST = "insist"


class LaunchOutcome(StrEnum):
    """What became of asking for a lesson."""

    SHOWN = "shown"
    ASKED = "asked"
    """The person at the kiosk is asked first."""
    UNKNOWN = "unknown"
    BUSY = "busy"
    """Staff are at something on one of their pages that must not be broken off."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A lesson that is to be opened, by number or id."""

    wanted: str
    insist: bool = False


@dataclass(frozen=True, slots=True)
class LaunchAnswer:
    """What became of asking for a lesson."""

    outcome: LaunchOutcome
    title: str = ""
    near: tuple[str, ...] = ()
    """For an unknown one: the lessons that may have been meant, with their numbers."""


@dataclass(frozen=True, slots=True)
class RunningState:
    """What the kiosk that runs tells of itself."""

    version: str
    screen: str
    """What it draws on: `1920x1080`."""
    voice_problem: str
    """Why nothing is heard, in Vietnamese; empty when all is well."""
    has_pin: bool
    wifi: str
    """The network of which it shows a code; empty for none."""
    touches: int = 0
    """How often it was touched, or a key pressed, since it started."""
    spoken: int = 0
    """How many utterances were spoken to their end since it started."""


ASK_STATE = b"state\n"


def line_of_state(state: RunningState) -> bytes:
    return json.dumps(asdict(state), ensure_ascii=False).encode() + b"\n"


def read_state(line: bytes) -> RunningState | None:
    """The state of a line; None when it is none."""
    try:
        fields = json.loads(line)
        return RunningState(**fields)
    except (ValueError, TypeError):
        return None


def line_of_ask(ask: Ask) -> bytes:
    return f"{_INSIST if ask.insist else _OPEN} {ask.wanted}\n".encode()


def read_ask(line: bytes) -> Ask | None:
    """The ask of a line; None for anything else."""
    if len(line) > MOST_BYTES:
        return None
    verb, _, wanted = line.decode("utf-8", errors="replace").strip().partition(" ")
    if verb not in (_OPEN, _INSIST) or not wanted.isprintable() or not wanted.strip():
        return None
    return Ask(wanted.strip(), insist=verb == _INSIST)


def line_of_answer(answer: LaunchAnswer) -> bytes:
    fields = {"outcome": answer.outcome, "title": answer.title, "near": answer.near}
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def read_answer(line: bytes) -> LaunchAnswer | None:
    """The answer of a line; None when it is none."""
    try:
        fields = json.loads(line)
        return LaunchAnswer(
            LaunchOutcome(fields["outcome"]), str(fields["title"]), tuple(fields["near"])
        )
    except (ValueError, KeyError, TypeError):
        return None
