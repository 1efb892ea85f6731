"""How many sentences of each lesson people have recorded, in every language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.content.spoken import ITSELF, spoken_parts
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.narration.recordings.store import Coverage, Recordings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.content.library import Library
    from kiosk.folders import Folders


@dataclass(frozen=True, slots=True)
class Voices:
    """The recordings of one language."""

    itself: Coverage
    """Of what the kiosk says outside of lessons."""
    lessons: Mapping[str, Coverage]
    """By the lesson's id."""
    whole: Coverage
    """Each sentence counted once, however many lessons say it."""


def voices(library: Library, folders: Folders, code: str) -> Voices:
    """What people have recorded in a language."""
    source = find_languages(folders.translations).get(SOURCE)
    greeting = (source.greeting or "") if source else ""
    parts = spoken_parts(library.lessons.values(), "", greeting)
    lines = {part.id: [line.text for line in part.lines] for part in parts}
    everything = [text for texts in lines.values() for text in texts]
    recordings = Recordings(folders.recordings, code)
    stale = recordings.stale(everything)
    each = {name: recordings.coverage(texts, stale) for name, texts in lines.items()}
    return Voices(
        itself=each.pop(ITSELF),
        lessons=each,
        whole=recordings.coverage(everything, stale),
    )
