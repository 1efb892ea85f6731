"""The number of recorded sentences per lesson and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.content.spoken import ITSELF, spoken_parts
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.narration.recordings.store import RecordingCoverage, Recordings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.folders import Folders
    from kiosk.library.library import Library


@dataclass(frozen=True, slots=True)
class LanguageRecordings:
    itself: RecordingCoverage
    """The coverage of the kiosk's own sentences outside of lessons."""
    lessons: Mapping[str, RecordingCoverage]
    """The coverage by lesson id."""
    whole: RecordingCoverage
    """The total coverage; a sentence in several lessons is counted once."""


def voices(library: Library, folders: Folders, code: str) -> LanguageRecordings:
    """The coverage of recordings in a language."""
    source = find_languages(*folders.translation_folders).get(SOURCE)
    greeting = (source.greeting or "") if source else ""
    parts = spoken_parts(library.lessons.values(), "", greeting)
    lines = {part.id: [line.text for line in part.lines] for part in parts}
    everything = [text for texts in lines.values() for text in texts]
    recordings = Recordings(folders.recordings, code)
    stale = recordings.stale(everything)
    each = {name: recordings.coverage(texts, stale) for name, texts in lines.items()}
    return LanguageRecordings(
        itself=each.pop(ITSELF),
        lessons=each,
        whole=recordings.coverage(everything, stale),
    )
