"""Takes: recordings of single sentences."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.narration.recordings.sentence import sentence_key


class Verdict(StrEnum):
    """The judgement of a second person who listened to a recording."""

    NONE = ""
    RIGHT = "right"
    AGAIN = "again"
    """The take is no longer played, and the sentence should be recorded again."""


@dataclass(frozen=True, slots=True)
class Take:
    """Data of a recording; `file` and the fields after it are set when it is kept."""

    text: str
    """The Vietnamese sentence at the time of recording."""
    speaker: str
    """The speaker's chosen name; empty for imported clips without a name."""
    recorded_at: str
    """ISO 8601 with time zone."""
    device: str = ""
    """The microphone, or the source of an imported clip."""
    word_starts_ms: tuple[int, ...] = ()
    """Start time of each word of the written translation; empty when not measured."""
    spoken: str = ""
    """Transcript in the language of the recording; empty when there is none."""
    file: str = ""
    """File name in the language's folder."""
    duration_ms: int = 0
    number: int = 0
    """Sequence number within the language; later takes have higher numbers."""
    verdict: Verdict = Verdict.NONE
    listener: str = ""
    """Name of the person who judged it, who must not be the speaker."""

    @property
    def key(self) -> str:
        """The key of the sentence."""
        return sentence_key(self.text)

    @property
    def owner(self) -> str:
        """Identifies the speaker: the name, or for unnamed speakers the time of import."""
        return self.speaker or self.recorded_at


def is_same_person(one: str, other: str) -> bool:
    """Whether two names are equal, ignoring case and spacing."""
    return one.casefold().split() == other.casefold().split()
