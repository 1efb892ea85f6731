"""Scans a stick for lessons and compares them with those of the kiosk."""

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from kiosk.content.file_names import ENDING, better_name, is_meant_as_lesson
from kiosk.content.media import media_in
from kiosk.content.positions import Document, document_of
from kiosk.content.problems import START, Problem, problem_at
from kiosk.content.reader import ReadResult, read_lesson, reading_of
from kiosk.content.source import MAX_KB, decoded
from kiosk.domain.lesson import LessonHead
from kiosk.folders import Folders
from kiosk.library.library import all_lesson_files, rank_in
from kiosk.pictures.names import same_name
from kiosk.usb_import import disk
from kiosk.usb_import.clips import StickVoices
from kiosk.usb_import.comparison import differences
from kiosk.usb_import.names import check_name, shown_name
from kiosk.usb_import.pictures import check_picture, pictures_named
from kiosk.usb_import.refusal import (
    MAX_FILES,
    MAX_PICTURE_MB,
    MB,
    ImportNote,
    LessonRefusedError,
    refusal_of,
)
from kiosk.usb_import.usb_lesson import UsbLesson, UsbLessonState, UsbScan

DEEPEST = 8
MAX_SEEN = 5000
"""The maximum number of files and folders that are scanned."""
PASSED_OVER = frozenset({"voice", "voices", "media", "system volume information", "lost+found"})
PACKED = (".zip", ".rar", ".7z", ".doc", ".docx")
"""Files that may contain a lesson, but are not opened."""
OTHER_FILES = frozenset({"config.yaml", "config.local.yaml", "language.yaml"})
"""YAML files of a kiosk that are not lessons."""
PROCEDURES = "procedures"


@dataclass(frozen=True, slots=True)
class LessonContext:
    """The kiosk's lessons and folders, which a scan is compared with."""

    folders: Folders
    heads: Mapping[str, LessonHead]
    """The heads of all lessons that are taught."""

    def file_of(self, name: str) -> Path | None:
        """The file of the lesson with this id; None if there is none."""
        files = (path for path in all_lesson_files(self.folders) if path.stem == name)
        return next(files, None)

    def own_place(self, file: Path) -> Path:
        """The path of the centre's own copy that takes precedence over a supplied lesson."""
        roots = self.folders.lesson_folders
        return self.folders.lessons / file.relative_to(roots[rank_in(roots, file)])

    def owner_of(self, number: int, besides: str) -> str | None:
        """The title of the lesson with this number, other than `besides`; None if there is none."""
        for name, head in self.heads.items():
            if head.number == number and name != besides:
                return head.title
        return None


def look_at(
    stick: Path, kiosk: LessonContext, workspace: Path, stop: Callable[[], bool] = lambda: False
) -> UsbScan:
    """Scans a stick; copies of its lessons and pictures are left in `workspace`.

    Args:
        stick: the mount point.
        kiosk: the lessons to compare with.
        workspace: a folder of the kiosk, which is emptied first.
        stop: returns True to cancel the scan.

    Raises:
        CancelledError: `stop` returned True.
    """
    looking = _Looking(stick, kiosk, workspace, stop)
    offers = _without_doubles(looking.offers())
    return UsbScan(tuple(sorted(offers, key=_sort_key)), tuple(looking.notes))


def _sort_key(offer: UsbLesson) -> tuple[int, int, str]:
    number = offer.lesson.head.number if offer.lesson else 0
    return list(UsbLessonState).index(offer.state), number, offer.name


def _without_doubles(offers: Iterable[UsbLesson]) -> Iterator[UsbLesson]:
    """Refuses all lessons that share an id, and all importable ones that share a number."""
    found = list({_identity(offer): offer for offer in reversed(list(offers))}.values())
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
        if same_name and offer.state is not UsbLessonState.REFUSED:
            yield _refused(offer, ImportNote("twice", (shown_name(same_name[0].file),)))
        elif same_number and offer.lesson:
            number = str(offer.lesson.head.number)
            yield _refused(offer, ImportNote("number_twice", (number, same_number[0].file)))
        else:
            yield offer


def _identity(offer: UsbLesson) -> tuple[object, ...]:
    """The same for two identical copies of a lesson, with its pictures and recordings."""
    if offer.copy is None:
        return (offer.file,)
    files = sorted(offer.copy.parent.iterdir())
    digests = tuple((path.name, disk.digest_of(path)) for path in files)
    return (digests, tuple(clip.key for clip in offer.clips), offer.target)


def _refused(offer: UsbLesson, note: ImportNote) -> UsbLesson:
    return replace(offer, state=UsbLessonState.REFUSED, notes=(note,))


class _Looking:
    def __init__(
        self, stick: Path, kiosk: LessonContext, workspace: Path, stop: Callable[[], bool]
    ) -> None:
        self._stick = stick
        self._stop = stop
        self._kiosk = kiosk
        self._workspace = workspace
        self._media = media_in(kiosk.folders)
        self._voices = StickVoices(stick, kiosk.folders)
        found = list(all_lesson_files(kiosk.folders))
        self._own = {path.stem: path for path in reversed(found)}
        self._seen = 0
        self._packed = ""
        self.notes: list[ImportNote] = []

    def offers(self) -> Iterator[UsbLesson]:
        """One offer for each file that is, or is meant to be, a lesson."""
        try:
            clear(self._workspace)
        except OSError as problem:
            self.notes.append(ImportNote("disk_failed", (problem.strerror or "",)))
            return
        found = False
        for count, file in enumerate(self._files()):
            if self._stop():
                raise CancelledError
            if count >= MAX_FILES:
                self.notes.append(ImportNote("too_many", (str(MAX_FILES),)))
                return
            if offer := self._offer(count, file):
                found = True
                yield offer
        if self._packed and not found:
            self.notes.append(ImportNote("packed", (shown_name(self._packed),)))

    def _files(self) -> Iterator[str]:
        """Files that are meant to be lessons, those in outer folders first."""
        level = [""]
        for _ in range(DEEPEST + 1):
            below: list[str] = []
            for folder in level:
                for name, mode in disk.entries_in(self._stick, folder):
                    self._seen += 1
                    if self._seen > MAX_SEEN:
                        self.notes.append(ImportNote("too_much", (str(MAX_SEEN),)))
                        return
                    if name.startswith((".", "_", "$", "~")) or name.lower() in OTHER_FILES:
                        continue
                    path = f"{folder}/{name}" if folder else name
                    if stat.S_ISDIR(mode):
                        if name.lower() not in PASSED_OVER:
                            below.append(path)
                    elif is_meant_as_lesson(name):
                        yield path
                    elif name.lower().endswith(PACKED):
                        self._packed = self._packed or name
            level = below

    def _offer(self, count: int, file: str) -> UsbLesson | None:
        path = PurePosixPath(file)
        try:
            check_name(path.name)
            return self._read(self._workspace / str(count), file)
        except LessonRefusedError as refused:
            note = refused.note
        except OSError as problem:
            note = refusal_of(problem).note
        return UsbLesson(shown_name(path.stem), file, UsbLessonState.REFUSED, notes=(note,))

    def _read(self, workspace: Path, file: str) -> UsbLesson | None:
        """Copies a lesson with its pictures and reads it; None if it is not meant as a lesson."""
        path = PurePosixPath(file)
        content = disk.read_plain(self._stick, file, MAX_KB * 1024)
        document = _document(path.name, content)
        if isinstance(document.data, dict) and not document.data.keys() & _SIGNS:
            return None
        if path.suffix != ENDING:
            odd = problem_at(path.name, START, "wrong_ending", better=better_name(path.name))
            return UsbLesson(path.name, file, UsbLessonState.BROKEN, problems=(odd,))
        copy = workspace / path.name
        pictures = self._copy_pictures(document, path.parent.as_posix(), workspace)
        _write(copy, content)
        reading = reading_of(document, copy, self._media)
        offer = UsbLesson(
            path.stem, file, UsbLessonState.BROKEN, problems=reading.problems, copy=copy
        )
        if reading.lesson is None:
            return offer
        offer = replace(offer, lesson=reading.lesson, pictures=pictures)
        return self._compared(offer, reading, content)

    def _copy_pictures(self, document: Document, folder: str, workspace: Path) -> tuple[str, ...]:
        """Copies and checks the pictures in the lesson's folder that the lesson names."""
        wanted = {same_name(name) for name in pictures_named(document.data)}
        present = [name for name, _ in disk.entries_in(self._stick, folder)]
        named = sorted(name for name in present if same_name(name) in wanted)
        if len(named) > MAX_FILES:
            raise LessonRefusedError("bundle_many", str(MAX_FILES))
        for name in named:
            check_name(name)
            content = disk.read_plain(self._stick, f"{folder}/{name}", MAX_PICTURE_MB * MB)
            _write(workspace / name, content)
            check_picture(workspace / name, self._media)
        return tuple(named)

    def _compared(self, offer: UsbLesson, reading: ReadResult, content: bytes) -> UsbLesson:
        """The state of an error-free lesson, compared with the kiosk's lessons."""
        lesson, kiosk = reading.lesson, self._kiosk
        if lesson is None:
            return offer
        owner = kiosk.owner_of(lesson.head.number, lesson.id)
        if owner is not None:
            return _refused(offer, ImportNote("number_taken", (str(lesson.head.number), owner)))
        clips = tuple(self._voices.clips_of(lesson, offer.file))
        there = self._own.get(offer.name)
        place = kiosk.own_place(there) if there else _place_for(offer.file, kiosk.folders)
        offer = replace(offer, clips=clips, target=place)
        if there is None:
            return replace(offer, state=UsbLessonState.NEW, notes=tuple(_belongings(offer)))
        return self._against(offer, there, content)

    def _against(self, offer: UsbLesson, there: Path, content: bytes) -> UsbLesson:
        own = read_lesson(there, self._media)
        other = tuple(
            name
            for name in offer.pictures
            if offer.copy
            and disk.digest_of(there.parent / name) != disk.digest_of(offer.copy.parent / name)
        )
        with suppress(OSError):
            if there.read_bytes() == content and not other and not offer.clips:
                return replace(offer, state=UsbLessonState.SAME)
        if own.lesson is None:
            notes = [ImportNote("mends")]
        elif offer.lesson:
            notes = list(differences(own.lesson, offer.lesson))
        notes += _belongings(replace(offer, pictures=other))
        return replace(
            offer, state=UsbLessonState.CHANGED, notes=tuple(notes) or (ImportNote("other_notes"),)
        )


_SIGNS = frozenset({"title", "number", "goal", "steps", "screens", "topic"})
"""A file without any of these keys is not meant as a lesson."""


def _document(name: str, content: bytes) -> Document:
    text = decoded(name, content)
    if isinstance(text, Problem):
        return Document(name, problems=(text,))
    return document_of(text, name)


def _belongings(offer: UsbLesson) -> Iterator[ImportNote]:
    if offer.pictures:
        yield ImportNote("with_pictures", (str(len(offer.pictures)),))
    if offer.clips:
        languages = ", ".join(sorted({clip.language for clip in offer.clips}))
        yield ImportNote("with_voices", (str(len(offer.clips)), languages))
        if replaced := sum(clip.replaces for clip in offer.clips):
            yield ImportNote("voices_replaced", (str(replaced),))


def _place_for(file: str, folders: Folders) -> Path:
    path = PurePosixPath(file)
    below = PROCEDURES if path.parent.name == PROCEDURES else ""
    return folders.lessons / below / path.name


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as problem:
        raise LessonRefusedError("disk_failed", problem.strerror or "") from problem


def clear(workspace: Path) -> None:
    """Deletes all copies.

    Raises:
        OSError: a copy could not be deleted.
    """
    for folder in workspace.iterdir() if workspace.is_dir() else ():
        for each in folder.iterdir():
            each.unlink()
        folder.rmdir()
