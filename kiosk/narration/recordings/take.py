"""One recording of one sentence."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.narration.recordings.sentence import sentence_key


class Verdict(StrEnum):
    """What a second person says who has listened to a recording."""

    NONE = ""
    RIGHT = "right"
    AGAIN = "again"
    """It is not heard any more, and the sentence is to be spoken again."""


@dataclass(frozen=True, slots=True)
class Take:
    """What is known of a recording; `file` and what follows are set when it is kept."""

    text: str
    """The Vietnamese sentence as it stood when somebody spoke it in her language."""
    speaker: str
    """A name of the speaker's own choosing; empty where clips were brought and nobody told it."""
    recorded_at: str
    """ISO 8601 with the time zone."""
    device: str = ""
    """The microphone, or where the clip came from."""
    word_starts_ms: tuple[int, ...] = ()
    """When each word of the written translation begins; empty when nobody has measured it."""
    spoken: str = ""
    """What was said, in the speaker's own writing; empty when nobody has written it down."""
    file: str = ""
    """Its name in the language's folder."""
    duration_ms: int = 0
    number: int = 0
    """Counts the takes of a language: a higher one was kept later."""
    verdict: Verdict = Verdict.NONE
    listener: str = ""
    """Who has listened to it: another person than the speaker."""

    @property
    def key(self) -> str:
        """Names the sentence."""
        return sentence_key(self.text)

    @property
    def owner(self) -> str:
        """Whose voice it is; for somebody without a name stands the time at which it came in."""
        return self.speaker or self.recorded_at


def is_same_person(one: str, other: str) -> bool:
    """Whether two names are one, however they are written."""
    return one.casefold().split() == other.casefold().split()
