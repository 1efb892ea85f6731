"""Tiles to the staff's pages."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.ui.staff.openable_page import OpenablePage


@dataclass(frozen=True, slots=True)
class StaffTile:
    """How staff come to a page: what it is, the QML file that shows it, and how it is made."""

    kind: type[OpenablePage]
    view: Path
    make: Callable[[], OpenablePage]


@dataclass(frozen=True, slots=True)
class StaffTileRow:
    """A tile as it is shown; `title` is Vietnamese."""

    name: str
    title: str
    icon_name: str
