"""What must be true of every page: nothing outside the margins, nothing upon something else."""

from collections.abc import Iterator
from itertools import combinations

from kiosk.handout.pieces import Badge, Frame, Line, Page, Pages, Placed, Text

NEARLY_MM = 0.05


def outside(pages: Pages, margin_mm: float) -> list[Placed]:
    """What does not lie between the margins."""
    right_mm, bottom_mm = pages.width_mm - margin_mm, pages.height_mm - margin_mm
    return [
        placed
        for page in pages.pages
        for placed in page
        if min(placed.x_mm, placed.y_mm) < margin_mm - NEARLY_MM - _thickness(placed)
        or placed.right_mm > right_mm + NEARLY_MM + _thickness(placed)
        or placed.bottom_mm > bottom_mm + NEARLY_MM + _thickness(placed)
    ]


def _thickness(placed: Placed) -> float:
    """Lines may stand astride a margin."""
    return min(placed.width_mm, placed.height_mm) if isinstance(placed.piece, Line) else 0


def overlaps(pages: Pages) -> list[tuple[Placed, Placed]]:
    """What lies upon something else."""
    return [pair for page in pages.pages for pair in _overlaps_on(page)]


def _overlaps_on(page: Page) -> Iterator[tuple[Placed, Placed]]:
    solid = [placed for placed in page if not isinstance(placed.piece, Frame | Line)]
    for one, other in combinations(solid, 2):
        if _meet(one, other) and not _stands_in_indent(one, other):
            yield one, other


def _meet(one: Placed, other: Placed) -> bool:
    return (
        one.x_mm < other.right_mm - NEARLY_MM
        and other.x_mm < one.right_mm - NEARLY_MM
        and one.y_mm < other.bottom_mm - NEARLY_MM
        and other.y_mm < one.bottom_mm - NEARLY_MM
    )


def _stands_in_indent(badge: Placed, text: Placed) -> bool:
    """A number may stand where the first line of its words has not yet begun."""
    if not (isinstance(badge.piece, Badge) and isinstance(text.piece, Text)):
        return False
    ends_mm = text.x_mm + text.piece.indent_mm
    first_mm = text.y_mm + text.piece.letters.size_pt * 25.4 / 72 * 1.6
    return badge.right_mm <= ends_mm and badge.bottom_mm <= first_mm + NEARLY_MM


def texts(pages: Pages) -> Iterator[Placed]:
    """All words, in their places."""
    return (placed for page in pages.pages for placed in page if isinstance(placed.piece, Text))
