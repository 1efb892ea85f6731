"""What a stick offers: a lesson with what belongs to it, and what is to be told of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.content.problems import Problem
from kiosk.domain.lesson import Lesson
from kiosk.narration.recordings.take import Take
from kiosk.usb_import.refusal import ImportNote


class BroughtState(StrEnum):
    """How a lesson on a stick stands to those of the kiosk."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BROKEN = "broken"
    """Its author has to mend it."""
    REFUSED = "refused"
    """It is not taken from this stick as it is."""


@dataclass(frozen=True, slots=True)
class BroughtClip:
    """A recording on the stick of a sentence of the lesson."""

    language: str
    file: str
    """Below the stick, with slashes."""
    key: str
    take: Take | None
    """As the stick's own list has it; None when only the clip itself can say."""
    also: tuple[str, ...] = ()
    """Who else says this sentence: titles of the kiosk's other lessons, `ITSELF` for its own lines.
    A recording belongs to a sentence everywhere, so all of them would be heard in this voice."""
    replaces: bool = False
    """Whether the kiosk has another recording of the sentence now."""


@dataclass(frozen=True, slots=True)
class BroughtLesson:
    """A lesson file on a stick."""

    name: str
    """Its id; of an odd one, what can be shown of its name."""
    file: str
    """Below the stick, with slashes."""
    state: BroughtState
    lesson: Lesson | None = None
    """As it was read from the copy; None when it cannot be played."""
    copy: Path | None = None
    """The kiosk's own copy, which is tried and taken over, with the pictures beside it."""
    target: Path | None = None
    """Where it is to stand."""
    pictures: tuple[str, ...] = ()
    clips: tuple[BroughtClip, ...] = ()
    """Those that the kiosk does not have yet."""
    notes: tuple[ImportNote, ...] = ()
    """What differs, or why it is refused."""
    problems: tuple[Problem, ...] = ()
    """What the reader found in it."""

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Whose voice the recordings would become besides this lesson's, each named once."""
        return tuple(dict.fromkeys(title for clip in self.clips for title in clip.also))

    @property
    def title(self) -> str:
        """The lesson's title; of one that cannot be read, its id."""
        return self.lesson.head.title if self.lesson else self.name

    @property
    def can_be_taken(self) -> bool:
        """Whether taking it over would change something, and is allowed."""
        return self.state in (BroughtState.NEW, BroughtState.CHANGED)


@dataclass(frozen=True, slots=True)
class UsbScan:
    """What was found on a stick."""

    offers: tuple[BroughtLesson, ...] = ()
    notes: tuple[ImportNote, ...] = ()
    """Of the stick as a whole."""
