"""What is said to the learner."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that is shown and spoken, in the source language (Vietnamese)."""

    text: str
    speak: str = ""
    """The author's spoken form; empty when the text is spoken as it stands."""

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.text)


SILENCE = Line("")
