"""Lessons from a USB stick: list, try, import, undo."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.narration.utterance import Clip as Sound
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.finding_row import FindingRow
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.stick.import_job import (
    ImportView,
    LessonResult,
    Queue,
    look,
    take,
    take_back,
    voices_of,
)
from kiosk.staff_pages.stick.messages import (
    UsbRow,
    elsewhere_of,
    findings_of,
    kept_row,
    lesson_row,
    note_text,
)
from kiosk.staff_pages.stick.watch import StickWatch
from kiosk.ui.background.jobs import Err, Lane, LatestWork, Ok, Result
from kiosk.usb_import.history import TakenOver
from kiosk.usb_import.refusal import ImportNote, LessonRefusedError
from kiosk.usb_import.scan import LessonContext
from kiosk.usb_import.usb_drives import Stick
from kiosk.usb_import.usb_lesson import UsbLesson, UsbLessonState, UsbScan

WAITING, STICKS, LIST, LESSON, RESULT, KEPT = (
    "waiting",
    "sticks",
    "list",
    "lesson",
    "result",
    "kept",
)
Found = TypeVar("Found")

TAKEN = ("taken_new", "taken_without")
BEFORE = {LESSON: LIST, RESULT: LIST, KEPT: LIST, LIST: STICKS}


@qml_type
class StickPageModel(PageModel):
    """The pages in order: sticks, lessons of a stick, one lesson, result; and the undo list."""

    title = gettext_noop("Lấy bài từ USB")
    icon = "stick"
    order = 45

    changed = Signal()

    findings = ShownList(FindingRow)
    """The findings about the lesson shown."""
    results = ShownList(FindingRow)
    """The results of the last imports or undos."""
    sticks = ShownList(UsbRow)
    """The USB sticks that are plugged in; `name` is the path."""
    lessons = ShownList(UsbRow)
    """The lessons of the stick, new ones first."""
    kept = ShownList(UsbRow)
    """The imports that can be undone, the latest first."""

    _shows: Properties["StickPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self.changed.connect(self._fill)
        self._looking = LatestWork(context.jobs)
        self._listening = LatestWork(context.jobs)
        self._watch = StickWatch(context, self)
        self._watch.found.connect(self._take_sticks)
        self._forget()

    def _forget(self) -> None:
        self._sticks: tuple[Stick, ...] = ()
        self._stick: Stick | None = None
        self._scan = UsbScan()
        self._has_pack = False
        self._kept: tuple[TakenOver, ...] = ()
        self._page = WAITING
        self._file = ""
        self._chosen: frozenset[str] = frozenset()
        self._results: tuple[LessonResult, ...] = ()
        self._queue: Queue | None = None
        self._heard: frozenset[str] = frozenset()
        self._agreed: frozenset[str] = frozenset()
        self._looking.cancel()
        self._listening.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether files are being copied."""
        return self._queue is not None

    def enter(self) -> None:
        """Reads the imports that can be undone and starts watching for USB sticks."""
        self._forget()
        self._read()
        self._watch.start()

    def leave(self) -> None:
        """Stops the queue: the current copy is completed, no further one is started."""
        self._watch.stop()
        if self._queue:
            self._queue.stop()
        self._forget()
        self.changed.emit()

    def go_back(self) -> bool:
        """Goes one page back; stays while files are being copied."""
        if self.is_busy:
            return True
        before = BEFORE.get(self._page)
        if before is None or (before is STICKS and len(self._sticks) < 2):
            return False
        self._page = before
        if before is STICKS:
            self._stick, self._scan = None, UsbScan()
        elif self._stick is None:
            self._page = WAITING
        self.changed.emit()
        return True

    # USB sticks that are plugged in or removed.

    def _take_sticks(self, found: tuple[Stick, ...]) -> None:
        if self.is_busy or found == self._sticks:
            return
        self._sticks = found
        if self._stick not in found:
            self._stick, self._scan, self._chosen = None, UsbScan(), frozenset()
            if self._page not in (RESULT, KEPT):
                self._page = STICKS if len(found) > 1 else WAITING
        if self._stick is None and len(found) == 1:
            self._open(found[0])
        self.changed.emit()

    def _open(self, stick: Stick) -> None:
        self._stick, self._chosen = stick, frozenset()
        if self._page in (WAITING, STICKS):
            self._page = LIST
        self._read()

    def _read(self) -> None:
        place, kiosk = self._place, self._kiosk()
        self._looking.run_cancellable(
            lambda stop: look(place, kiosk, stop),
            lambda result: self._take_look(place, result),
            what=gettext_noop("xem các bài trên USB"),
            lane=Lane.USB,
        )

    def _take_look(self, place: Path | None, result: Result[ImportView]) -> None:
        failed = ImportView(UsbScan(notes=(ImportNote("not_done"),)), self._kept)
        found = result.value if isinstance(result, Ok) else failed
        self._kept = found.kept
        if place == self._place:
            self._scan, self._has_pack = found.scan, found.has_pack
        self.changed.emit()

    @property
    def _place(self) -> Path | None:
        return self._stick.path if self._stick else None

    def _kiosk(self) -> LessonContext:
        return LessonContext(self.context.folders, self.context.lesson_store.everything.heads)

    # Slots called by QML.

    @Slot(str)
    def openStick(self, place: str) -> None:
        self._open(next(stick for stick in self._sticks if str(stick.path) == place))
        self.changed.emit()

    @Slot(str)
    def choose(self, file: str) -> None:
        """Selects a lesson for import, or deselects it."""
        self._chosen ^= {file}
        self.changed.emit()

    @Slot(str)
    def showLesson(self, file: str) -> None:
        self._file, self._page = file, LESSON
        self.changed.emit()

    @Slot()
    def openPacks(self) -> None:
        """Opens the page of signed packs, which can import the pack on the stick."""
        self.context.staff.openPage("packs")

    @Slot()
    def showKept(self) -> None:
        """Shows the imports that can be undone."""
        self._page = KEPT
        self.changed.emit()

    @Slot()
    def tryLesson(self) -> None:
        """Plays the lesson shown, as learners would see and hear it."""
        offer, stick = self._offer, self._place
        if offer is None or stick is None or self.is_busy or self._is_waiting:
            return
        self._listening.run_cancellable(
            lambda stop: voices_of(offer, stick, stop),
            lambda result: self._try(offer, result),
            what=gettext_noop("nghe tiếng thu trên USB"),
            lane=Lane.USB,
            expected=(LessonRefusedError,),
        )
        self.changed.emit()

    def _try(self, offer: UsbLesson, result: Result[Mapping[tuple[str, str], Sound]]) -> None:
        """Starts the trial with the decoded recordings, or shows why they could not be decoded."""
        if isinstance(result, Ok) and offer.lesson:
            self._heard |= {offer.file}
            self.context.visit.try_lesson(offer.lesson, result.value)
        elif isinstance(result, Err):
            error = result.error
            note = error.note if isinstance(error, LessonRefusedError) else ImportNote("not_done")
            self._results = (LessonResult(offer.title, ok=False, note=note),)
            self._page = RESULT
        self.changed.emit()

    @Slot()
    def agreeElsewhere(self) -> None:
        """Toggles the agreement that other lessons use the recordings; ignored before a trial."""
        self._agreed ^= {self._file} & self._heard
        self.changed.emit()

    @Slot()
    def takeThis(self) -> None:
        """Imports the lesson shown."""
        self._take([offer] if (offer := self._offer) else [])

    @Slot()
    def takeThese(self) -> None:
        """Imports the chosen lessons; all new ones if none is chosen."""
        self._take(self._wanted)

    @Slot(str)
    def takeBack(self, name: str) -> None:
        kiosk = self._kiosk()
        each = [each for each in self._kept if each.name == name]
        self._work((one.plan.title, partial(take_back, one, kiosk)) for one in each)

    def _take(self, offers: Iterable[UsbLesson]) -> None:
        stick, kiosk = self._place, self._kiosk()
        if stick and not self._looking.is_busy:
            wanted = [each for each in offers if each.can_be_taken]
            if not self.context.settings().packs.unsigned_sticks:
                self._refuse_unsigned(wanted)
                return
            self._work((each.title, self._taking(each, stick, kiosk)) for each in wanted)

    def _refuse_unsigned(self, offers: Iterable[UsbLesson]) -> None:
        """Shows that the settings allow lessons only in signed packs."""
        refused = ImportNote("unsigned_refused")
        self._results = tuple(LessonResult(each.name, ok=False, note=refused) for each in offers)
        self._page = RESULT
        self.changed.emit()

    def _taking(
        self, offer: UsbLesson, stick: Path, kiosk: LessonContext
    ) -> Callable[[], LessonResult]:
        return partial(take, offer, stick, kiosk, everywhere=offer.file in self._agreed)

    def _work(self, works: Iterable[tuple[str, Callable[[], LessonResult]]]) -> None:
        todo = list(works)
        if not self.is_busy and todo:
            self._results = ()
            self._queue = Queue(self.context.jobs, todo, self.changed.emit, self._finish)
            self._queue.go_on()
            self.changed.emit()

    def _finish(self, results: tuple[LessonResult, ...]) -> None:
        """Shows the results, and reads the lessons and the stick again."""
        self.context.lesson_store.refresh(self._read_again)
        if self._queue is None:
            return
        self._queue, self._chosen = None, frozenset()
        self._results, self._page = results, RESULT
        self.context.visit.restart_idle_timer()  # restart the idle timer for reading
        self.changed.emit()

    def _read_again(self) -> None:
        if self._watch.is_on:
            self._read()

    # Properties read by QML.

    @property
    def _is_waiting(self) -> bool:
        """Whether the stick is being read, so that no action can be started."""
        return self._looking.is_busy or self._listening.is_busy

    @property
    def _offer(self) -> UsbLesson | None:
        return next((each for each in self._scan.offers if each.file == self._file), None)

    @property
    def _wanted(self) -> list[UsbLesson]:
        if self._chosen:
            return [each for each in self._scan.offers if each.file in self._chosen]
        return [each for each in self._scan.offers if each.state is UsbLessonState.NEW]

    def _fill(self) -> None:
        offer = self._offer
        agreed = self._file in self._agreed
        language = self.context.visit.visit.language
        translator = self.context.translator
        self.sticks.show([UsbRow(str(each.path), each.name, "stick") for each in self._sticks])
        self.lessons.show(
            [
                lesson_row(each, translator, chosen=each.file in self._chosen)
                for each in self._scan.offers
            ]
        )
        self.kept.show([kept_row(each, translator) for each in self._kept])
        self.findings.show(findings_of(offer, language, translator, agreed=agreed) if offer else [])
        self.results.show(
            [
                FindingRow(self._note_text(each.note), what=each.title, ok=each.ok)
                for each in self._results
            ]
        )

    def _note_text(self, note: ImportNote) -> str:
        return note_text(note, self.context.translator)

    page = _shows(str, lambda self: self._page)
    """The page shown: `waiting`, `sticks`, `list`, `lesson`, `result` or `kept`."""
    reading = _shows(bool, lambda self: self._is_waiting and self._stick is not None)
    """Whether the stick is being read."""
    busy = _shows(bool, lambda self: self.is_busy)
    """Whether files are being copied."""
    total = _shows(int, lambda self: self._queue.total if self._queue else 0)
    """The number of queued imports or undos."""
    done = _shows(int, lambda self: len(self._queue.results) if self._queue else 0)
    hasPack = _shows(bool, lambda self: self._has_pack and self._stick is not None)
    """Whether there is a signed pack on the stick."""
    note = _shows(str, lambda self: " ".join(map(self._note_text, self._scan.notes)))
    """The messages about the stick as a whole; empty for none."""
    wanted = _shows(int, lambda self: len(self._wanted))
    """The number of lessons that the large button imports."""
    anyChosen = _shows(bool, lambda self: bool(self._chosen))

    @Property(str, notify=changed)
    def lessonTitle(self) -> str:
        """Number and title of the lesson shown; empty if it is no longer on the stick."""
        offer = self._offer
        if offer is None:
            return ""
        row = lesson_row(offer, self.context.translator, chosen=False)
        return f"{row.number}. {row.title}" if row.number else row.title

    takeable = _shows(bool, lambda self: self._offer is not None and self._offer.can_be_taken)
    """Whether the lesson shown can be imported."""
    playable = _shows(bool, lambda self: self._offer is not None and self._offer.lesson is not None)
    """Whether the lesson shown can be played."""

    @Property(str, notify=changed)
    def elsewhere(self) -> str:
        """The other lessons that would use its recordings; empty for none or before the trial."""
        offer = self._offer
        if offer is None or offer.file not in self._heard:
            return ""
        return elsewhere_of(offer, self.context.translator)

    agreed = _shows(bool, lambda self: self._file in self._agreed)
    """Whether staff agreed to that."""
    listening = _shows(bool, lambda self: self._listening.is_busy)
    """Whether recordings are being decoded for the trial."""

    @Property(str, notify=changed)
    def last(self) -> str:
        """The name of the import that was just done, for the undo button; empty for none."""
        done = self._results if self._page == RESULT and not self._is_waiting else ()
        just = len(done) == 1 and done[0].ok and done[0].note.code in TAKEN
        return self._kept[0].name if just and self._kept else ""


PAGE = StickPageModel
