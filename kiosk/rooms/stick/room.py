"""Lessons from a USB stick: looked at, tried, taken over, taken back."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.takeover.offer import Offer, State, Survey
from kiosk.content.takeover.refusal import Remark
from kiosk.content.takeover.replaced import TakenOver
from kiosk.content.takeover.sticks import Stick
from kiosk.content.takeover.survey import Kiosk
from kiosk.domain.marked import marked
from kiosk.rooms.house import House
from kiosk.rooms.room import Room
from kiosk.rooms.stick.hands import Look, Queue, Result, look, take, take_back
from kiosk.rooms.stick.telling import findings_of, kept_row, row_of, told
from kiosk.rooms.stick.watch import StickWatch

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

WAITING, STICKS, LIST, LESSON, RESULT, KEPT = (
    "waiting",
    "sticks",
    "list",
    "lesson",
    "result",
    "kept",
)
BEFORE = {LESSON: LIST, RESULT: LIST, KEPT: LIST, LIST: STICKS}


@QmlElement
@QmlUncreatable("made when its door is opened")
class StickRoomModel(Room):
    """From the stick over its lessons to one of them, and back."""

    title = marked("Lấy bài từ USB")
    icon = "download"
    order = 45

    changed = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        self._watch = StickWatch(house, self)
        self._watch.found.connect(self._take_sticks)
        self._forget()

    def _forget(self) -> None:
        self._sticks: tuple[Stick, ...] = ()
        self._stick: Stick | None = None
        self._survey = Survey()
        self._kept: tuple[TakenOver, ...] = ()
        self._page = WAITING
        self._file = ""
        self._chosen: frozenset[str] = frozenset()
        self._results: tuple[Result, ...] = ()
        self._queue: Queue | None = None
        self._reading = False
        self._round = object()

    @property
    def is_busy(self) -> bool:
        """While files are copied."""
        return self._queue is not None

    def enter(self) -> None:
        """Wait for a stick, or look at the one that is there."""
        self._forget()
        self._read()
        self._watch.start()

    def leave(self) -> None:
        """What is being copied is copied to its end; nothing else is begun."""
        self._watch.stop()
        if self._queue:
            self._queue.stop()
        self._forget()
        self.changed.emit()

    def go_back(self) -> bool:
        """One page back; while files are copied, none."""
        if self.is_busy:
            return True
        before = BEFORE.get(self._page)
        if before is None or (before is STICKS and len(self._sticks) < 2):
            return False
        self._page = before
        if before is STICKS:
            self._stick, self._survey = None, Survey()
        elif self._stick is None:
            self._page = WAITING
        self.changed.emit()
        return True

    def _job(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        """Away from the window; its result is of no use once the room was left."""
        this_round = self._round

        def take_it(result: object) -> None:
            if self._round is this_round:
                then(result)

        self.house.jobs.run(work, take_it)

    # Sticks come and go.

    def _take_sticks(self, found: tuple[Stick, ...]) -> None:
        if self.is_busy or found == self._sticks:
            return
        self._sticks = found
        if self._stick not in found:
            self._stick, self._survey, self._chosen = None, Survey(), frozenset()
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
        self._reading = True
        place, kiosk = self._place, self._kiosk()

        def take_look(found: Look) -> None:
            self._kept = found.kept
            if place == self._place:
                self._survey, self._reading = found.survey, False
            self.changed.emit()

        self._job(lambda: look(place, kiosk), take_look)

    @property
    def _place(self) -> Path | None:
        return self._stick.path if self._stick else None

    def _kiosk(self) -> Kiosk:
        return Kiosk(self.house.folders, self.house.shelf.library.heads)

    # What QML asks for.

    @Slot(str)
    def openStick(self, place: str) -> None:
        """One of several sticks was touched."""
        self._open(next(stick for stick in self._sticks if str(stick.path) == place))
        self.changed.emit()

    @Slot(str)
    def choose(self, file: str) -> None:
        """A lesson is to be taken, or not."""
        self._chosen ^= {file}
        self.changed.emit()

    @Slot(str)
    def showLesson(self, file: str) -> None:
        """A lesson was touched."""
        self._file, self._page = file, LESSON
        self.changed.emit()

    @Slot()
    def showKept(self) -> None:
        """What can be taken back."""
        self._page = KEPT
        self.changed.emit()

    @Slot()
    def tryLesson(self) -> None:
        """Play the lesson that is shown, as learners would see it."""
        offer = self._offer
        if offer and offer.lesson and not self.is_busy and not self._reading:
            self.house.visit.try_lesson(offer.lesson)

    @Slot()
    def takeThis(self) -> None:
        """Take over the lesson that is shown."""
        self._take([offer] if (offer := self._offer) else [])

    @Slot()
    def takeThese(self) -> None:
        """Take over what was chosen; all new ones when nothing was."""
        self._take(self._wanted)

    @Slot(str)
    def takeBack(self, name: str) -> None:
        """Take one take-over back."""
        kiosk = self._kiosk()
        each = [each for each in self._kept if each.name == name]
        self._work(partial(take_back, one, kiosk) for one in each)

    def _take(self, offers: Iterable[Offer]) -> None:
        stick, kiosk = self._place, self._kiosk()
        if stick and not self._reading:
            self._work(partial(take, each, stick, kiosk) for each in offers if each.can_be_taken)

    def _work(self, works: Iterable[Callable[[], Result]]) -> None:
        todo = list(works)
        if not self.is_busy and todo:
            self._results = ()
            self._queue = Queue(self.house.jobs, todo, self.changed.emit, self._finish)
            self._queue.go_on()
            self.changed.emit()

    def _finish(self, results: tuple[Result, ...]) -> None:
        """All is done: tell it, and see what is true now."""
        self.house.shelf.refresh(self._read_again)
        if self._queue is None:
            return
        self._queue, self._chosen = None, frozenset()
        self._results, self._page = results, RESULT
        self.changed.emit()

    def _read_again(self) -> None:
        if self._watch.is_on:
            self._read()

    # What QML shows.

    @property
    def _offer(self) -> Offer | None:
        return next((each for each in self._survey.offers if each.file == self._file), None)

    @property
    def _wanted(self) -> list[Offer]:
        if self._chosen:
            return [each for each in self._survey.offers if each.file in self._chosen]
        return [each for each in self._survey.offers if each.state is State.NEW]

    def _told(self, remark: Remark) -> str:
        return told(remark, self.house.translator)

    @Property(str, notify=changed)
    def page(self) -> str:
        """What is shown: `waiting`, `sticks`, `list`, `lesson`, `result` or `kept`."""
        return self._page

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        """Whether the stick is being looked at."""
        return self._reading and self._stick is not None

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether files are being copied."""
        return self.is_busy

    @Property(int, notify=changed)
    def total(self) -> int:
        """How many are being copied."""
        return self._queue.total if self._queue else 0

    @Property(int, notify=changed)
    def done(self) -> int:
        """How many of them are."""
        return len(self._queue.results) if self._queue else 0

    @Property(list, notify=changed)
    def sticks(self) -> list[dict[str, str]]:
        """Those that are plugged in: `place`, `name`."""
        return [{"place": str(each.path), "name": each.name} for each in self._sticks]

    @Property(list, notify=changed)
    def lessons(self) -> list[dict[str, object]]:
        """Those of the stick, what is new first."""
        return [
            row_of(each, self.house.translator, chosen=each.file in self._chosen)
            for each in self._survey.offers
        ]

    @Property(str, notify=changed)
    def note(self) -> str:
        """What is to be told of the stick as a whole."""
        return " ".join(map(self._told, self._survey.remarks))

    @Property(int, notify=changed)
    def wanted(self) -> int:
        """How many the large button takes over."""
        return len(self._wanted)

    @Property(bool, notify=changed)
    def anyChosen(self) -> bool:
        """Whether some were chosen by hand."""
        return bool(self._chosen)

    @Property("QVariantMap", notify=changed)
    def lesson(self) -> dict[str, object]:
        """The lesson that is shown, with `playable`; empty when it is gone."""
        offer = self._offer
        if offer is None:
            return {}
        row = row_of(offer, self.house.translator, chosen=False)
        return {**row, "playable": offer.lesson is not None}

    @Property(list, notify=changed)
    def findings(self) -> list[dict[str, object]]:
        """What is to be told of it: `what`, `ok`, `sentence`."""
        language = self.house.visit.visit.language
        offer = self._offer
        return findings_of(offer, language, self.house.translator) if offer else []

    @Property(list, notify=changed)
    def results(self) -> list[dict[str, object]]:
        """What became of what was last done: `what`, `ok`, `sentence`."""
        return [
            {"what": each.title, "ok": each.ok, "sentence": self._told(each.remark)}
            for each in self._results
        ]

    @Property(list, notify=changed)
    def kept(self) -> list[dict[str, str]]:
        """What can be taken back, the latest first: `name`, `title`, `note`."""
        return [kept_row(each, self.house.translator) for each in self._kept]


ROOM = StickRoomModel
