"""Whether people have recorded a lesson in the languages that are being recorded at all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.content.positions import Document
from kiosk.content.problems import Problem
from kiosk.domain.lesson import Lesson
from kiosk.folders import Folders
from kiosk.i18n.languages import find_languages
from kiosk.narration.recordings.index import INDEX_NAME, BrokenIndexError, from_json
from kiosk.narration.recordings.sentence import sentence_key


@dataclass(frozen=True, slots=True)
class Recorded:
    """What people have recorded in one language."""

    language: str
    """Its own name; its code where nobody has named it."""
    keys: frozenset[str]
    """The sentences."""


def recorded_languages(folders: Folders) -> tuple[Recorded, ...]:
    """The languages in which anybody has recorded anything; a broken index counts as none."""
    return tuple(_recorded(folders))


def _recorded(folders: Folders) -> Iterator[Recorded]:
    indexes = sorted(folders.recordings.glob(f"*/{INDEX_NAME}"))
    names = find_languages(folders.translations) if indexes else {}
    for path in indexes:
        try:
            takes = from_json(path.read_bytes()).takes
        except (OSError, BrokenIndexError):
            continue
        code = path.parent.name
        if takes:
            name = names[code].name if code in names else code
            yield Recorded(name, frozenset(take.key for take in takes))


def unrecorded(
    lesson: Lesson, document: Document, languages: Iterable[Recorded]
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
