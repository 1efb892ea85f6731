"""The tiles of the page of lessons: one per lesson, and one for all lessons of a series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.domain.lesson import LessonHead


SERIES = "series:"
"""The prefix of the names of series tiles."""


@dataclass(frozen=True, slots=True)
class HomeTile:
    name: str
    """The ID of the lesson, or SERIES and the name of the series."""
    head: LessonHead
    """The head of the lesson, or of the first lesson of the series."""
    lessons: tuple[str, ...]
    """The IDs of the lessons of the tile."""

    @property
    def is_series(self) -> bool:
        """True when the tile opens the lessons of a series."""
        return self.name.startswith(SERIES)

    @property
    def title(self) -> str:
        """The title of the tile, in Vietnamese."""
        series = self.head.series
        return series.title if series and self.is_series else self.head.title


def home_tiles(heads: Mapping[str, LessonHead], series: str = "") -> tuple[HomeTile, ...]:
    """Returns the tiles in the order of the lessons; of an open series, its lessons only.

    A series with only one existing lesson is shown as that lesson.
    """
    parts: dict[str, list[str]] = {}
    for name, head in heads.items():
        if head.series:
            parts.setdefault(head.series.of, []).append(name)
    if series:
        return tuple(
            HomeTile(name, heads[name], (name,)) for name in _in_order(heads, parts, series)
        )
    tiles: dict[str, HomeTile] = {}
    for name, head in heads.items():
        of = head.series.of if head.series else ""
        if of and len(parts[of]) > 1:
            lessons = _in_order(heads, parts, of)
            tiles.setdefault(SERIES + of, HomeTile(SERIES + of, heads[lessons[0]], lessons))
        else:
            tiles[name] = HomeTile(name, head, (name,))
    return tuple(tiles.values())


def _in_order(
    heads: Mapping[str, LessonHead], parts: Mapping[str, list[str]], series: str
) -> tuple[str, ...]:
    def part(name: str) -> int:
        series = heads[name].series
        return series.part if series else 0

    return tuple(sorted(parts.get(series, ()), key=part))
