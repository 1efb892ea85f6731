"""Sentences to be spoken, their spoken words, and clips."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence as shown, with what is needed to speak it."""

    sentence: str
    """The text as shown; empty when it has no translation in the language yet."""
    language: str
    speak: str = ""
    """Spoken form set by the author; empty when the sentence is spoken as written."""
    other: bool = False
    """Whether another speaker's voice is used, such as a caller in a rehearsal."""
    sound: str = ""
    """Name of a sound (see `sounds`) played instead of words."""
    clip: Clip | None = None
    """A recording played instead of words, such as a take just recorded."""
    otherwise: Utterance | None = None
    """The Vietnamese utterance spoken when nothing can speak this language."""

    @property
    def source(self) -> str:
        """The Vietnamese sentence, by which recordings in every language are looked up."""
        return self.otherwise.source if self.otherwise else self.sentence


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """Spoken form of the shown tokens first..last (split at white space, counted from 0)."""

    first: int
    last: int
    text: str
    language: str = ""
    """The language of the text, if it differs from that of the sentence."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound of one sentence: 16-bit mono samples, and the start time of each spoken word."""

    samples: bytes
    sample_rate_hz: int
    word_starts_ms: tuple[int, ...]

    @property
    def duration_ms(self) -> int:
        """The playing time of the clip."""
        return len(self.samples) * 500 // self.sample_rate_hz
