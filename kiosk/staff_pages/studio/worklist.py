"""The topics to record: voice kit, missing sentences, lessons and the kiosk's own sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.spoken import SpokenPart, spoken_parts
from kiosk.domain import prompts
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line
from kiosk.folders import Folders
from kiosk.i18n.catalogue import EMPTY, Catalogue, read_catalogue
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.narration.recordings.consent import Consents
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.similarity import SimilarRecording
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import is_same_person
from kiosk.narration.utterance import Clip
from kiosk.staff_pages.studio.tile_row import StudioTileRow

if TYPE_CHECKING:
    from kiosk.player.voice_kit import VoiceKit

MISSING = "missing"
MISSING_TITLE = gettext_noop("Câu còn thiếu")
ONE = "one"
"""The topic of a single sentence, recorded from the lesson editor."""
KIT = "kit"
KIT_TITLE = gettext_noop("Bộ câu thu trước")
OWN_TITLE = gettext_noop("Lời của máy")
#: In the recording studio: the tile that opens the keyboard, to write a new name.
WRITE_NAME = gettext_noop("Viết tên khác")
#: In the recording studio: the tile that opens the keyboard, to write what a dialect is called.
WRITE_DIALECT = gettext_noop("Viết tên vùng")
#: In the recording studio: the tile of whoever does not say which dialect she speaks.
NO_DIALECT = gettext_noop("Bỏ qua")
NAMELESS = gettext_noop("Người nói %1")
"""The name of a speaker who gives none; %1 is a number."""


@dataclass(frozen=True, slots=True)
class RecordingTopic:
    """A group of sentences that are recorded together."""

    name: str
    title: str
    icon: str
    number: str
    lines: tuple[Line, ...]
    recorded: int
    """The number of recorded sentences."""
    count: int
    """The total; for `MISSING`, the number of all sentences of the kiosk."""

    def tile(self, shown: Callable[[str], str]) -> StudioTileRow:
        return StudioTileRow(
            self.name, shown(self.title), self.icon, self.number, self.recorded, self.count
        )

    def first_missing(self, recordings: Recordings) -> int:
        """The index of the first sentence without a recording; 0 if there is none."""
        wanting = (at for at, line in enumerate(self.lines) if is_missing(line, recordings))
        return next(wanting, 0)


@dataclass(frozen=True, slots=True)
class Worklist:
    recordings: Recordings
    topics: tuple[RecordingTopic, ...]
    offers: Mapping[str, SimilarRecording]
    """Old recordings that may still fit, by the key of the current sentence."""
    catalogue: Catalogue
    places: Mapping[str, RecordingTopic]
    """The first topic of each sentence, by sentence key."""
    speakers: tuple[str, ...]
    """The speakers with recordings, the most recent first."""
    consents: Consents
    agreed: tuple[str, ...]
    """The speakers with a valid consent."""
    dialects: Mapping[str, str]
    """The dialect by speaker, as each named it; speakers without one are omitted."""
    kit: VoiceKit | None = None
    """The sentences to record first, with their milestones."""

    def dialect_of(self, speaker: str) -> str:
        """The speaker's dialect; empty if unknown."""
        speakers = self.dialects.items()
        return next((dialect for each, dialect in speakers if is_same_person(each, speaker)), "")

    def reached(self) -> tuple[Line, ...]:
        """The progress lines, after every ten sentences of the voice kit; else empty."""
        return reached(self.kit, self.recordings) if self.kit else ()


def is_missing(line: Line, recordings: Recordings) -> bool:
    """Whether the sentence has no recording."""
    return recordings.find(sentence_key(line.text)) is None


def reached(kit: VoiceKit, recordings: Recordings) -> tuple[Line, ...]:
    """Lines on what works now and what is next, after every ten sentences; else empty."""
    now = kit.milestone(lambda key: recordings.find(key) is not None)
    if now is None:
        return ()
    lines: list[Line] = []
    if now.teachable.lessons:
        lines += [prompts.STUDIO_TEACHES, *map(Line, now.teachable.lessons.values())]
    elif now.teachable.core:
        lines.append(prompts.STUDIO_LEADS)
    elif recordings.find(sentence_key(kit.lines[0].text)):
        lines.append(prompts.STUDIO_GREETS)
    if now.next_lesson:
        lines += [prompts.STUDIO_NEXT_LESSON, Line(now.next_lesson)]
    return tuple(lines)


def worklist(
    folders: Folders,
    language: str,
    lessons: Iterable[Lesson],
    *,
    kit: VoiceKit,
    unreviewed: bool,
) -> Worklist:
    """Reads the topics to record; slow, so call it on another thread.

    Raises:
        OSError, ConsentListError: the folder of recordings cannot be read.
    """
    lessons = tuple(lessons)
    known = find_languages(*folders.translation_folders)
    greeting = (known[SOURCE].greeting or "") if SOURCE in known else ""
    parts = tuple(_once(part) for part in spoken_parts(lessons, OWN_TITLE, greeting))
    recordings = Recordings(folders.recordings, language)
    offers = recordings.stale(line.text for part in parts for line in part.lines)
    return _list_of(
        tuple(_topics(parts, lessons, recordings, kit)),
        recordings,
        folders,
        offers={sentence_key(offer.text): offer for offer in offers},
        kit=kit,
        unreviewed=unreviewed,
    )


def list_of_one(
    folders: Folders, language: str, line: Line, title: str, *, unreviewed: bool
) -> Worklist:
    """A worklist with a single sentence; slow, so call it on another thread.

    Raises:
        OSError, ConsentListError: the folder of recordings cannot be read.
    """
    recordings = Recordings(folders.recordings, language)
    recorded = int(not is_missing(line, recordings))
    topic = RecordingTopic(ONE, title, "document", "", (line,), recorded, 1)
    return _list_of((topic,), recordings, folders, offers={}, unreviewed=unreviewed)


def _list_of(
    topics: tuple[RecordingTopic, ...],
    recordings: Recordings,
    folders: Folders,
    *,
    offers: Mapping[str, SimilarRecording],
    unreviewed: bool,
    kit: VoiceKit | None = None,
) -> Worklist:
    language = recordings.language
    consents = Consents(folders.recordings, language)
    given = [each for each in consents.all if not each.withdrawn_at]
    return Worklist(
        recordings=recordings,
        topics=topics,
        offers=offers,
        catalogue=EMPTY
        if language == SOURCE
        else read_catalogue(*folders.language_folders(language), unreviewed=unreviewed),
        places=_places(topics),
        consents=consents,
        agreed=tuple(each.speaker for each in given),
        dialects={each.speaker: each.dialect for each in reversed(given) if each.dialect},
        speakers=tuple(
            dict.fromkeys(take.speaker for take in reversed(recordings.all_takes) if take.speaker)
        ),
        kit=kit,
    )


def _places(topics: Iterable[RecordingTopic]) -> Mapping[str, RecordingTopic]:
    places: dict[str, RecordingTopic] = {}
    for topic in topics:
        if topic.name not in (KIT, MISSING):
            for line in topic.lines:
                places.setdefault(sentence_key(line.text), topic)
    return places


def clip_in(path: Path) -> Clip:
    """Decodes a saved recording.

    Raises:
        OSError: the recording cannot be read or decoded.
    """
    from kiosk.narration.recordings.audio_file import (  # noqa: PLC0415 - on another thread
        NoSoundError,
        decoded,
    )

    try:
        return decoded(path)
    except NoSoundError as problem:
        raise OSError(str(problem)) from problem


def nameless(speakers: Sequence[str], worded: str) -> str:
    """An unused numbered name for a speaker who gives none."""
    names = (worded.replace("%1", str(number)) for number in range(1, len(speakers) + 2))
    return next(name for name in names if name not in speakers)


def _topics(
    parts: Sequence[SpokenPart],
    lessons: Iterable[Lesson],
    recordings: Recordings,
    kit: VoiceKit,
) -> Iterator[RecordingTopic]:
    every = {sentence_key(line.text): line for part in parts for line in part.lines}
    wanted = (sentence_key(line.text) for line in kit.lines)
    first = tuple(every[key] for key in wanted if key in every)
    in_kit = sum(not is_missing(line, recordings) for line in first)
    if in_kit < len(first):
        yield RecordingTopic(KIT, KIT_TITLE, "star", "", first, in_kit, len(first))
    missing = tuple(_most_wanted(parts, recordings))
    if missing:
        recorded = len(every) - len(missing)
        yield RecordingTopic(MISSING, MISSING_TITLE, "search", "", missing, recorded, len(every))
    heads = {lesson.id: lesson.head for lesson in lessons}
    for part in parts:
        recorded = sum(not is_missing(line, recordings) for line in part.lines)
        head = heads.get(part.id)
        icon, number = (head.icon, str(head.number)) if head else ("sound", "")
        yield RecordingTopic(
            part.id, part.title, icon, number, part.lines, recorded, len(part.lines)
        )


def _most_wanted(parts: Iterable[SpokenPart], recordings: Recordings) -> Iterator[Line]:
    """The sentences without a recording, the most frequent first."""
    count: Counter[str] = Counter()
    lines: dict[str, Line] = {}
    for part in parts:
        for line in part.lines:
            key = sentence_key(line.text)
            count[key] += 1
            lines.setdefault(key, line)
    for key, _ in count.most_common():
        if is_missing(lines[key], recordings):
            yield lines[key]


def _once(part: SpokenPart) -> SpokenPart:
    """Removes empty sentences and duplicates with the same sentence key."""
    lines: dict[str, Line] = {}
    for line in part.lines:
        if line:
            lines.setdefault(sentence_key(line.text), line)
    return SpokenPart(part.id, part.title, tuple(lines.values()))
