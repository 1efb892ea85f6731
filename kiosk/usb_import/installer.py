"""Imports a lesson with its pictures and recordings, completely or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk.content.media import media_in
from kiosk.content.problems import Problem
from kiosk.content.reader import read_lesson
from kiosk.content.source import MAX_KB, read_text
from kiosk.library.library import lesson_files
from kiosk.narration.recordings.decoder import SoundDecoder
from kiosk.narration.recordings.store import Recordings
from kiosk.usb_import import disk
from kiosk.usb_import.clips import flac_of, place_for
from kiosk.usb_import.history import exchange_lock, forget_oldest, new_transaction
from kiosk.usb_import.pictures import check_picture
from kiosk.usb_import.refusal import (
    MAX_BUNDLE_MB,
    MAX_FILES,
    MAX_PICTURE_MB,
    MB,
    LessonRefusedError,
    refusal_of,
)
from kiosk.usb_import.scan import LessonContext
from kiosk.usb_import.transaction import ExchangePlan, FileExchange
from kiosk.usb_import.usb_lesson import UsbLesson


@dataclass(frozen=True, slots=True)
class _File:
    """A file that comes with a lesson."""

    target: Path
    content: bytes


def take_over(
    offer: UsbLesson,
    stick: Path,
    kiosk: LessonContext,
    now: datetime,
    *,
    everywhere: bool = False,
) -> ExchangePlan:
    """Imports a scanned lesson; returns the plan that was carried out.

    The lesson and its pictures are taken from the copies made by the scan; the recordings are
    read from the stick.

    `everywhere`: whether to import recordings of sentences that other lessons or the kiosk itself
    contain, too. Staff must agree to this first.

    Raises:
        LessonRefusedError: the lesson was not imported; nothing was changed.
    """
    lesson = offer.lesson
    if not offer.can_be_taken or lesson is None or offer.target is None:
        raise LessonRefusedError("not_sound")
    with exchange_lock(kiosk.folders):
        _check(offer, kiosk)
        wanted = offer if everywhere else _without_shared_voices(offer)
        files = _only_changed(_files(wanted, offer.target, stick, kiosk))
        if not files:
            raise LessonRefusedError(
                "nothing_new" if wanted.clips == offer.clips else "voices_wait"
            )
        changes = tuple(
            FileExchange(str(file.target), disk.digest_of(file.target), disk.digest(file.content))
            for file in files
        )
        head = lesson.head
        plan = ExchangePlan(lesson.id, head.title, now.isoformat(timespec="seconds"), changes)
        new_transaction(kiosk.folders).carry_out(plan, [file.content for file in files])
        forget_oldest(kiosk.folders)
    list_voices(plan, kiosk)
    return plan


def _without_shared_voices(offer: UsbLesson) -> UsbLesson:
    return replace(offer, clips=tuple(clip for clip in offer.clips if not clip.also))


def list_voices(plan: ExchangePlan, kiosk: LessonContext) -> None:
    """Updates the lists of recordings in the folders that were changed."""
    voices = kiosk.folders.recordings
    folders = {change.path.parent for change in plan.changes}
    for folder in folders:
        if folder.parent == voices and folder.is_dir():
            Recordings(voices, folder.name)


def _check(offer: UsbLesson, kiosk: LessonContext) -> None:
    """Raises if the copy has errors, or its number or id is meanwhile used otherwise."""
    reading = read_lesson(offer.copy, media_in(kiosk.folders)) if offer.copy else None
    if reading is None or reading.lesson is None:
        raise LessonRefusedError("not_sound")
    number = reading.lesson.head.number
    owner = kiosk.owner_of(number, offer.name)
    if owner is not None:
        raise LessonRefusedError("number_taken", str(number), owner)
    there = kiosk.file_of(offer.name)
    if there is not None and kiosk.own_place(there) != offer.target:
        raise LessonRefusedError("changed_meanwhile", there.name)


def _files(offer: UsbLesson, target: Path, stick: Path, kiosk: LessonContext) -> Iterator[_File]:
    """All files of the import; the lesson file last, because it makes the lesson visible."""
    if len(offer.pictures) + len(offer.clips) >= MAX_FILES:
        raise LessonRefusedError("bundle_many", str(MAX_FILES))
    left = MAX_BUNDLE_MB * MB
    for file in (*_pictures(offer, target, kiosk), *_clips(offer, stick, kiosk)):
        left -= len(file.content)
        if left < 0:
            raise LessonRefusedError("bundle_big", str(MAX_BUNDLE_MB))
        yield file
    if offer.copy:
        workspace = offer.copy.parent
        yield _File(target, disk.read_plain(workspace, offer.copy.name, MAX_KB * 1024))


def _pictures(offer: UsbLesson, target: Path, kiosk: LessonContext) -> Iterator[_File]:
    workspace = offer.copy.parent if offer.copy else Path()
    for name in offer.pictures:
        content = disk.read_plain(workspace, name, MAX_PICTURE_MB * MB)
        check_picture(workspace / name, media_in(kiosk.folders))
        place = target.parent / name
        if disk.digest_of(place) not in (None, disk.digest(content)):
            _check_owner(name, target, kiosk)
        yield _File(place, content)


def _check_owner(name: str, target: Path, kiosk: LessonContext) -> None:
    """Raises if another lesson uses the picture that would be replaced."""
    for path in lesson_files(kiosk.folders.lessons):
        if path.parent == target.parent and path != target:
            text = read_text(path)
            if isinstance(text, Problem) or name in text:
                raise LessonRefusedError("picture_taken", name, path.name)


def _clips(offer: UsbLesson, stick: Path, kiosk: LessonContext) -> Iterator[_File]:
    taken: set[Path] = set()
    with SoundDecoder() as decoder:
        for clip in offer.clips:
            place = place_for(clip, kiosk.folders, taken)
            taken.add(place)
            yield _File(place, flac_of(clip, stick, decoder))


def _only_changed(files: Iterator[_File]) -> list[_File]:
    try:
        return [each for each in files if disk.digest_of(each.target) != disk.digest(each.content)]
    except OSError as problem:
        raise refusal_of(problem) from problem
