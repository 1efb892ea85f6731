"""A sentence to be spoken, the words it is spoken with, and the sound of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Utterance:
    """One shown sentence that is to be spoken."""

    sentence: str
    """As it is shown; empty when the language has no words for it yet."""
    language: str
    speak: str = ""
    """The author's spoken form; empty when the sentence is spoken as it stands."""
    other: bool = False
    """Whether somebody else than the kiosk speaks: a caller in a rehearsal."""
    sound: str = ""
    """A sound that is heard in the place of words: the name of one in `sounds`."""
    clip: Clip | None = None
    """What is heard in the place of words: somebody's own voice, just recorded."""
    otherwise: Utterance | None = None
    """The same in Vietnamese, spoken when nothing can speak the language."""

    @property
    def source(self) -> str:
        """The sentence in Vietnamese, by which recordings in any language are found."""
        return self.otherwise.source if self.otherwise else self.sentence


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """What is said for the shown tokens first..last (split on white space, counted from 0)."""

    first: int
    last: int
    text: str
    language: str = ""
    """The language that the text is in, where it is not that of the sentence."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound of one sentence: 16-bit mono samples, and when each spoken word begins."""

    samples: bytes
    sample_rate_hz: int
    word_starts_ms: tuple[int, ...]

    @property
    def duration_ms(self) -> int:
        """How long the clip plays."""
        return len(self.samples) * 500 // self.sample_rate_hz
