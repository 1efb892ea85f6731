"""Numbers the distinct lines of a lesson."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.domain.line import Line

NONE = -1


class Lines:
    """Assigns consecutive numbers to lines.

    The target of a line is ignored: the same words have one number.
    """

    def __init__(self) -> None:
        self._numbers: dict[Line, int] = {}

    def number(self, line: Line) -> int:
        """The number of the line; `NONE` for silence."""
        bare = replace(line, target="", language="")
        return self._numbers.setdefault(bare, len(self._numbers)) if line else NONE

    def __iter__(self) -> Iterator[Line]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
