"""A tile of the studio's pages of choices."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StudioTileRow:
    """A choice, and how much of it is recorded."""

    name: str
    title: str
    icon_name: str
    number: str = ""
    recorded: int = 0
    count: int = 0
    """Of how many; 0 for a tile without a bar."""
