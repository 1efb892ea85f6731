"""What the kiosk asks of the worker process, as one message."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from kiosk.narration.utterance import SpokenWord

_READING_VERSION = 1
"""Raised when the same words are to be rendered anew."""


@dataclass(frozen=True, slots=True)
class Guest:
    """The voice for the words of another language in a sentence."""

    language: str
    engine: str
    engine_version: str
    voice: str
    words_per_minute: int


@dataclass(frozen=True)
class Request:
    """One clip to be rendered."""

    engine: str
    engine_version: str
    voice: str
    language: str
    words_per_minute: int
    words: tuple[SpokenWord, ...]
    guests: tuple[Guest, ...] = ()
    """Who speaks the words of other languages in it."""
    stretch_percent: int = 100
    """More slows down the sound itself: a person speaks as she speaks, whatever the rate."""

    @cached_property
    def key(self) -> str:
        """Names the clip: the same for the same sound, another for any other."""
        return hashlib.sha256(json.dumps([_READING_VERSION, asdict(self)]).encode()).hexdigest()


def to_message(request: Request, number: int) -> dict[str, Any]:
    """The request as a message; the answer will carry its number."""
    return {"number": number, **asdict(request)}


def from_message(message: dict[str, Any]) -> tuple[Request, int]:
    fields = dict(message)
    number = fields.pop("number")
    words = tuple(SpokenWord(**word) for word in fields.pop("words"))
    guests = tuple(Guest(**guest) for guest in fields.pop("guests", ()))
    return Request(words=words, guests=guests, **fields), number
