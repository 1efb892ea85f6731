"""The protocol between commands and the running kiosk: one line for request and response each."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

MAX_BYTES = 300
"""Longer lines are rejected."""
_OPEN = "open"
_INSIST = "insist"


class LaunchOutcome(StrEnum):
    """The outcome of a request for a lesson."""

    SHOWN = "shown"
    ASKED = "asked"
    """The learner at the kiosk is asked first."""
    UNKNOWN = "unknown"
    BUSY = "busy"
    """Staff are doing work on a staff page that must not be interrupted."""


@dataclass(frozen=True, slots=True)
class LaunchRequest:
    """A request to open a lesson, by number or ID; `insist` opens it without asking."""

    wanted: str
    insist: bool = False


@dataclass(frozen=True, slots=True)
class LaunchAnswer:
    """The response to a request for a lesson."""

    outcome: LaunchOutcome
    title: str = ""
    near: tuple[str, ...] = ()
    """For an unknown lesson: the numbers and titles of similar lessons."""


@dataclass(frozen=True, slots=True)
class RunningState:
    """The state that the running kiosk reports."""

    version: str
    screen: str
    """The size of the screen: `1920x1080`."""
    voice_problem: str
    """Why the kiosk is silent, in Vietnamese; empty for no problem."""
    has_pin: bool
    wifi: str
    """The name of the network whose QR code is shown; empty for none."""
    touches: int = 0
    """The number of touches and key presses since the start."""
    spoken: int = 0
    """The number of times speech has finished since the start."""


STATE_REQUEST = b"state\n"


def line_of_state(state: RunningState) -> bytes:
    return json.dumps(asdict(state), ensure_ascii=False).encode() + b"\n"


def read_state(line: bytes) -> RunningState | None:
    """Parses a state; None when the line is not valid."""
    try:
        fields = json.loads(line)
        return RunningState(**fields)
    except (ValueError, TypeError):
        return None


def line_of_request(request: LaunchRequest) -> bytes:
    return f"{_INSIST if request.insist else _OPEN} {request.wanted}\n".encode()


def read_request(line: bytes) -> LaunchRequest | None:
    """Parses a request; None when the line is not valid."""
    if len(line) > MAX_BYTES:
        return None
    verb, _, wanted = line.decode("utf-8", errors="replace").strip().partition(" ")
    if verb not in (_OPEN, _INSIST) or not wanted.isprintable() or not wanted.strip():
        return None
    return LaunchRequest(wanted.strip(), insist=verb == _INSIST)


def line_of_answer(answer: LaunchAnswer) -> bytes:
    fields = {"outcome": answer.outcome, "title": answer.title, "near": answer.near}
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def read_answer(line: bytes) -> LaunchAnswer | None:
    """Parses a response; None when the line is not valid."""
    try:
        fields = json.loads(line)
        return LaunchAnswer(
            LaunchOutcome(fields["outcome"]), str(fields["title"]), tuple(fields["near"])
        )
    except (ValueError, KeyError, TypeError):
        return None
