"""What there is to record: what is missing most, the kiosk's own words, the lessons."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.spoken import Part, spoken_parts
from kiosk.domain.lesson import Lesson
from kiosk.domain.line import Line
from kiosk.domain.marked import marked
from kiosk.folders import Folders
from kiosk.i18n.catalogue import EMPTY, Catalogue, read_catalogue
from kiosk.i18n.languages import SOURCE, find_languages
from kiosk.narration.recordings.likeness import Offer
from kiosk.narration.recordings.sentence import sentence_key
from kiosk.narration.recordings.store import Recordings
from kiosk.narration.utterance import Clip

MISSING = "missing"
MISSING_TITLE = marked("Câu còn thiếu")
OWN_TITLE = marked("Lời của máy")
NAMELESS = marked("Người nói %1")
"""Who does not give a name; %1 is a number."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Sentences that belong together."""

    name: str
    title: str
    icon: str
    number: str
    lines: tuple[Line, ...]
    recorded: int
    """How many are recorded."""
    count: int
    """Of how many: of what is missing, all that the kiosk may say."""

    def tile(self, shown: Callable[[str], str]) -> dict[str, object]:
        """What a tile shows of it."""
        return {
            "name": self.name,
            "title": shown(self.title),
            "icon": self.icon,
            "number": self.number,
            "recorded": self.recorded,
            "count": self.count,
        }

    def first_missing(self, recordings: Recordings) -> int:
        """Where to begin, counted from 0."""
        wanting = (at for at, line in enumerate(self.lines) if is_missing(line, recordings))
        return next(wanting, 0)


@dataclass(frozen=True, slots=True)
class Worklist:
    """All of one language."""

    recordings: Recordings
    topics: tuple[Topic, ...]
    offers: Mapping[str, Offer]
    """Old recordings that may still be right, by the key of the sentence as it is now."""
    catalogue: Catalogue
    places: Mapping[str, Topic]
    """Where each sentence is said first, by its key."""
    speakers: tuple[str, ...]
    """Whose voices are there, the last one first."""


def is_missing(line: Line, recordings: Recordings) -> bool:
    """Whether nobody has recorded the sentence."""
    return recordings.find(sentence_key(line.text)) is None


def worklist(
    folders: Folders, language: str, lessons: Iterable[Lesson], *, unreviewed: bool
) -> Worklist:
    """Read what there is to record; slow, for another thread.

    Raises:
        OSError: the folder of recordings cannot be read.
    """
    lessons = tuple(lessons)
    known = find_languages(folders.translations)
    greeting = (known[SOURCE].greeting or "") if SOURCE in known else ""
    parts = tuple(_once(part) for part in spoken_parts(lessons, OWN_TITLE, greeting))
    recordings = Recordings(folders.recordings, language)
    offers = recordings.stale(line.text for part in parts for line in part.lines)
    folder = folders.translations / language
    topics = tuple(_topics(parts, lessons, recordings))
    return Worklist(
        recordings=recordings,
        topics=topics,
        offers={sentence_key(offer.text): offer for offer in offers},
        catalogue=EMPTY if language == SOURCE else read_catalogue(folder, unreviewed=unreviewed),
        places=_places(topics),
        speakers=tuple(dict.fromkeys(take.speaker for take in reversed(recordings.takes))),
    )


def _places(topics: Iterable[Topic]) -> Mapping[str, Topic]:
    places: dict[str, Topic] = {}
    for topic in topics:
        if topic.name != MISSING:
            for line in topic.lines:
                places.setdefault(sentence_key(line.text), topic)
    return places


def clip_in(path: Path) -> Clip:
    """The sound of a recording that was kept.

    Raises:
        OSError: it cannot be read any more.
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
    """A name for who gives none, that nobody else bears yet."""
    names = (worded.replace("%1", str(number)) for number in range(1, len(speakers) + 2))
    return next(name for name in names if name not in speakers)


def _topics(
    parts: Sequence[Part], lessons: Iterable[Lesson], recordings: Recordings
) -> Iterator[Topic]:
    every = {sentence_key(line.text): line for part in parts for line in part.lines}
    missing = tuple(_most_wanted(parts, recordings))
    if missing:
        recorded = len(every) - len(missing)
        yield Topic(MISSING, MISSING_TITLE, "search", "", missing, recorded, len(every))
    heads = {lesson.id: lesson.head for lesson in lessons}
    for part in parts:
        recorded = sum(not is_missing(line, recordings) for line in part.lines)
        head = heads.get(part.id)
        icon, number = (head.icon, str(head.number)) if head else ("sound", "")
        yield Topic(part.id, part.title, icon, number, part.lines, recorded, len(part.lines))


def _most_wanted(parts: Iterable[Part], recordings: Recordings) -> Iterator[Line]:
    """The missing sentences, those first that are said in the most lessons."""
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


def _once(part: Part) -> Part:
    """With each sentence in it only once, however it is written."""
    lines: dict[str, Line] = {}
    for line in part.lines:
        if line:
            lines.setdefault(sentence_key(line.text), line)
    return Part(part.id, part.title, tuple(lines.values()))
