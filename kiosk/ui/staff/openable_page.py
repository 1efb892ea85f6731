"""The pages of the staff area and their tiles, as the staff area itself sees them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject


class OpenablePage(QObject):
    """A page that is entered and left."""

    title: ClassVar[str]
    """The word on its tile, in Vietnamese; `gettext_noop` for the translators."""
    icon: ClassVar[str]

    @property
    def is_busy(self) -> bool:
        """Whether it records, copies or the like: then the staff's area does not end by itself."""
        return False

    def enter(self) -> None:
        """The tile was opened: show what is true now."""

    def leave(self) -> None:
        """The tile was shut, by hand or because nobody was there: stop whatever goes on."""

    def go_back(self) -> bool:
        """Back was touched: go one page earlier here; False when there is none to go to."""
        return False

    def hear_again(self) -> bool:
        """Hear again was touched: say what this page says; False to have the page named."""
        return False


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
