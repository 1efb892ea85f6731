"""What ails the kiosk."""

import json
import sys
from collections.abc import Mapping

from PySide6.QtCore import Property, QObject, QProcess, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.marked import marked
from kiosk.rooms.house import House
from kiosk.rooms.room import Room
from kiosk.ui.own_process import own_process

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

LEAVE_MS = 2000
WORDED = ("vi", "en")
"""The languages in which the check-up can tell what it found."""


@QmlElement
@QmlUncreatable("made when its door is opened")
class HealthRoomModel(Room):
    """Tells what ails the kiosk: what it has noticed, and what a check-up finds."""

    title = marked("Tình trạng máy")
    icon = "health"
    order = 80

    changed = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        self._found: list[dict[str, object]] = []
        self._checkup: QProcess | None = None
        house.staff.changed.connect(self.changed)

    def enter(self) -> None:
        """Begin with a check-up."""
        self.checkAgain()

    def leave(self) -> None:
        """A check-up that goes on is broken off."""
        checkup, self._checkup = self._checkup, None
        self._found = []
        if checkup:
            checkup.readyReadStandardOutput.disconnect(self._take)
            checkup.finished.disconnect(self._finish)
            checkup.kill()
            checkup.waitForFinished(LEAVE_MS)
            checkup.deleteLater()

    @Slot()
    def checkAgain(self) -> None:
        """Look the machine over, in a process of its own."""
        self.leave()
        folders = self.house.folders
        language = self.house.visit.visit.language
        checkup = self._checkup = own_process(self, {"QT_QPA_PLATFORM": "offscreen"})
        checkup.readyReadStandardOutput.connect(self._take)
        checkup.finished.connect(self._finish)
        where = (folders.home, folders.state, folders.cache, folders.config)
        arguments = [*map(str, where), language if language in WORDED else WORDED[0]]
        checkup.start(sys.executable, ["-m", "kiosk.checkup", *arguments])
        self.changed.emit()

    def _take(self) -> None:
        while self._checkup and self._checkup.canReadLine():
            self._found.append(json.loads(bytes(self._checkup.readLine().data())))
        self.changed.emit()

    def _finish(self) -> None:
        self._take()
        if self._checkup:
            self._checkup.deleteLater()
            self._checkup = None
        self.changed.emit()

    @Slot()
    def startAnew(self) -> None:
        """The kiosk is to be started anew."""
        self.house.staff.restart.emit()

    @Property(bool, notify=changed)
    def checking(self) -> bool:
        """Whether a check-up goes on."""
        return self._checkup is not None

    @Property(list, notify=changed)
    def findings(self) -> list[Mapping[str, object]]:
        """What is known: `what`, `ok`, `sentence`; what is not well comes first."""
        noticed = list(self.house.staff.property("troubles"))
        told = [{"what": "", "ok": False, "sentence": sentence} for sentence in noticed]
        fresh = [each for each in self._found if each["sentence"] not in noticed]
        return [*told, *sorted(fresh, key=lambda each: bool(each["ok"]))]


ROOM = HealthRoomModel
