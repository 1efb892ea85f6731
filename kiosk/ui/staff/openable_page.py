"""The interface of the pages of the staff area, and their tiles."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject


class OpenablePage(QObject):
    """A page of the staff area, which staff open and leave."""

    title: ClassVar[str]
    """The title of its tile, in Vietnamese, marked with `gettext_noop`."""
    icon: ClassVar[str]

    @property
    def is_busy(self) -> bool:
        """True during work such as recording, which delays the idle timeout of the staff area."""
        return False

    def enter(self) -> None:
        """Called when the page is opened; updates what it shows."""

    def leave(self) -> None:
        """Called when the page is left, by staff or by the idle timeout; stops running work."""

    def go_back(self) -> bool:
        """Handles the back button; returns False when the page itself has nothing to go back to."""
        return False

    def hear_again(self) -> bool:
        """Handles the repeat button; returns False to have the page's title spoken instead."""
        return False


@dataclass(frozen=True, slots=True)
class StaffTile:
    """A page as registered in the staff area: its class, its QML file and its factory."""

    kind: type[OpenablePage]
    view: Path
    make: Callable[[], OpenablePage]


@dataclass(frozen=True, slots=True)
class StaffTileRow:
    """A tile as it is shown; `title` is Vietnamese."""

    name: str
    title: str
    icon_name: str
