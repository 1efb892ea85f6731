"""The events that are counted."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kind of an event."""

    BEGUN = "begun"
    """A visit began with its first touch."""
    LANGUAGE = "language"
    """A language was chosen."""
    OPENED = "opened"
    """A lesson was opened."""
    WAY = "way"
    """A way (variant) of the lesson was begun."""
    SHOWN = "shown"
    """A step was shown."""
    CHOSE = "chose"
    """An answer was chosen."""
    WRONG = "wrong"
    """A touch did not lead on."""
    HINT = "hint"
    """A hint was given, on request or automatically."""
    STUCK = "stuck"
    """The pointing finger was shown; counted once each time the step is shown."""
    CALLED = "called"
    """Staff were called."""
    WENT_THROUGH = "went-through"
    """A way of the lesson was completed."""
    FINISHED = "finished"
    """The lesson was completed; counted once each time it is opened."""
    CAME_BACK = "came-back"
    """A lesson was opened with a come-back number in a later week than it was learnt."""
    UNAIDED = "unaided"
    """A lesson opened with a come-back number was completed without any help."""
    LEFT = "left"
    """The lesson was left before its end."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event, described only by identifiers of the lesson files."""

    kind: Kind
    lesson: str = ""
    """The lesson's id; empty outside lessons."""
    way: str = ""
    step: str = ""
    """The step's identity; empty on the opening card."""
    choice: str = ""
    """The identity of an answer's words; for come-back events how long after: week or month."""
    language: str = ""
    """The code of the language that the kiosk was set to."""


@dataclass(frozen=True, slots=True)
class Count:
    """How often an event happened within one hour."""

    hour: int
    """The hour, counted from 1970-01-01T00:00Z."""
    event: Event
    times: int = 1
