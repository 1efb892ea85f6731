"""Lets blocks flow down columns and from page to page."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.handout.paper import Form
from kiosk.handout.pieces import NOTHING, Block, Line, Page, Pages, one, upon

NEARER_MM = 1.0


def part_gap_mm(gap_mm: float) -> float:
    """The room between what flows, with this between its blocks, and what stands above or below."""
    return gap_mm + 0.8


@dataclass(frozen=True, slots=True)
class Parts:
    """What is to be laid on pages, in this order."""

    head: Sequence[Block]
    """Blocks as wide as the page; the last of them stays with what flows below it."""
    flowing: Sequence[Block]
    tail: Sequence[Block]
    """Blocks as wide as the page, under the columns of the last page."""
    running_head: Block = NOTHING
    """What stands at the top of every page but the first."""


@dataclass(frozen=True, slots=True)
class _Area:
    """Where columns may stand on a page."""

    top_mm: float
    bottom_mm: float

    @property
    def height_mm(self) -> float:
        return self.bottom_mm - self.top_mm


class Flow:
    """Fills page after page."""

    def __init__(self, form: Form, gap_mm: float, parts: Parts) -> None:
        self._form = form
        self._gap_mm = gap_mm
        self._part_gap_mm = part_gap_mm(gap_mm)
        self._parts = parts
        self._pages: list[Block] = []

    def lay(self) -> Pages:
        """The pages, without their feet."""
        parts = self._parts
        waiting = list(parts.flowing)
        page = NOTHING
        for at, block in enumerate(parts.head, start=1):
            follows = at == len(parts.head) and waiting
            with_mm = self._part_gap_mm + waiting[0].height_mm if follows else 0
            page = self._with_block(page, block, with_mm)
        page = self._with_flowing(page, waiting)
        for block in parts.tail:
            page = self._with_block(page, block)
        self._pages.append(page)
        return self._all()

    def _with_flowing(self, page: Block, waiting: list[Block]) -> Block:
        """The page on which the last of these blocks stands; those before are put away."""
        while True:
            area = self._area_below(page)
            columns = self._balanced(waiting, area.height_mm)
            if columns is not None:
                return self._with_columns(page, columns, area)
            columns = self._filled(waiting, area.height_mm)
            del waiting[: sum(len(column) for column in columns)]
            page = self._turned(self._with_columns(page, columns, area))

    def _with_block(self, page: Block, block: Block, with_mm: float = 0) -> Block:
        """The page with one more block, or the next page where this one has no room for it."""
        if not block.pieces:
            return page
        area = self._area_below(page)
        if page.pieces and block.height_mm + with_mm > area.height_mm:
            page = self._turned(page)
            area = self._area_below(page)
        return upon(page, block.moved(self._form.margin_mm, area.top_mm))

    def _all(self) -> Pages:
        form = self._form
        height_mm = form.height_mm
        if form.is_roll:
            height_mm = self._pages[-1].height_mm + form.margin_mm
        pages: list[Page] = [page.pieces for page in self._pages]
        return Pages(form.width_mm, height_mm, pages, black_only=form.black_only)

    def _area_below(self, page: Block) -> _Area:
        form = self._form
        top_mm = page.height_mm + self._part_gap_mm if page.pieces else form.margin_mm
        return _Area(top_mm, form.margin_mm + form.inner_height_mm)

    def _turned(self, page: Block) -> Block:
        """Put the page away, and begin the next."""
        self._pages.append(page)
        return self._fresh()

    def _fresh(self) -> Block:
        head, margin_mm = self._parts.running_head, self._form.margin_mm
        return head.moved(margin_mm, margin_mm) if head.pieces else NOTHING

    def _filled(self, blocks: Sequence[Block], height_mm: float) -> list[list[Block]]:
        """The first blocks, in columns of at most this height."""
        columns: list[list[Block]] = [[]]
        used_mm = 0.0
        for block in blocks:
            if block.height_mm > height_mm and self._is_low(height_mm):
                break
            if columns[-1] and used_mm + block.height_mm > height_mm:
                if len(columns) == self._form.columns:
                    break
                columns.append([])
                used_mm = 0.0
            columns[-1].append(block)
            used_mm += block.height_mm + self._gap_mm
        return columns

    def _is_low(self, height_mm: float) -> bool:
        """Whether a fresh page would offer more room than this."""
        return self._area_below(self._fresh()).height_mm > height_mm

    def _balanced(self, blocks: Sequence[Block], height_mm: float) -> list[list[Block]] | None:
        """All blocks, in columns as even as they can be; None where they do not fit."""
        if not blocks:
            return []
        if self._form.columns == 1:
            total_mm = sum(block.height_mm + self._gap_mm for block in blocks) - self._gap_mm
            return [list(blocks)] if total_mm <= height_mm else None
        try_mm = max(block.height_mm for block in blocks)
        while try_mm <= height_mm:
            columns = self._filled(blocks, try_mm)
            if sum(len(column) for column in columns) == len(blocks):
                return columns
            try_mm += NEARER_MM
        return None

    def _with_columns(self, page: Block, columns: list[list[Block]], area: _Area) -> Block:
        form = self._form
        put = [page]
        lowest_mm = area.top_mm
        for at, column in enumerate(columns):
            x_mm = form.margin_mm + at * (form.column_mm + form.column_gap_mm)
            y_mm = area.top_mm
            for block in column:
                put.append(block.moved(x_mm, y_mm))
                lowest_mm = max(lowest_mm, y_mm + block.height_mm)
                y_mm += block.height_mm + self._gap_mm
        for at in range(1, len(columns)):
            x_mm = form.margin_mm + at * (form.column_mm + form.column_gap_mm)
            x_mm -= form.column_gap_mm / 2 + 0.2
            put.append(one(Line(), x_mm, area.top_mm, 0.4, lowest_mm - area.top_mm))
        return upon(*put)
