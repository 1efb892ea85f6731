"""A lesson as far as it could be read, for checks across its parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.media import Media
from kiosk.content.positions import Document
from kiosk.content.tree import KeyPath
from kiosk.domain.lesson import LessonHead
from kiosk.domain.screen import Element
from kiosk.domain.step import Step


@dataclass(frozen=True, slots=True)
class DraftElement:
    key_path: KeyPath
    element: Element | None
    names: tuple[str, ...]
    """The element's targets; for an invalid element, all its texts."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of a lesson; an unreadable step is None."""

    document: Document
    folder: Path
    media: Media
    head: LessonHead | None
    screens: Mapping[str, tuple[DraftElement, ...]]
    steps: tuple[Step | None, ...]

    def text_at(self, key_path: KeyPath) -> str:
        """The text at a key path; empty when there is none."""
        value = self.document.at(key_path)
        return value if isinstance(value, str) else ""

    def step_names(self) -> Mapping[str, int]:
        """The index of the first step with each name."""
        names: dict[str, int] = {}
        for at in range(len(self.steps)):
            if name := self.text_at(("steps", at, "name")):
                names.setdefault(name, at)
        return names
