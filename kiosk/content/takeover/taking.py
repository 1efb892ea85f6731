"""Takes a lesson over, with its pictures and voices: all of it, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.content.library import lesson_files
from kiosk.content.media import media_in
from kiosk.content.problems import Problem
from kiosk.content.reader import read_lesson
from kiosk.content.source import LARGEST_KB, read_text
from kiosk.content.takeover import disk
from kiosk.content.takeover.clips import flac_of, place_for
from kiosk.content.takeover.offer import Offer
from kiosk.content.takeover.pictures import check_picture
from kiosk.content.takeover.refusal import (
    LARGEST_PARCEL_MB,
    LARGEST_PICTURE_MB,
    LARGEST_VOICE_MB,
    MB,
    MOST_FILES,
    RefusedError,
    refusal_of,
)
from kiosk.content.takeover.replaced import forget_oldest, next_work, working
from kiosk.content.takeover.survey import Kiosk
from kiosk.content.takeover.work import Change, Plan
from kiosk.narration.recordings.store import Recordings


@dataclass(frozen=True, slots=True)
class _File:
    """A file that comes with a lesson."""

    target: Path
    content: bytes


def take_over(offer: Offer, stick: Path, kiosk: Kiosk, now: datetime) -> Plan:
    """Take over what was looked at; returns what was done.

    The lesson and its pictures are the copies that were looked at and tried; the voices come
    from the stick.

    Raises:
        RefusedError: it was not taken, and why; all that the kiosk teaches is as it was.
    """
    lesson = offer.lesson
    if not offer.can_be_taken or lesson is None or offer.target is None:
        raise RefusedError("not_sound")
    with working(kiosk.folders):
        _check(offer, kiosk)
        files = _only_changed(_files(offer, offer.target, stick, kiosk))
        if not files:
            raise RefusedError("nothing_new")
        changes = tuple(
            Change(str(file.target), disk.digest_of(file.target), disk.digest(file.content))
            for file in files
        )
        head = lesson.head
        plan = Plan(lesson.id, head.title, now.isoformat(timespec="seconds"), changes)
        next_work(kiosk.folders).carry_out(plan, [file.content for file in files])
        forget_oldest(kiosk.folders)
    list_voices(plan, kiosk)
    return plan


def list_voices(plan: Plan, kiosk: Kiosk) -> None:
    """Have the lists of recordings name those that came or went."""
    voices = kiosk.folders.recordings
    folders = {change.path.parent for change in plan.changes}
    for folder in folders:
        if folder.parent == voices and folder.is_dir():
            Recordings(voices, folder.name)


def _check(offer: Offer, kiosk: Kiosk) -> None:
    """Whether the copy is still sound, and its number still free."""
    reading = read_lesson(offer.copy, media_in(kiosk.folders)) if offer.copy else None
    if reading is None or reading.lesson is None:
        raise RefusedError("not_sound")
    number = reading.lesson.head.number
    owner = kiosk.owner_of(number, offer.name)
    if owner is not None:
        raise RefusedError("number_taken", str(number), owner)
    there = kiosk.file_of(offer.name)
    if there is not None and there != offer.target:
        raise RefusedError("changed_meanwhile", there.name)


def _files(offer: Offer, target: Path, stick: Path, kiosk: Kiosk) -> Iterator[_File]:
    """Everything that is to stand at the kiosk afterwards; the lesson last, for it is seen."""
    if len(offer.pictures) + len(offer.clips) >= MOST_FILES:
        raise RefusedError("parcel_many", str(MOST_FILES))
    left = LARGEST_PARCEL_MB * MB
    for file in (*_pictures(offer, target, kiosk), *_clips(offer, stick, kiosk)):
        left -= len(file.content)
        if left < 0:
            raise RefusedError("parcel_big", str(LARGEST_PARCEL_MB))
        yield file
    if offer.copy:
        desk = offer.copy.parent
        yield _File(target, disk.read_plain(desk, offer.copy.name, LARGEST_KB * 1024))


def _pictures(offer: Offer, target: Path, kiosk: Kiosk) -> Iterator[_File]:
    desk = offer.copy.parent if offer.copy else Path()
    for name in offer.pictures:
        content = disk.read_plain(desk, name, LARGEST_PICTURE_MB * MB)
        check_picture(name, content)
        place = target.parent / name
        if disk.digest_of(place) not in (None, disk.digest(content)):
            _check_owner(name, target, kiosk)
        yield _File(place, content)


def _check_owner(name: str, target: Path, kiosk: Kiosk) -> None:
    """Whether a picture that would be replaced is this lesson's alone."""
    for path in lesson_files(kiosk.folders.lessons):
        if path.parent == target.parent and path != target:
            text = read_text(path)
            if isinstance(text, Problem) or name in text:
                raise RefusedError("picture_taken", name, path.name)


def _clips(offer: Offer, stick: Path, kiosk: Kiosk) -> Iterator[_File]:
    taken: set[Path] = set()
    for clip in offer.clips:
        content = disk.read_plain(stick, clip.file, LARGEST_VOICE_MB * MB)
        place = place_for(clip, kiosk.folders, taken)
        taken.add(place)
        yield _File(place, flac_of(content, clip))


def _only_changed(files: Iterator[_File]) -> list[_File]:
    try:
        return [each for each in files if disk.digest_of(each.target) != disk.digest(each.content)]
    except OSError as problem:
        raise refusal_of(problem) from problem
