"""Checks which sentences of a lesson are not recorded, for languages with recordings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.content.positions import Document
from kiosk.content.problems import Problem
from kiosk.domain.lesson import Lesson
from kiosk.durable import read_plain_file
from kiosk.folders import Folders
from kiosk.i18n.languages import find_languages
from kiosk.narration.recordings.index import (
    INDEX_NAME,
    MAX_INDEX_BYTES,
    BrokenIndexError,
    from_json,
)
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.take import Take


@dataclass(frozen=True, slots=True)
class RecordedSentences:
    """The recordings in one language."""

    language: str
    """The language's own name, or its code when it has no name."""
    takes: tuple[Take, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(take.key for take in self.takes)


def recorded_languages(folders: Folders) -> tuple[RecordedSentences, ...]:
    """The languages with at least one recording; an invalid index counts as empty."""
    return tuple(_recorded(folders))


def _recorded(folders: Folders) -> Iterator[RecordedSentences]:
    places = folders.recording_folders
    indexes = [path for place in places for path in sorted(place.glob(f"*/{INDEX_NAME}"))]
    names = find_languages(*folders.translation_folders) if indexes else {}
    found: dict[str, list[Take]] = {}
    for path in indexes:
        try:
            takes = from_json(read_plain_file(path, MAX_INDEX_BYTES)).takes
        except (OSError, BrokenIndexError):
            continue
        if takes:
            found.setdefault(path.parent.name, []).extend(takes)
    for code, takes_of_all in found.items():
        yield RecordedSentences(names[code].name if code in names else code, tuple(takes_of_all))


def unrecorded(
    lesson: Lesson, document: Document, languages: Iterable[RecordedSentences]
) -> Iterator[Problem]:
    """For each language, how many sentences of the lesson are not recorded yet."""
    keys = {sentence_key(line.text) for line in lesson.lines()}
    for each in languages:
        if missing := keys - each.keys:
            yield document.problem_of_key(
                ("title",),
                "voice_missing",
                language=each.language,
                count=str(len(missing)),
                all=str(len(keys)),
            )
