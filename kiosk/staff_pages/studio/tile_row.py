"""The row type of the studio's choice pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StudioTileRow:
    """A tile with its progress."""

    name: str
    title: str
    icon_name: str
    number: str = ""
    recorded: int = 0
    count: int = 0
    """The total; 0 for a tile without a bar."""
