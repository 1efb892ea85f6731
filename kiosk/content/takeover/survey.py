"""Looks at a stick: which lessons are on it, and how each stands to those of the kiosk."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from kiosk.content.library import ENDING, NEARLY_ENDINGS, lesson_files
from kiosk.content.media import SUFFIXES, media_in
from kiosk.content.positions import Document, document_of
from kiosk.content.problems import START, Problem, problem_at
from kiosk.content.reader import Reading, read_lesson, reading_of
from kiosk.content.source import LARGEST_KB, decoded
from kiosk.content.takeover import disk
from kiosk.content.takeover.clips import clips_of
from kiosk.content.takeover.comparison import differences
from kiosk.content.takeover.names import check_name, shown_name
from kiosk.content.takeover.offer import Offer, State, Survey
from kiosk.content.takeover.pictures import check_picture
from kiosk.content.takeover.refusal import (
    LARGEST_PICTURE_MB,
    MB,
    MOST_FILES,
    RefusedError,
    Remark,
    refusal_of,
)
from kiosk.content.tree import Data
from kiosk.domain.lesson import LessonHead
from kiosk.folders import Folders

DEEPEST = 3
MOST_SEEN = 5000
"""So many files and folders of a stick are looked at."""
PASSED_OVER = frozenset({"voice", "voices", "media", "system volume information", "lost+found"})
OTHER_FILES = frozenset({"config.yaml", "config.local.yaml", "language.yaml"})
"""What kiosks have besides lessons."""
PROCEDURES = "procedures"


@dataclass(frozen=True, slots=True)
class Kiosk:
    """What the kiosk teaches, as far as a stick may touch it."""

    folders: Folders
    heads: Mapping[str, LessonHead]
    """Of all lessons that are taught."""

    def file_of(self, name: str) -> Path | None:
        """The file of the lesson of that id."""
        files = (path for path in lesson_files(self.folders.lessons) if path.stem == name)
        return next(files, None)

    def owner_of(self, number: int, besides: str) -> str | None:
        """The title of another lesson that has a number."""
        for name, head in self.heads.items():
            if head.number == number and name != besides:
                return head.title
        return None


def look_at(stick: Path, kiosk: Kiosk, desk: Path) -> Survey:
    """Everything that a stick offers; copies of it lie in `desk` afterwards. Never raises.

    `desk` is emptied first; it is the kiosk's own.
    """
    looking = _Looking(stick, kiosk, desk)
    offers = _without_doubles(looking.offers())
    return Survey(tuple(sorted(offers, key=_turn)), tuple(looking.remarks))


def _turn(offer: Offer) -> tuple[int, int, str]:
    number = offer.lesson.head.number if offer.lesson else 0
    return list(State).index(offer.state), number, offer.name


def _without_doubles(offers: Iterable[Offer]) -> Iterator[Offer]:
    """Of two with one id, or two newcomers with one number, neither is taken: who knows which."""
    found = list(offers)
    for offer in found:
        others = [other for other in found if other is not offer]
        same_name = [other for other in others if other.name == offer.name]
        same_number = [
            other
            for other in others
            if offer.can_be_taken
            and other.can_be_taken
            and other.lesson
            and offer.lesson
            and other.lesson.head.number == offer.lesson.head.number
        ]
        if same_name and offer.state is not State.REFUSED:
            yield _refused(offer, Remark("twice", (shown_name(same_name[0].file),)))
        elif same_number and offer.lesson:
            number = str(offer.lesson.head.number)
            yield _refused(offer, Remark("number_twice", (number, same_number[0].file)))
        else:
            yield offer


def _refused(offer: Offer, remark: Remark) -> Offer:
    return replace(offer, state=State.REFUSED, remarks=(remark,))


class _Looking:
    """One look at a stick."""

    def __init__(self, stick: Path, kiosk: Kiosk, desk: Path) -> None:
        self._stick = stick
        self._kiosk = kiosk
        self._desk = desk
        self._media = media_in(kiosk.folders)
        self._own = {path.stem: path for path in lesson_files(kiosk.folders.lessons)}
        self._seen = 0
        self.remarks: list[Remark] = []

    def offers(self) -> Iterator[Offer]:
        """One for each file that is, or is meant as, a lesson."""
        try:
            clear(self._desk)
        except OSError as problem:
            self.remarks.append(Remark("disk_failed", (problem.strerror or "",)))
            return
        for count, file in enumerate(self._files("", DEEPEST)):
            if count >= MOST_FILES:
                self.remarks.append(Remark("too_many", (str(MOST_FILES),)))
                return
            if offer := self._offer(count, file):
                yield offer

    def _files(self, folder: str, deeper: int) -> Iterator[str]:
        """Files that are meant as lessons, in a folder and below."""
        below: list[str] = []
        for name, mode in disk.entries_in(self._stick, folder):
            self._seen += 1
            if self._seen > MOST_SEEN:
                if self._seen == MOST_SEEN + 1:
                    self.remarks.append(Remark("too_much", (str(MOST_SEEN),)))
                return
            if name.startswith((".", "_", "$")) or name.lower() in OTHER_FILES:
                continue
            path = f"{folder}/{name}" if folder else name
            if stat.S_ISDIR(mode):
                if name.lower() not in PASSED_OVER:
                    below.append(path)
            elif name.lower().endswith((ENDING, *NEARLY_ENDINGS)):
                yield path
        for path in below if deeper else ():
            yield from self._files(path, deeper - 1)

    def _offer(self, count: int, file: str) -> Offer | None:
        path = PurePosixPath(file)
        try:
            check_name(path.name)
            if path.suffix != ENDING:
                better = path.name[: path.name.rfind(".y")] + ENDING
                odd = problem_at(path.name, START, "wrong_ending", better=better)
                return Offer(path.name, file, State.BROKEN, problems=(odd,))
            return self._read(self._desk / str(count), file)
        except RefusedError as refused:
            remark = refused.remark
        except OSError as problem:
            remark = refusal_of(problem).remark
        return Offer(shown_name(path.stem), file, State.REFUSED, remarks=(remark,))

    def _read(self, desk: Path, file: str) -> Offer | None:
        """Copy a lesson with its pictures, and read the copy."""
        path = PurePosixPath(file)
        content = disk.read_plain(self._stick, file, LARGEST_KB * 1024)
        document = _document(path.name, content)
        if isinstance(document.data, dict) and not document.data.keys() & _SIGNS:
            return None
        copy = desk / path.name
        pictures = self._copy_pictures(document, path.parent.as_posix(), desk)
        _write(copy, content)
        reading = reading_of(document, copy, self._media)
        offer = Offer(path.stem, file, State.BROKEN, problems=reading.problems, copy=copy)
        if reading.lesson is None:
            return offer
        offer = replace(offer, lesson=reading.lesson, pictures=pictures)
        return self._compared(offer, reading, content)

    def _copy_pictures(self, document: Document, folder: str, desk: Path) -> tuple[str, ...]:
        """The pictures that lie beside the lesson and that it names, looked at and copied."""
        present = {name for name, _ in disk.entries_in(self._stick, folder)}
        named = sorted({name for name in _texts(document.data) if _is_picture(name)} & present)
        if len(named) > MOST_FILES:
            raise RefusedError("parcel_many", str(MOST_FILES))
        for name in named:
            check_name(name)
            content = disk.read_plain(self._stick, f"{folder}/{name}", LARGEST_PICTURE_MB * MB)
            check_picture(name, content)
            _write(desk / name, content)
        return tuple(named)

    def _compared(self, offer: Offer, reading: Reading, content: bytes) -> Offer:
        """How a sound lesson stands to the kiosk's own."""
        lesson, kiosk = reading.lesson, self._kiosk
        if lesson is None:
            return offer
        owner = kiosk.owner_of(lesson.head.number, lesson.id)
        if owner is not None:
            return _refused(offer, Remark("number_taken", (str(lesson.head.number), owner)))
        clips = tuple(clips_of(lesson, offer.file, self._stick, kiosk.folders))
        there = self._own.get(offer.name)
        offer = replace(offer, clips=clips, target=there or _place_for(offer.file, kiosk.folders))
        if there is None:
            return replace(offer, state=State.NEW, remarks=tuple(_belongings(offer)))
        return self._against(offer, there, content)

    def _against(self, offer: Offer, there: Path, content: bytes) -> Offer:
        own = read_lesson(there, self._media)
        other = tuple(
            name
            for name in offer.pictures
            if offer.copy
            and disk.digest_of(there.parent / name) != disk.digest_of(offer.copy.parent / name)
        )
        with suppress(OSError):
            if there.read_bytes() == content and not other and not offer.clips:
                return replace(offer, state=State.SAME)
        if own.lesson is None:
            remarks = [Remark("mends")]
        elif offer.lesson:
            remarks = list(differences(own.lesson, offer.lesson))
        remarks += _belongings(replace(offer, pictures=other))
        return replace(
            offer, state=State.CHANGED, remarks=tuple(remarks) or (Remark("other_notes"),)
        )


_SIGNS = frozenset({"title", "number", "goal", "steps", "screens", "topic"})
"""A file with none of these was never meant as a lesson."""


def _document(name: str, content: bytes) -> Document:
    text = decoded(name, content)
    if isinstance(text, Problem):
        return Document(name, problems=(text,))
    return document_of(text, name)


def _texts(data: Data) -> Iterator[str]:
    """All texts in a lesson file."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for each in data:
            yield from _texts(each)


def _is_picture(name: str) -> bool:
    return "/" not in name and "\\" not in name and PurePosixPath(name).suffix in SUFFIXES


def _belongings(offer: Offer) -> Iterator[Remark]:
    """What comes with a lesson."""
    if offer.pictures:
        yield Remark("with_pictures", (str(len(offer.pictures)),))
    if offer.clips:
        languages = ", ".join(sorted({clip.language for clip in offer.clips}))
        yield Remark("with_voices", (str(len(offer.clips)), languages))


def _place_for(file: str, folders: Folders) -> Path:
    path = PurePosixPath(file)
    below = PROCEDURES if path.parent.name == PROCEDURES else ""
    return folders.lessons / below / path.name


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as problem:
        raise RefusedError("disk_failed", problem.strerror or "") from problem


def clear(desk: Path) -> None:
    """Throw all copies away.

    Raises:
        OSError: one could not be.
    """
    for folder in desk.iterdir() if desk.is_dir() else ():
        for each in folder.iterdir():
            each.unlink()
        folder.rmdir()
