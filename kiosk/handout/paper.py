"""The papers: how large they are, and how large things are on them."""

from dataclasses import dataclass

from kiosk.domain.settings import Paper

ENDLESS = float("inf")


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of paper, and how it is divided."""

    width_mm: float
    height_mm: float
    margin_mm: float
    columns: int = 1
    column_gap_mm: float = 8
    black_only: bool = False
    most_pages: int | None = None
    """Things become smaller until so many pages hold them; None where it does not matter."""

    @property
    def inner_mm(self) -> float:
        """The width between the margins."""
        return self.width_mm - 2 * self.margin_mm

    @property
    def column_mm(self) -> float:
        """The width of a column."""
        return (self.inner_mm - (self.columns - 1) * self.column_gap_mm) / self.columns

    @property
    def is_roll(self) -> bool:
        """Whether it is as long as what stands on it."""
        return self.height_mm == ENDLESS


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large letters and phones are."""

    body_pt: float
    phone_mm: float
    title_pt: float = 28
    heading_pt: float = 18
    small_pt: float = 12

    @property
    def other_pt(self) -> float:
        """Letters of the second language: a little smaller, and never below the large print."""
        return max(LARGE_PRINT_PT, self.body_pt - 1)


LARGE_PRINT_PT = 14

FORMS = {
    Paper.A4: Form(210, 297, 12, columns=2, most_pages=2),
    Paper.A5: Form(148, 210, 10),
    Paper.RECEIPT: Form(80, ENDLESS, 4, black_only=True),
}

SIZES: dict[Paper, tuple[Sizes, ...]] = {
    Paper.A4: (
        Sizes(17, 46),
        Sizes(16, 42),
        Sizes(16, 38),
        Sizes(15, 36),
        Sizes(14, 34),
        Sizes(14, 31),
        Sizes(14, 28),
    ),
    Paper.A5: (Sizes(14, 36, title_pt=22, heading_pt=16),),
    Paper.RECEIPT: (Sizes(14, 54, title_pt=20, heading_pt=16),),
}
"""For each paper, from the largest on; the first that needs no more pages than wanted is taken."""
