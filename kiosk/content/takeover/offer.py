"""What a stick offers: a lesson with what belongs to it, and what is to be told of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.content.problems import Problem
from kiosk.content.takeover.refusal import Remark
from kiosk.domain.lesson import Lesson
from kiosk.narration.recordings.take import Take


class State(StrEnum):
    """How a lesson on a stick stands to those of the kiosk."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BROKEN = "broken"
    """Its author has to mend it."""
    REFUSED = "refused"
    """It is not taken from this stick as it is."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording on the stick of a sentence of the lesson."""

    language: str
    file: str
    """Below the stick, with slashes."""
    key: str
    take: Take | None
    """As the stick's own list has it; None when only the clip itself can say."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A lesson file on a stick."""

    name: str
    """Its id; of an odd one, what can be shown of its name."""
    file: str
    """Below the stick, with slashes."""
    state: State
    lesson: Lesson | None = None
    """As it was read from the copy; None when it cannot be played."""
    copy: Path | None = None
    """The kiosk's own copy, which is tried and taken over, with the pictures beside it."""
    target: Path | None = None
    """Where it is to stand."""
    pictures: tuple[str, ...] = ()
    clips: tuple[Clip, ...] = ()
    """Those that the kiosk does not have yet."""
    remarks: tuple[Remark, ...] = ()
    """What differs, or why it is refused."""
    problems: tuple[Problem, ...] = ()
    """What the reader found in it."""

    @property
    def can_be_taken(self) -> bool:
        """Whether taking it over would change something, and is allowed."""
        return self.state in (State.NEW, State.CHANGED)


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found on a stick."""

    offers: tuple[Offer, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """Of the stick as a whole."""
