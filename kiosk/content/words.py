"""The shape of the words for a problem; the words themselves are in `problem_words`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """What is said of one code; the facts of a problem stand in braces."""

    message: str
    hint: str = ""
    near: str = ""
    """The hint where it can be guessed what was meant."""
