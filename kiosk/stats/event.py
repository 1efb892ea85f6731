"""What is counted."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What happened."""

    BEGUN = "begun"
    """Somebody touched the kiosk for the first time."""
    LANGUAGE = "language"
    """A language was chosen."""
    OPENED = "opened"
    """A lesson was opened."""
    WAY = "way"
    """A way through the lesson was begun."""
    SHOWN = "shown"
    """A step was shown."""
    CHOSE = "chose"
    """An answer was chosen."""
    WRONG = "wrong"
    """A touch did not lead on."""
    HINT = "hint"
    """A hint was given, asked for or offered."""
    STUCK = "stuck"
    """The finger had to show what to touch; once for each time that the step is shown."""
    CALLED = "called"
    """Staff were called."""
    WENT_THROUGH = "went-through"
    """A way came to its end."""
    FINISHED = "finished"
    """The lesson came to its end; once for each time that it is opened."""
    CAME_BACK = "came-back"
    """Somebody opened a lesson by a come-back number, in a later week than it was learnt in."""
    UNAIDED = "unaided"
    """A lesson that was opened so came to its end without any help."""
    LEFT = "left"
    """The lesson was left before its end."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, told in names of the lesson files and nothing else."""

    kind: Kind
    lesson: str = ""
    """The lesson's id; empty outside lessons."""
    way: str = ""
    step: str = ""
    """The step's identity; empty on the opening card."""
    choice: str = ""
    """The identity of the words of an answer; of who came back, how long after: week or month."""
    language: str = ""
    """The code of the language that the kiosk was in."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often it happened within one hour."""

    hour: int
    """Hours since 1970-01-01T00:00Z."""
    event: Event
    times: int = 1
