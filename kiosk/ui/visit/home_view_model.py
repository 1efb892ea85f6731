"""The view model of the page of lessons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.player.home_tiles import SERIES, HomeTile, home_tiles
from kiosk.player.visit import Visit, pages_for, tiles_of_page
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.ui.translator import Translator

if TYPE_CHECKING:
    from kiosk.domain.lesson import LessonHead


@dataclass(frozen=True, slots=True)
class HomeTileRow:
    name: str
    title: str
    number: str
    """Empty for a series."""
    icon_name: str
    minutes: int
    parts: int
    """The number of lessons in a series; 0 for a single lesson."""
    ticked: bool
    """True when all its lessons were completed in this visit."""
    voice: str
    """The language spoken in the lesson, if it must be shown; else empty."""


@qml_type
class HomeViewModel(QObject):
    """Shows at most six tiles, one per lesson or series."""

    changed = Signal()
    chosen = Signal(str)
    """The ID of the lesson whose tile was touched."""
    seriesChosen = Signal(str)
    """The name of the series whose tile was touched."""

    tiles = ShownList(HomeTileRow)

    _shows: Properties[HomeViewModel] = Properties(changed)

    def __init__(self, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._translator = translator
        self._heads: Mapping[str, LessonHead] = {}
        self._read = False
        self._tiles: Sequence[HomeTile] = ()
        self._page = 0
        self._series = ""
        self._learned: frozenset[str] = frozenset()
        self._left = ""
        self._heard = ""
        self._voice_of: Callable[[str, str], str] = lambda _language, _lesson: ""
        self.tiles.follow(self._made, self.changed)

    @property
    def count(self) -> int:
        return len(self._tiles)

    def show_lessons(self, heads: Mapping[str, LessonHead]) -> None:
        """Shows tiles for these lessons, by ID, in this order."""
        self._heads = heads
        self._read = True
        self._tiles = home_tiles(heads, self._series)
        self.changed.emit()

    def use_voices(self, voice_of: Callable[[str, str], str]) -> None:
        """Sets the function for `HomeTileRow.voice`, called with language and lesson."""
        self._voice_of = voice_of
        self.changed.emit()

    def show_visit(self, visit: Visit) -> None:
        """Shows the visit's page of tiles, its completed lessons and the unfinished one."""
        left = visit.unfinished_run.lesson.head.title if visit.unfinished_run else ""
        page = 0 if visit.series else visit.home_page
        shown = (page, visit.series, visit.learned, left, visit.heard)
        if shown != (self._page, self._series, self._learned, self._left, self._heard):
            self._page, self._series, self._learned, self._left, self._heard = shown
            self._tiles = home_tiles(self._heads, self._series)
            self.changed.emit()

    def _shown(self) -> Sequence[HomeTile]:
        return [self._tiles[at] for at in tiles_of_page(self._page, len(self._tiles))]

    @property
    def shown_titles(self) -> tuple[tuple[str, str], ...]:
        """The name and the Vietnamese title of each tile on this page."""
        return tuple((tile.name, tile.title) for tile in self._shown())

    def _made(self) -> list[HomeTileRow]:
        return [self._row_of(tile) for tile in self._shown()]

    def _row_of(self, tile: HomeTile) -> HomeTileRow:
        return HomeTileRow(
            name=tile.name,
            title=self._translator.shown(tile.title),
            number="" if tile.is_series else str(tile.head.number),
            icon_name=tile.head.icon,
            minutes=tile.head.minutes,
            parts=len(tile.lessons) if tile.is_series else 0,
            ticked=self._learned.issuperset(tile.lessons),
            voice="" if tile.is_series else self._voice_of(self._heard, tile.name),
        )

    isRead = _shows(bool, lambda self: self._read)
    """True once the lessons are read; there are no tiles before."""

    @Property(str, notify=changed)
    def series(self) -> str:
        """The title of the series whose lessons are shown; empty for all lessons."""
        shown = self._tiles[0].head.series if self._series and self._tiles else None
        return self._translator.shown(shown.title) if shown else ""

    left = _shows(str, lambda self: self._translator.shown(self._left) if self._left else "")
    """The title of the unfinished lesson that can be resumed; empty for none."""
    pageNumber = _shows(int, lambda self: self._page + 1)
    """The number of the page of tiles, from 1."""
    pageCount = _shows(int, lambda self: pages_for(len(self._tiles)))

    @Slot(str)
    def choose(self, name: str) -> None:
        if name.startswith(SERIES):
            self.seriesChosen.emit(name.removeprefix(SERIES))
        else:
            self.chosen.emit(name)

    def series_with(self, lesson: str) -> str:
        """Returns the name of the series tile of a lesson; empty when it has its own tile."""
        tiles = home_tiles(self._heads)
        return next((each.name for each in tiles if each.is_series and lesson in each.lessons), "")
