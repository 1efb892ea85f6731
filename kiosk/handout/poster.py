"""The poster of all lessons for the wall, and a set of cards: one lesson, one card."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.lesson import LessonHead
from kiosk.handout import words
from kiosk.handout.layout import BAND_MM
from kiosk.handout.paper import Form, Sizes
from kiosk.handout.pieces import (
    NOTHING,
    Band,
    Block,
    Code,
    Frame,
    Icon,
    Ink,
    Letters,
    Line,
    Measure,
    Page,
    Pages,
    Placed,
    one,
    stack,
    upon,
)
from kiosk.handout.setter import Setter
from kiosk.qr.payload import lesson_payload

PAD_MM = 2.0
HEAD_GAP_MM = 6.0
ROUNDING_MM = 0.01


class Wall(StrEnum):
    """How large the poster is."""

    A3 = "a3"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is on the poster."""

    heads: Sequence[LessonHead]
    centre: str
    web_address: str | None = None

    def code(self, head: LessonHead) -> str:
        """What the code of a lesson says."""
        return lesson_payload(head.number, self.web_address)

    @property
    def how(self) -> str:
        """How a lesson is opened."""
        return words.POSTER_HOW_AT_HOME if self.web_address else words.POSTER_HOW


@dataclass(frozen=True, slots=True)
class Grid:
    """So many cells side by side."""

    form: Form
    sizes: Sizes
    columns: int
    gap_mm: float
    wide: bool = False
    """The title beside the number, not under it."""

    @property
    def cell_mm(self) -> float:
        """How wide a cell is."""
        return (self.form.inner_mm - (self.columns - 1) * self.gap_mm) / self.columns


_A3, _A4 = Form(297, 420, 15), Form(210, 297, 11)
WALLS: Mapping[Wall, tuple[Grid, ...]] = {
    Wall.A3: (
        Grid(_A3, Sizes(22, 0, 54, 24, 16), 2, 5, wide=True),
        Grid(_A3, Sizes(19, 0, 50, 22, 14), 3, 4),
        Grid(_A3, Sizes(16, 0, 46, 20, 14), 4, 4),
    ),
    Wall.A4: (
        Grid(_A4, Sizes(15, 0, 32, 15, 12), 2, 3, wide=True),
        Grid(_A4, Sizes(14, 0, 30, 15, 12), 2, 1.5, wide=True),
        Grid(_A4, Sizes(14, 0, 34, 15, 12), 3, 3),
    ),
}
"""For each size, from the largest cells on; the first that holds all lessons on a page is taken."""
CARDS = Grid(Form(210, 297, 10), Sizes(18, 0), 2, 0)
CARD_HEIGHT_MM = 55.4
"""Ten on a sheet, each 95 mm wide."""
CARD_TITLE_MM = 11.5
SMALLEST_PT = 8
MOST_STRETCH = 1.4


def poster_pages(lessons: Lessons, wall: Wall, measure: Measure) -> Pages:
    """The poster on one page where that can be, else on as many as it takes."""
    for grid in WALLS[wall]:
        setter = Setter(grid.form, grid.sizes, measure)
        head = _poster_head(lessons, setter).moved(grid.form.margin_mm, grid.form.margin_mm)
        tile_of = _wide_tile if grid.wide else _tile
        inner_mm = grid.cell_mm - 2 * PAD_MM
        tiles = [tile_of(each, lessons, setter, inner_mm) for each in lessons.heads]
        least_mm = max(tile.height_mm for tile in tiles) + 2 * PAD_MM
        rows = math.ceil(len(tiles) / grid.columns)
        room_mm = grid.form.height_mm - grid.form.margin_mm - head.height_mm - HEAD_GAP_MM
        share_mm = (room_mm - (rows - 1) * grid.gap_mm) / rows
        if share_mm >= least_mm:
            break
    height_mm = min(max(share_mm, least_mm), least_mm * MOST_STRETCH)
    cells = [_cell(tile, grid.cell_mm, height_mm) for tile in tiles]
    return _gridded(cells, grid, height_mm, head)


def card_pages(lessons: Lessons, measure: Measure) -> Pages:
    """A card for each lesson, with lines to cut along."""
    setter = Setter(CARDS.form, CARDS.sizes, measure)
    cards = [_card(head, lessons, setter) for head in lessons.heads]
    pages = _gridded(cards, CARDS, CARD_HEIGHT_MM, NOTHING)
    cut = [(*page, *_cut_lines()) for page in pages.pages]
    return Pages(pages.width_mm, pages.height_mm, cut)


def _poster_head(lessons: Lessons, setter: Setter) -> Block:
    width_mm, sizes = setter.form.inner_mm, setter.sizes
    title = Letters(sizes.title_pt, bold=True, ink=Ink.LEAD, centred=True)
    how = Letters(sizes.heading_pt, centred=True)
    centre = Letters(sizes.small_pt, ink=Ink.FAINT, centred=True)
    return stack(
        (
            one(Band(), 0, 0, width_mm, BAND_MM * 1.6),
            setter.text(words.POSTER, setter.fitting(words.POSTER, title, width_mm), width_mm),
            setter.text(lessons.how, how, width_mm),
            setter.text(lessons.centre, centre, width_mm),
        ),
        2,
    )


def _cell(tile: Block, width_mm: float, height_mm: float) -> Block:
    """A frame with a tile in its middle."""
    frame = one(Frame(Ink.HAIR), 0, 0, width_mm, height_mm)
    return upon(frame, tile.moved(PAD_MM, (height_mm - tile.height_mm) / 2))


def _tile(
    head: LessonHead,
    lessons: Lessons,
    setter: Setter,
    width_mm: float,
    title_mm: float = math.inf,
) -> Block:
    """Above: icon, number, code. Below: the title."""
    code_mm = min(34.0, width_mm * 0.36)
    icon_mm = code_mm * 0.62
    number_mm = width_mm - code_mm - icon_mm - 2
    digits = str(head.number)
    huge = Letters(setter.sizes.body_pt * 2.6, bold=True, centred=True, digits=True)
    letters = setter.fitting(digits, huge, number_mm)
    number = setter.text(digits, letters, number_mm)
    middle_mm = code_mm / 2
    top = upon(
        one(Icon(head.icon), 0, middle_mm - icon_mm / 2, icon_mm, icon_mm),
        number.moved(icon_mm + 1, middle_mm - number.height_mm / 2),
        one(Code(lessons.code(head)), width_mm - code_mm, 0, code_mm, code_mm),
    )
    return stack((top, _title(head, setter, width_mm, title_mm)), 1)


def _title(head: LessonHead, setter: Setter, width_mm: float, highest_mm: float) -> Block:
    """The title, in smaller letters where it would else be too high."""
    size_pt = setter.sizes.body_pt
    while True:
        letters = Letters(size_pt, bold=True, ink=Ink.LEAD, centred=True)
        title = setter.text(head.title, letters, width_mm)
        if title.height_mm <= highest_mm or size_pt <= SMALLEST_PT:
            return title
        size_pt -= 1


def _wide_tile(head: LessonHead, lessons: Lessons, setter: Setter, width_mm: float) -> Block:
    """Icon, number, title and code side by side."""
    code_mm, icon_mm, number_mm = width_mm * 0.18, width_mm * 0.1, width_mm * 0.19
    title_mm = width_mm - code_mm - icon_mm - number_mm - 3
    digits = str(head.number)
    huge = Letters(setter.sizes.body_pt * 2, bold=True, centred=True, digits=True)
    number = setter.text(digits, setter.fitting(digits, huge, number_mm - 3), number_mm)
    letters = Letters(setter.sizes.body_pt, bold=True, ink=Ink.LEAD)
    title = setter.text(head.title, letters, title_mm)
    height_mm = max(code_mm, number.height_mm, title.height_mm)
    return upon(
        one(Icon(head.icon), 0, (height_mm - icon_mm) / 2, icon_mm, icon_mm),
        number.moved(icon_mm, (height_mm - number.height_mm) / 2),
        title.moved(icon_mm + number_mm + 2, (height_mm - title.height_mm) / 2),
        one(
            Code(lessons.code(head)),
            width_mm - code_mm,
            (height_mm - code_mm) / 2,
            code_mm,
            code_mm,
        ),
    )


def _card(head: LessonHead, lessons: Lessons, setter: Setter) -> Block:
    pad_mm = 5.0
    inner_mm = CARDS.cell_mm - 2 * pad_mm
    letters = Letters(setter.sizes.small_pt, ink=Ink.FAINT, centred=True)
    centre = setter.fitting(lessons.centre, letters, inner_mm - 1)
    inside = stack(
        (
            one(Band(), 0, 0, inner_mm, 3),
            _tile(head, lessons, setter, inner_mm, CARD_TITLE_MM),
            setter.text(lessons.centre, centre, inner_mm),
        ),
        1,
    )
    return inside.moved(pad_mm, (CARD_HEIGHT_MM - inside.height_mm) / 2)


def _gridded(cells: Sequence[Block], grid: Grid, height_mm: float, head: Block) -> Pages:
    """The cells row by row, all of one height, on as many pages as it takes."""
    form = grid.form
    page = head
    y_mm = head.height_mm + HEAD_GAP_MM if head.pieces else form.margin_mm
    pages: list[Page] = []
    for at in range(0, len(cells), grid.columns):
        if y_mm + height_mm > form.height_mm - form.margin_mm + ROUNDING_MM:
            pages.append(page.pieces)
            page, y_mm = NOTHING, form.margin_mm
        for column, cell in enumerate(cells[at : at + grid.columns]):
            x_mm = form.margin_mm + column * (grid.cell_mm + grid.gap_mm)
            page = upon(page, cell.moved(x_mm, y_mm))
        y_mm += height_mm + grid.gap_mm
    return Pages(form.width_mm, form.height_mm, (*pages, page.pieces))


def _cut_lines() -> Iterator[Placed]:
    """Where scissors go: around all cards of a sheet, and between them."""
    form, thin_mm = CARDS.form, 0.3
    rows = int((form.height_mm - 2 * form.margin_mm + ROUNDING_MM) / CARD_HEIGHT_MM)
    long_mm = rows * CARD_HEIGHT_MM
    for column in range(CARDS.columns + 1):
        x_mm = form.margin_mm + column * CARDS.cell_mm - thin_mm / 2
        yield Placed(Line(dotted=True), x_mm, form.margin_mm, thin_mm, long_mm)
    for row in range(rows + 1):
        y_mm = form.margin_mm + row * CARD_HEIGHT_MM - thin_mm / 2
        yield Placed(Line(dotted=True), form.margin_mm, y_mm, form.inner_mm, thin_mm)
