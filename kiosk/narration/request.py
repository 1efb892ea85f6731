"""The render request sent to the worker process."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from kiosk.narration.utterance import SpokenWord

_READING_VERSION = 1
"""Part of every cache key; incremented to have all clips rendered anew."""


@dataclass(frozen=True, slots=True)
class Guest:
    """The voice for the words of another language within a sentence."""

    language: str
    engine: str
    engine_version: str
    voice: str
    words_per_minute: int


@dataclass(frozen=True)
class Request:
    """A request to render one clip."""

    engine: str
    engine_version: str
    voice: str
    language: str
    words_per_minute: int
    words: tuple[SpokenWord, ...]
    guests: tuple[Guest, ...] = ()
    """The voices for words of other languages in the sentence."""
    stretch_percent: int = 100
    """Duration of the rendered sound in per cent, to slow down recordings, which have a fixed rate.
    """

    @cached_property
    def key(self) -> str:
        """The cache key: a hash of everything that determines the sound."""
        return hashlib.sha256(json.dumps([_READING_VERSION, asdict(self)]).encode()).hexdigest()


def to_message(request: Request, number: int) -> dict[str, Any]:
    """The request as a message; the worker's answer carries the same number."""
    return {"number": number, **asdict(request)}


def from_message(message: dict[str, Any]) -> tuple[Request, int]:
    fields = dict(message)
    number = fields.pop("number")
    words = tuple(SpokenWord(**word) for word in fields.pop("words"))
    guests = tuple(Guest(**guest) for guest in fields.pop("guests", ()))
    return Request(words=words, guests=guests, **fields), number
