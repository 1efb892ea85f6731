"""Search for a lesson on behalf of a citizen at the counter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.folders import Folders
from kiosk.i18n.catalogue import read_catalogue
from kiosk.i18n.languages import SOURCE
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.search import SearchIndex, read_other_words
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel
from kiosk.ui.background.jobs import Lane, LatestWork, Ok, Result

MAX_FOUND = 30
"""The maximum number of search results."""
MAX_UNASKED = 120
"""The maximum number of lessons shown before typing: all supplied ones, and the centre's own."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A search result."""

    name: str
    number: str
    title: str


@qml_type
class FindPageModel(PageModel):
    """Searches lessons by the typed text and opens the chosen one."""

    title = gettext_noop("Tìm bài")
    icon = "search"
    order = 10

    changed = Signal()

    lessons = ShownList(FoundRow)
    """The search results, the best first; all lessons if nothing is typed."""

    _shows: Properties["FindPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._open = False
        self._typed = ""
        self._found: tuple[str, ...] | None = None
        self._index: SearchIndex | None = None
        self._making, self._searching = LatestWork(context.jobs), LatestWork(context.jobs)
        context.lesson_store.changed.connect(self._make_index)

    def enter(self) -> None:
        """Starts with an empty search text and all lessons."""
        self._open = True
        self._typed = ""
        self._found = None
        self._make_index()

    def leave(self) -> None:
        """Clears the search text and the index."""
        self._open = False
        self._typed = ""
        self._found = None
        self._index = None
        self._making.cancel()
        self._searching.cancel()

    def _make_index(self) -> None:
        """Builds the index off the main thread; titles in other languages are added afterwards."""
        if not self._open:
            return
        heads, folders = self.context.lesson_store.library.heads, self.context.folders
        known = self.context.visit.languageChoice.known
        codes = self.context.settings().languages.in_order(known)
        others = [code for code in codes if code != SOURCE]

        def index(titles: Mapping[str, str]) -> SearchIndex:
            return SearchIndex(heads, titles, read_other_words(*folders.lesson_folders))

        def add_other_titles(result: Result[SearchIndex]) -> None:
            self._take_index(result)
            if others:
                make(lambda: index(_titles(heads, folders, others)), self._take_index)

        make = partial(
            self._making.run, what=gettext_noop("xếp mục lục tìm bài"), lane=Lane.WAITED_FOR
        )
        make(lambda: index({}), add_other_titles)
        self._fill()

    def _take_index(self, result: Result[SearchIndex]) -> None:
        if isinstance(result, Ok):
            self._index = result.value
            self.lookFor(self._typed)

    @Slot(str)
    def lookFor(self, typed: str) -> None:
        self._typed = typed
        index = self._index
        if not typed.strip() or index is None:
            self._searching.cancel()
            self._take_found(Ok(None))
        else:
            self._searching.run_cancellable(
                lambda _: index.find(typed, MAX_FOUND),
                self._take_found,
                what=gettext_noop("tìm bài"),
                lane=Lane.WAITED_FOR,
            )

    def _take_found(self, result: Result[tuple[str, ...] | None]) -> None:
        """Shows the results; after a failed search, all lessons."""
        self._found = result.value if isinstance(result, Ok) else None
        self._fill()

    @Slot(str)
    def show(self, name: str) -> None:
        """Opens the lesson and leaves the staff area."""
        self.context.lesson_store.open(name, self._teach)

    @Slot()
    def showFirst(self) -> None:
        """Opens the best result; called by the Enter key."""
        if self._found:
            self.show(self._found[0])

    def _teach(self, lesson: Lesson) -> None:
        if self._open:
            self.context.staff.close_login()
            self.context.visit.open_lesson(lesson)

    nothingFound = _shows(bool, lambda self: self._found == ())
    """Whether the search has no result."""
    digits = _shows(
        int, lambda self: max((len(row.number) for row in self.lessons.rows), default=0)
    )
    """The number of digits of the longest lesson number shown."""

    def _fill(self) -> None:
        heads = self.context.lesson_store.library.heads
        names = islice(heads, MAX_UNASKED) if self._found is None else self._found
        self.lessons.show(
            [
                FoundRow(name, str(heads[name].number), heads[name].title)
                for name in names
                if name in heads
            ]
        )
        self.changed.emit()


def _titles(
    heads: Mapping[str, LessonHead], folders: Folders, languages: Iterable[str]
) -> dict[str, str]:
    """The translated titles, joined, by Vietnamese title; includes unreviewed translations."""
    books = [read_catalogue(*folders.language_folders(code), unreviewed=True) for code in languages]
    return {
        head.title: " ".join(filter(None, (book.text(head.title) for book in books)))
        for head in heads.values()
    }


PAGE = FindPageModel
