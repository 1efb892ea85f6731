"""What the kiosk asks of the worker process, as one line of JSON."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from kiosk.narration.utterance import SpokenWord

_READING_VERSION = 1
"""Raised when the same words are to be rendered anew."""


@dataclass(frozen=True, slots=True)
class Request:
    """One clip to be rendered."""

    engine: str
    engine_version: str
    voice: str
    language: str
    words_per_minute: int
    words: tuple[SpokenWord, ...]
    stretch_percent: int = 100
    """More slows down the sound itself: a person speaks as she speaks, whatever the rate."""

    @property
    def key(self) -> str:
        """Names the clip: the same for the same sound, another for any other."""
        return hashlib.sha256(json.dumps([_READING_VERSION, asdict(self)]).encode()).hexdigest()


def to_line(request: Request, number: int) -> bytes:
    """The request as a line of JSON; the answer will carry its number."""
    return json.dumps({"number": number, **asdict(request)}).encode() + b"\n"


def from_line(line: bytes) -> tuple[Request, int]:
    """The request and its number."""
    fields = json.loads(line)
    number = fields.pop("number")
    words = tuple(SpokenWord(**word) for word in fields.pop("words"))
    return Request(words=words, **fields), number
