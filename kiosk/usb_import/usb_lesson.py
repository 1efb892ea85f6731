"""The lessons found on a USB stick, with their pictures, recordings and notes."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.content.problems import Problem
from kiosk.domain.lesson import Lesson
from kiosk.narration.recordings.take import Take
from kiosk.usb_import.refusal import ImportNote


class UsbLessonState(StrEnum):
    """The state of a lesson on a stick, compared with the kiosk's own lessons."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BROKEN = "broken"
    """The file has errors that its author must correct."""
    REFUSED = "refused"
    """The lesson cannot be imported; the notes say why."""


@dataclass(frozen=True, slots=True)
class UsbClip:
    """A recording on the stick of one of the lesson's sentences."""

    language: str
    file: str
    """The path relative to the stick, with slashes."""
    key: str
    take: Take | None
    """The entry in the stick's list of recordings; None if only the file itself has the data."""
    also: tuple[str, ...] = ()
    """Titles of other lessons with this sentence; `ITSELF` for the kiosk's own lines.
    A recording applies to a sentence everywhere, so all of them would use it."""
    replaces: bool = False
    """Whether it would replace a recording of the kiosk."""


@dataclass(frozen=True, slots=True)
class UsbLesson:
    """A lesson file on a stick."""

    name: str
    """The lesson id; for an invalid file name, its displayable form."""
    file: str
    """The path relative to the stick, with slashes."""
    state: UsbLessonState
    lesson: Lesson | None = None
    """The lesson read from the copy; None if it has errors."""
    copy: Path | None = None
    """The kiosk's copy of the file and its pictures, used for the trial and the import."""
    target: Path | None = None
    """The path to which the lesson is imported."""
    pictures: tuple[str, ...] = ()
    clips: tuple[UsbClip, ...] = ()
    """The recordings that the kiosk does not have yet."""
    notes: tuple[ImportNote, ...] = ()
    """The differences from the kiosk's lesson, or the reason for a refusal."""
    problems: tuple[Problem, ...] = ()
    """The problems found when reading the file."""

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """The titles of other lessons that would also use these recordings, without duplicates."""
        return tuple(dict.fromkeys(title for clip in self.clips for title in clip.also))

    @property
    def title(self) -> str:
        """The lesson's title, or `name` if the lesson has errors."""
        return self.lesson.head.title if self.lesson else self.name

    @property
    def can_be_taken(self) -> bool:
        """Whether an import is allowed and would change something."""
        return self.state in (UsbLessonState.NEW, UsbLessonState.CHANGED)


@dataclass(frozen=True, slots=True)
class UsbScan:
    """The result of scanning a stick."""

    offers: tuple[UsbLesson, ...] = ()
    notes: tuple[ImportNote, ...] = ()
    """Notes about the stick as a whole."""
