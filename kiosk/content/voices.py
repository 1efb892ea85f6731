"""Whether people have recorded a lesson in the languages that are being recorded at all."""

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
    MOST_INDEX_BYTES,
    BrokenIndexError,
    from_json,
)
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.take import Take


@dataclass(frozen=True, slots=True)
class RecordedSentences:
    """What people have recorded in one language."""

    language: str
    """Its own name; its code where nobody has named it."""
    takes: tuple[Take, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(take.key for take in self.takes)


def recorded_languages(folders: Folders) -> tuple[RecordedSentences, ...]:
    """The languages in which anybody has recorded anything; a broken index counts as none."""
    return tuple(_recorded(folders))


def _recorded(folders: Folders) -> Iterator[RecordedSentences]:
    places = folders.recording_folders
    indexes = [path for place in places for path in sorted(place.glob(f"*/{INDEX_NAME}"))]
    names = find_languages(*folders.translation_folders) if indexes else {}
    found: dict[str, list[Take]] = {}
    for path in indexes:
        try:
            takes = from_json(read_plain_file(path, MOST_INDEX_BYTES)).takes
        except (OSError, BrokenIndexError):
            continue
        if takes:
            found.setdefault(path.parent.name, []).extend(takes)
    for code, takes_of_all in found.items():
        yield RecordedSentences(names[code].name if code in names else code, tuple(takes_of_all))


def unrecorded(
    lesson: Lesson, document: Document, languages: Iterable[RecordedSentences]
) -> Iterator[Problem]:
    """How many sentences of the lesson nobody has recorded yet, for each language."""
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
