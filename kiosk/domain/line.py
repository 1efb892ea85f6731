"""What is said to the learner."""

from dataclasses import dataclass
from enum import StrEnum


class Speaker(StrEnum):
    """Who is heard."""

    GUIDE = "guide"
    """The kiosk's own voice."""
    OTHER = "other"
    """Somebody in a rehearsal: a caller, a writer of messages."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that is shown and spoken, in the source language (Vietnamese)."""

    text: str
    speak: str = ""
    """The author's spoken form; empty when the text is spoken as it stands."""
    speaker: Speaker = Speaker.GUIDE
    sound: str = ""
    """What is heard before it is spoken: `phone` for a call that comes in."""
    target: str = ""
    """The name of what is touched to choose it, where the line is the words of a choice."""

    language: str = ""
    """The language of a line that is spoken in it whatever language is chosen, as its own name."""

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.text)


SILENCE = Line("")


def label_line(text: str, speaker: Speaker = Speaker.GUIDE) -> Line:
    """What stands on the simulated phone, in the phone's own language whatever is chosen."""
    return Line(text, speaker=speaker, language="vi")
