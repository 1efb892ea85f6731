"""The structure of problem texts; the texts themselves are in `problem_words`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """The texts for one problem code; placeholders in braces stand for the problem's facts."""

    message: str
    hint: str = ""
    near: str = ""
    """The hint used when a similar known name was found."""
