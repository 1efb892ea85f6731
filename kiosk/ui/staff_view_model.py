"""The staff's door and what lies behind it, as QML sees it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import prompts
from kiosk.domain.line import Line
from kiosk.staff.pin import PinFile, PinRecord, after_try, matches
from kiosk.ui.clock import Clock
from kiosk.ui.jobs import Jobs

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

LONGEST_PIN = 12
COUNT_MS = 500


@QmlElement
@QmlUncreatable("made by the visit")
class StaffViewModel(QObject):
    """Takes the PIN digit by digit, and tells the staff what ails the kiosk."""

    changed = Signal()
    roomChanged = Signal()
    letIn = Signal()
    leave = Signal()
    restart = Signal()
    """The kiosk is to be started anew."""

    def __init__(self, pin_file: PinFile, clock: Clock, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._pin_file = pin_file
        self._clock = clock
        self._jobs = jobs
        self._digits = ""
        self._checking = False
        self._refused = False
        self._inside = False
        self._waits_since_s = clock.now_s()
        self._record: PinRecord | None = None
        self._troubles: tuple[str, ...] = ()
        self._doors: Mapping[str, tuple[type[QObject], Path]] = {}
        self._made: dict[str, QObject] = {}
        self._make: Callable[[type[QObject]], QObject] = lambda kind: kind(self)
        self._room = ""
        self._countdown = QTimer(self, interval=COUNT_MS)
        self._countdown.timeout.connect(self._count_down)

    def open_door(self) -> None:
        """Begin with no digits; the record is read anew."""
        self._digits = ""
        self._refused = False
        self._inside = False
        self._record = self._read_record()
        self._countdown.start()
        self.changed.emit()

    def close_door(self) -> None:
        """Forget what was typed, and leave every room."""
        self._digits = ""
        self._inside = False
        self._countdown.stop()
        self._leave_room()
        self.changed.emit()

    def furnish(
        self,
        doors: Mapping[str, tuple[type[QObject], Path]],
        make: Callable[[type[QObject]], QObject],
    ) -> None:
        """Offer these rooms by name: what each is, and the QML file that shows it."""
        self._doors = doors
        self._make = make
        self.changed.emit()

    def go_back(self) -> bool:
        """One page or room back; False when no room is open."""
        if not self._room:
            return False
        if not self._made[self._room].go_back():
            self._leave_room()
        return True

    def hear_again(self) -> bool:
        """Say again what was said in the room that is open; False when there is nothing."""
        return bool(self._room) and self._made[self._room].hear_again()

    @property
    def is_busy(self) -> bool:
        """Whether the room that is open works and must not be left alone."""
        return bool(self._room) and self._made[self._room].is_busy

    @property
    def where(self) -> Line:
        """Where staff are: what is told there when somebody wants to hear it again."""
        if self._room:
            return Line(self._doors[self._room][0].title)
        return prompts.STAFF_AREA if self._inside else prompts.STAFF_DOOR

    def show_troubles(self, troubles: Sequence[str]) -> None:
        """What the staff should know: broken lessons, a silent voice."""
        self._troubles = tuple(troubles)
        self.changed.emit()

    def _read_record(self) -> PinRecord | None:
        try:
            return self._pin_file.read()
        except (OSError, ValueError):
            return None

    def _remaining_s(self) -> int:
        if self._record is None:
            return 0
        waited_s = self._clock.now_s() - self._waits_since_s
        return max(0, round(self._record.wait_s - waited_s + 0.5))

    def _count_down(self) -> None:
        if self._record and self._record.wait_s:
            self.changed.emit()

    @Slot(str)
    def type(self, digit: str) -> None:
        """A digit was touched."""
        if len(self._digits) < LONGEST_PIN and not self._checking:
            self._digits += digit
            self._refused = False
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """The last digit was taken back."""
        self._digits = self._digits[:-1]
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        """All digits were typed."""
        record, digits = self._record, self._digits
        if record is None or not digits or self._checking or self._remaining_s():
            return
        self._checking = True
        self._digits = ""
        self._keep(after_try(record, right=False))  # counted before, so that no plug undoes it
        self._jobs.run(lambda: matches(record, digits), self._checked)

    def _keep(self, record: PinRecord) -> None:
        self._record = record
        self._waits_since_s = self._clock.now_s()
        try:
            self._pin_file.write(record)
        except OSError:
            log.exception("the PIN's record could not be written")
        self.changed.emit()

    def _checked(self, right: bool) -> None:  # noqa: FBT001 - the result of a job
        self._checking = False
        if right and self._record:
            self._keep(after_try(self._record, right=True))
        self._refused = not right
        self.changed.emit()
        if right:
            self._inside = True
            self.letIn.emit()

    @Slot(str)
    def openRoom(self, name: str) -> None:
        """A room's door was touched."""
        self._leave_room()
        if name not in self._made:
            self._made[name] = self._make(self._doors[name][0])
        self._room = name
        self._made[name].enter()
        self.roomChanged.emit()

    def _leave_room(self) -> None:
        room, self._room = self._room, ""
        if room:
            self._made[room].leave()
            self.roomChanged.emit()

    @Slot()
    def leaveKiosk(self) -> None:
        """Staff leave for the desktop."""
        self.leave.emit()

    @Property(int, notify=changed)
    def typed(self) -> int:
        """How many digits were typed; which ones is nobody's business."""
        return len(self._digits)

    @Property(bool, notify=changed)
    def checking(self) -> bool:
        """Whether the PIN is being checked."""
        return self._checking

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        """Whether the last PIN was not right."""
        return self._refused

    @Property(bool, notify=changed)
    def hasPin(self) -> bool:
        """Whether a PIN was set on this machine."""
        return self._record is not None

    @Property(int, notify=changed)
    def waitSeconds(self) -> int:
        """How long to wait before the next try, in seconds."""
        return self._remaining_s()

    @Property(list, notify=changed)
    def troubles(self) -> list[str]:
        """Sentences on what ails the kiosk."""
        return list(self._troubles)

    @Property(list, notify=changed)
    def rooms(self) -> list[dict[str, str]]:
        """The doors: `name`, `title` in Vietnamese, `icon`."""
        return [
            {"name": name, "title": kind.title, "icon": kind.icon}
            for name, (kind, _) in self._doors.items()
        ]

    @Property(QObject, notify=roomChanged)
    def room(self) -> QObject | None:
        """The room that is open."""
        return self._made.get(self._room)

    @Property(str, notify=roomChanged)
    def roomTitle(self) -> str:
        """What the open room is called, in Vietnamese."""
        door = self._doors.get(self._room)
        return door[0].title if door else ""

    @Property(QUrl, notify=roomChanged)
    def roomView(self) -> QUrl:
        """The QML file that shows the open room; empty when none is."""
        door = self._doors.get(self._room)
        return QUrl.fromLocalFile(str(door[1])) if door else QUrl()
