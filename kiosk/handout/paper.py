"""The papers: how large they are, and how large things are on them."""

from dataclasses import dataclass

from kiosk.domain.settings import Paper

ENDLESS = float("inf")
LARGE_PRINT_PT = 14
FOOT_MM = 8
"""At the foot of every page: who made it, and which page it is."""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of paper, and how it is divided."""

    width_mm: float
    height_mm: float
    margin_mm: float
    columns: int = 1
    column_gap_mm: float = 8
    black_only: bool = False

    @property
    def inner_mm(self) -> float:
        """The width between the margins."""
        return self.width_mm - 2 * self.margin_mm

    @property
    def inner_height_mm(self) -> float:
        """The height between the upper margin and the foot of the page."""
        return self.height_mm - 2 * self.margin_mm - (0 if self.is_roll else FOOT_MM)

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
    gap_mm: float = 4.5
    """Between two steps."""
    other_pt: float = LARGE_PRINT_PT
    """Letters of the second language."""
    hand_lines: int = 2
    """For staff to write on."""


FORMS = {
    Paper.A4: Form(210, 297, 11, columns=2),
    Paper.A5: Form(148, 210, 10),
    Paper.RECEIPT: Form(80, ENDLESS, 4, black_only=True),
}

_A4 = (
    Sizes(17, 46),
    Sizes(16, 42),
    Sizes(16, 38),
    Sizes(15, 36),
    Sizes(14, 34, gap_mm=3.5),
    Sizes(14, 31, gap_mm=3),
    Sizes(14, 29, title_pt=24, heading_pt=16, gap_mm=2.2, hand_lines=1),
    Sizes(14, 28, title_pt=22, heading_pt=15, gap_mm=1.8, other_pt=13, hand_lines=1),
    Sizes(14, 27, title_pt=22, heading_pt=15, small_pt=11, gap_mm=1.4, other_pt=12, hand_lines=1),
)

TRIES: dict[Paper, tuple[tuple[float, Sizes], ...]] = {
    Paper.A4: (*((1, sizes) for sizes in _A4[:5]), *((2, sizes) for sizes in _A4)),
    Paper.A5: ((ENDLESS, Sizes(14, 36, title_pt=22, heading_pt=16)),),
    Paper.RECEIPT: ((1, Sizes(14, 46, title_pt=20, heading_pt=16, gap_mm=4)),),
}
"""For each paper, from the best on: the sizes, and how many pages it may take with them."""
