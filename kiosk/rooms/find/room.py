"""A citizen stands at the counter: the lesson that is wanted, in two touches."""

from collections.abc import Iterable, Mapping
from itertools import islice

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.content.search import SearchIndex
from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.domain.marked import marked
from kiosk.folders import Folders
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.rooms.house import House
from kiosk.rooms.room import Room

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


MOST = 30
"""So many lessons are shown at most; beyond them one types."""


@QmlElement
@QmlUncreatable("made when its door is opened")
class FindRoomModel(Room):
    """Takes what is typed, shows the lessons that may be meant, opens the one that is touched."""

    title = marked("Tìm bài")
    icon = "search"
    order = 10

    changed = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        self._open = False
        self._typed = ""
        self._found: tuple[str, ...] | None = None
        self._index: SearchIndex | None = None
        self._turn = 0
        house.shelf.changed.connect(self._make_index)

    def enter(self) -> None:
        """Begin with nothing typed: all lessons are shown."""
        self._open = True
        self._typed = ""
        self._found = None
        self._make_index()

    def leave(self) -> None:
        """Nothing that was typed is kept."""
        self._open = False
        self._typed = ""
        self._found = None
        self._index = None
        self._turn += 1

    def _make_index(self) -> None:
        """Read what can be searched, away from the window; titles in other languages come later."""
        if not self._open:
            return
        heads, folders = self.house.shelf.library.heads, self.house.folders
        known = self.house.visit.tongues.known
        codes = self.house.settings().languages.in_order(known)
        others = [code for code in codes if code != SOURCE]
        run = self.house.jobs.run
        run(lambda: SearchIndex(heads), self._take_index)
        if others:
            run(lambda: SearchIndex(heads, _titles(heads, folders, others)), self._take_index)
        self.changed.emit()

    def _take_index(self, index: SearchIndex) -> None:
        if self._open:
            self._index = index
            self.lookFor(self._typed)

    @Slot(str)
    def lookFor(self, typed: str) -> None:
        """Another letter was typed."""
        self._typed = typed
        self._turn += 1
        turn, index = self._turn, self._index
        if not typed.strip() or index is None:
            self._take_found(turn, None)
        else:
            self.house.jobs.run(
                lambda: index.find(typed, MOST), lambda found: self._take_found(turn, found)
            )

    def _take_found(self, turn: int, found: tuple[str, ...] | None) -> None:
        if turn == self._turn:
            self._found = found
            self.changed.emit()

    @Slot(str)
    def show(self, name: str) -> None:
        """A lesson was touched: the screen is the citizen's again."""
        self.house.shelf.open(name, self._teach)

    @Slot()
    def showFirst(self) -> None:
        """Enter was struck: the likeliest lesson is meant."""
        if self._found:
            self.show(self._found[0])

    def _teach(self, lesson: Lesson) -> None:
        if self._open:
            self.house.staff.close_door()
            self.house.visit.open_lesson(lesson)

    @Property(bool, notify=changed)
    def nothingFound(self) -> bool:
        """Whether something was typed that no lesson answers."""
        return self._found == ()

    @Property(list, notify=changed)
    def lessons(self) -> list[dict[str, str]]:
        """The lessons that may be meant, the likeliest first: `name`, `number`, `title`."""
        heads = self.house.shelf.library.heads
        names = islice(heads, MOST) if self._found is None else self._found
        return [
            {"name": name, "number": str(heads[name].number), "title": heads[name].title}
            for name in names
            if name in heads
        ]


def _titles(
    heads: Mapping[str, LessonHead], folders: Folders, languages: Iterable[str]
) -> dict[str, str]:
    """The titles in these languages, by the Vietnamese ones; unconfirmed ones are good enough."""
    books = [read_catalogue(folders.translations / code, unreviewed=True) for code in languages]
    return {
        head.title: " ".join(filter(None, (book.text(head.title) for book in books)))
        for head in heads.values()
    }


ROOM = FindRoomModel
