"""Lines: the sentences shown and spoken to the learner."""

from dataclasses import dataclass
from enum import StrEnum


class Speaker(StrEnum):
    """The voice in which a line is spoken."""

    GUIDE = "guide"
    """The kiosk's own voice."""
    OTHER = "other"
    """A person in a rehearsal: a caller or the sender of a message."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that is shown and spoken, in the source language (Vietnamese)."""

    text: str
    speak: str = ""
    """Spoken form set by the author; empty when the text is spoken as written."""
    speaker: Speaker = Speaker.GUIDE
    sound: str = ""
    """Sound played before the line: `phone` for an incoming call; empty for none."""
    target: str = ""
    """The target that is touched to choose this option; empty when the line is no option."""

    language: str = ""
    """Code of the language in which the line is always spoken; empty for the chosen language."""

    def __bool__(self) -> bool:
        """False for a line without text."""
        return bool(self.text)


SILENCE = Line("")


def label_line(text: str, speaker: Speaker = Speaker.GUIDE) -> Line:
    """A label of the simulated phone: always Vietnamese, whatever language is chosen."""
    return Line(text, speaker=speaker, language="vi")
