"""Three-way merge of two people's changes of a text, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Lines `begin` to `end` (exclusive) of the base text, and their replacement."""

    begin: int
    end: int
    lines: tuple[str, ...]

    def meets(self, other: "_Hunk") -> bool:
        """Whether both hunks overlap or are adjacent."""
        return self.begin <= other.end and other.begin <= self.end


def merged(base: str, mine: str, theirs: str) -> str | None:
    """The text with both changes; None when they conflict."""
    common = base.splitlines(keepends=True)
    ours, others = list(_hunks(common, mine)), list(_hunks(common, theirs))
    for hunk in ours:
        if any(hunk.meets(other) and hunk != other for other in others):
            return None
    lines = list(common)
    for hunk in sorted({*ours, *others}, key=lambda each: (each.begin, each.end), reverse=True):
        lines[hunk.begin : hunk.end] = hunk.lines
    return "".join(lines)


def _hunks(common: list[str], text: str) -> Iterator[_Hunk]:
    lines = text.splitlines(keepends=True)
    matcher = SequenceMatcher(None, common, lines, autojunk=False)
    for sort, begin, end, first, last in matcher.get_opcodes():
        if sort != "equal":
            yield _Hunk(begin, end, tuple(lines[first:last]))
