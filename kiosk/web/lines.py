"""The sentences of a lesson by number: what is written and spoken, each once."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.domain.line import Line

NONE = -1


class Lines:
    """Gives each line a number, and keeps them in that order.

    What a line is the words of (its target) does not count: the same words are one line.
    """

    def __init__(self) -> None:
        self._numbers: dict[Line, int] = {}

    def number(self, line: Line) -> int:
        """The line's number; `NONE` for silence."""
        bare = replace(line, target="", language="")
        return self._numbers.setdefault(bare, len(self._numbers)) if line else NONE

    def __iter__(self) -> Iterator[Line]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
