"""The page of lessons as QML sees it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.lesson import LessonHead
from kiosk.player.visit import TILES_A_PAGE, pages_for
from kiosk.ui.translator import Translator

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the visit")
class HomeViewModel(QObject):
    """At most six tiles, one for each lesson."""

    changed = Signal()
    chosen = Signal(str)
    """The id of the lesson whose tile was touched."""

    def __init__(self, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._translator = translator
        self._lessons: Sequence[tuple[str, LessonHead]] = ()
        self._page = 0

    @property
    def count(self) -> int:
        """How many lessons there are."""
        return len(self._lessons)

    def show_lessons(self, heads: Mapping[str, LessonHead]) -> None:
        """Offer the lessons of these heads, by id, in this order."""
        self._lessons = tuple(heads.items())
        self.changed.emit()

    def show_page(self, page: int) -> None:
        """Turn to a page of tiles, counted from 0."""
        if page != self._page:
            self._page = page
            self.changed.emit()

    def retranslate(self) -> None:
        """Show the tiles in the language that the translator has now."""
        self.changed.emit()

    def _shown(self) -> Sequence[tuple[str, LessonHead]]:
        first = self._page * TILES_A_PAGE
        return self._lessons[first : first + TILES_A_PAGE]

    @Property(list, notify=changed)
    def tiles(self) -> list[dict[str, object]]:
        """Each tile: `name`, `title`, `number`, `icon`, `minutes`."""
        return [
            {
                "name": name,
                "title": self._translator.shown(head.title),
                "number": str(head.number),
                "icon": head.icon,
                "minutes": head.minutes,
            }
            for name, head in self._shown()
        ]

    @Property(int, notify=changed)
    def pageNumber(self) -> int:
        """Which page of tiles, from 1."""
        return self._page + 1

    @Property(int, notify=changed)
    def pageCount(self) -> int:
        """How many pages of tiles there are."""
        return pages_for(len(self._lessons))

    @Slot(str)
    def choose(self, name: str) -> None:
        """A tile was touched."""
        self.chosen.emit(name)
