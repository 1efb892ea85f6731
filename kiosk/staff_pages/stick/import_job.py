"""The jobs of the USB stick page, run one after the other off the main thread."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event, Lock

from PySide6.QtCore import QTimer

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.narration.recordings.decoder import SoundDecoder
from kiosk.narration.utterance import Clip as Sound
from kiosk.packs.on_stick import pack_on
from kiosk.ui.background.jobs import Jobs, Lane, Ok, Result
from kiosk.usb_import.clips import sound_of
from kiosk.usb_import.history import TakenOver, kept, undo
from kiosk.usb_import.installer import list_voices, take_over
from kiosk.usb_import.refusal import MB, ImportNote, LessonRefusedError, refusal_of
from kiosk.usb_import.scan import LessonContext, look_at
from kiosk.usb_import.usb_lesson import UsbLesson, UsbScan

LIMIT_MS = 180_000
MAX_TRIAL_BYTES = 150 * MB
"""The limit for decoded sound of a trial; about half an hour."""
_scan_lock = Lock()
"""Serialises `look`, because each scan deletes the copies of the previous one."""


@dataclass(frozen=True, slots=True)
class LessonResult:
    title: str
    ok: bool
    note: ImportNote


@dataclass(frozen=True, slots=True)
class ImportView:
    scan: UsbScan
    kept: tuple[TakenOver, ...]
    has_pack: bool = False
    """Whether there is a signed pack on the stick."""


def look(stick: Path | None, kiosk: LessonContext, stop: Callable[[], bool]) -> ImportView:
    """The lessons on a stick and the imports that can be undone; `stop` returns True to cancel."""
    with _scan_lock:
        scan = look_at(stick, kiosk, kiosk.folders.inspected_stick, stop) if stick else UsbScan()
    return ImportView(scan, kept(kiosk.folders), bool(stick and pack_on(stick)))


def voices_of(
    offer: UsbLesson, stick: Path, stop: Callable[[], bool]
) -> Mapping[tuple[str, str], Sound]:
    """The decoded recordings of a lesson, by language and sentence key.

    Raises:
        LessonRefusedError: a recording cannot be decoded, or all together are too large.
        CancelledError: `stop` returned True.
    """
    heard: dict[tuple[str, str], Sound] = {}
    left = MAX_TRIAL_BYTES
    with SoundDecoder() as decoder:
        for clip in offer.clips:
            if stop():
                raise CancelledError
            sound = sound_of(clip, stick, decoder)
            left -= len(sound.samples)
            if left < 0:
                raise LessonRefusedError("bundle_big", str(MAX_TRIAL_BYTES // MB))
            heard[clip.language, clip.key] = sound
    return heard


def take(offer: UsbLesson, stick: Path, kiosk: LessonContext, *, everywhere: bool) -> LessonResult:
    """Imports one lesson; `everywhere`: also the recordings that other lessons would use."""
    title = offer.title
    try:
        take_over(offer, stick, kiosk, datetime.now().astimezone(), everywhere=everywhere)
    except LessonRefusedError as refused:
        return LessonResult(title, ok=False, note=refused.note)
    except OSError as problem:
        return LessonResult(title, ok=False, note=refusal_of(problem).note)
    number = str(offer.lesson.head.number) if offer.lesson else ""
    left = 0 if everywhere else sum(bool(clip.also) for clip in offer.clips)
    if left:
        return LessonResult(title, ok=True, note=ImportNote("taken_without", (number, str(left))))
    return LessonResult(title, ok=True, note=ImportNote("taken_new", (number,)))


def take_back(each: TakenOver, kiosk: LessonContext) -> LessonResult:
    title = each.plan.title
    try:
        plan = undo(kiosk.folders, each.name)
    except LessonRefusedError as refused:
        return LessonResult(title, ok=False, note=refused.note)
    except OSError as problem:
        return LessonResult(title, ok=False, note=refusal_of(problem).note)
    list_voices(plan, kiosk)
    return LessonResult(title, ok=True, note=ImportNote("undone_new" if plan.brought else "undone"))


class Queue:
    """A queue of imports or undos, each run as a job; it can be stopped between two jobs.

    Each job has the title of its lesson. If a job takes longer than `LIMIT_MS`, it and all later
    ones are reported as `too_slow`: the drive does not respond and the job cannot be interrupted.
    """

    def __init__(
        self,
        jobs: Jobs,
        works: Sequence[tuple[str, Callable[[], LessonResult]]],
        step: Callable[[], None],
        then: Callable[[tuple[LessonResult, ...]], None],
    ) -> None:
        self.total = len(works)
        self.results: list[LessonResult] = []
        self._jobs, self._waiting, self._step, self._then = jobs, list(works), step, then
        self._unwanted = Event()
        self._title = ""
        self._limit = QTimer(singleShot=True, interval=LIMIT_MS)
        self._limit.timeout.connect(self._give_up)

    def go_on(self) -> None:
        """Starts the next job, or calls `then` with all results."""
        if not self._waiting:
            self._limit.stop()
            self._then(tuple(self.results))
            return
        title, work = self._waiting.pop(0)
        self._title = title
        self._limit.start()
        self._jobs.run(
            work,
            lambda result: self._take(title, result),
            what=gettext_noop("lấy bài từ USB"),
            lane=Lane.USB,
            unwanted=self._unwanted,
        )

    def stop(self) -> None:
        """Starts no further job; the current one is completed."""
        self._waiting.clear()
        self._limit.stop()

    def _give_up(self) -> None:
        self._unwanted.set()
        for title in (self._title, *(title for title, _ in self._waiting)):
            self.results.append(LessonResult(title, ok=False, note=ImportNote("too_slow")))
        self._waiting.clear()
        self.go_on()

    def _take(self, title: str, result: Result[LessonResult]) -> None:
        failed = LessonResult(title, ok=False, note=ImportNote("not_done"))
        self.results.append(result.value if isinstance(result, Ok) else failed)
        self._step()
        self.go_on()
