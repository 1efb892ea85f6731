"""The lessons that need somebody."""

from collections.abc import Iterator

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.age import grown_old
from kiosk.content.inspection import today
from kiosk.content.problems import START, Problem, problem_at
from kiosk.content.wording import hint_of, message_of
from kiosk.domain.marked import marked
from kiosk.rooms.house import House
from kiosk.rooms.room import Room

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

WORDED = ("vi", "en")
#: In the staff's room of lessons: where in a lesson's file a mistake is; %1 is a number.
LINE = marked("Dòng %1")


@QmlElement
@QmlUncreatable("made when its door is opened")
class LessonsRoomModel(Room):
    """Files with mistakes, with what is wrong; lessons whose facts are old."""

    title = marked("Bài cần sửa")
    icon = "list"
    order = 70

    changed = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        house.shelf.changed.connect(self.changed)

    def enter(self) -> None:
        """A day may have passed."""
        self.changed.emit()

    def _told(self, problem: Problem) -> str:
        language = self.house.visit.visit.language
        language = language if language in WORDED else WORDED[0]
        message, hint = message_of(problem, language), hint_of(problem, language)
        return f"{message[:1].upper()}{message[1:]}{f' ({hint})' if hint else ''}"

    def _broken(self) -> Iterator[dict[str, object]]:
        for broken in self.house.shelf.library.broken:
            problem = broken.problems[0]
            line = self.house.translator.shown(LINE).replace("%1", str(problem.line))
            sentence = f"{line}: {self._told(problem)}"
            yield {"what": broken.path.name, "ok": False, "sentence": sentence}

    def _old(self) -> Iterator[dict[str, object]]:
        heads = self.house.shelf.library.heads
        for name, days in grown_old(heads, today()):
            problem = problem_at(name, START, "checked_long_ago", days=str(days))
            what = f"{heads[name].number}. {self.house.translator.shown(heads[name].title)}"
            yield {"what": what, "ok": False, "sentence": self._told(problem)}

    @Property(list, notify=changed)
    def findings(self) -> list[dict[str, object]]:
        """Each with `what`, `ok` and `sentence`; broken ones first."""
        return [*self._broken(), *self._old()]

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many lessons are taught."""
        return len(self.house.shelf.library.heads)


ROOM = LessonsRoomModel
