"""What can lie on paper, and where: millimetres from the upper left corner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, TypeAlias

from kiosk.handout.content import PhoneMoment

MM_PER_PT = 25.4 / 72


class Ink(StrEnum):
    """What colour it has where there is colour; on a receipt all are black, PAPER is white."""

    INK = "ink"
    FAINT = "faint"
    LEAD = "lead"
    HAIR = "hair"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Letters:
    """How a text is written."""

    size_pt: float
    bold: bool = False
    ink: Ink = Ink.INK
    centred: bool = False
    digits: bool = False
    """Only digits, which need no room for marks above and below them."""

    @property
    def above(self) -> float:
        """How far marks may reach above the line that letters stand on, by the size of these."""
        return 0.8 if self.digits else 1.3

    @property
    def below(self) -> float:
        """How far letters and marks may reach below it."""
        return 0.08 if self.digits else 0.26

    @property
    def middle_mm(self) -> float:
        """How far below the top of a text the middle of its first line's capitals is."""
        return (self.above - 0.36) * self.size_pt * MM_PER_PT


@dataclass(frozen=True, slots=True)
class Text:
    """Words, broken into lines where the place ends."""

    text: str
    letters: Letters
    indent_mm: float = 0
    """How much later the first line begins."""


@dataclass(frozen=True, slots=True)
class Phone:
    """The simulated phone at a moment."""

    moment: PhoneMoment
    lesson_folder: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A large drawing, by its name in media/pictures or beside the lesson."""

    name: str
    lesson_folder: str


@dataclass(frozen=True, slots=True)
class Icon:
    """A small drawing in one colour."""

    name: str
    ink: Ink = Ink.LEAD


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with its quiet border."""

    payload: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A number on a disc."""

    number: int
    size_pt: float


@dataclass(frozen=True, slots=True)
class Tick:
    """An empty square, to be ticked with a pen."""


@dataclass(frozen=True, slots=True)
class Band:
    """The band of woven lozenges."""


@dataclass(frozen=True, slots=True)
class Line:
    """A thin line along the longer side of its place; dotted where staff write or scissors go."""

    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Round corners around other pieces."""

    ink: Ink = Ink.HAIR


Piece: TypeAlias = "Text | Phone | Picture | Icon | Code | Badge | Tick | Band | Line | Frame"


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece in its place."""

    piece: Piece
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float

    def moved(self, x_mm: float, y_mm: float) -> "Placed":
        """The same, further right and down."""
        return replace(self, x_mm=self.x_mm + x_mm, y_mm=self.y_mm + y_mm)

    @property
    def right_mm(self) -> float:
        """Where it ends to the right."""
        return self.x_mm + self.width_mm

    @property
    def bottom_mm(self) -> float:
        """Where it ends below."""
        return self.y_mm + self.height_mm


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces that stay together on one page."""

    pieces: tuple[Placed, ...]
    height_mm: float

    def moved(self, x_mm: float, y_mm: float) -> "Block":
        """The same, further right and down; it ends as much further down."""
        pieces = tuple(piece.moved(x_mm, y_mm) for piece in self.pieces)
        return Block(pieces, self.height_mm + y_mm)


NOTHING = Block((), 0)


class Measure(Protocol):
    """Knows how much room letters take."""

    def height_mm(self, text: Text, width_mm: float) -> float:
        """How high a text is that is broken at a width."""

    def width_mm(self, text: str, letters: Letters) -> float:
        """How wide a text is in one line."""


def one(piece: Piece, x_mm: float, y_mm: float, width_mm: float, height_mm: float) -> Block:
    """A block of one piece."""
    return Block((Placed(piece, x_mm, y_mm, width_mm, height_mm),), y_mm + height_mm)


def upon(*blocks: Block) -> Block:
    """Blocks that are in their places already."""
    pieces = tuple(piece for block in blocks for piece in block.pieces)
    return Block(pieces, max((block.height_mm for block in blocks), default=0))


def stack(blocks: Iterable[Block], gap_mm: float) -> Block:
    """One under the other; empty ones take no room."""
    y_mm = 0.0
    put: list[Block] = []
    for block in blocks:
        if not block.pieces:
            continue
        put.append(block.moved(0, y_mm))
        y_mm += block.height_mm + gap_mm
    return upon(*put)


def framed(block: Block, width_mm: float, padding_mm: float, ink: Ink = Ink.HAIR) -> Block:
    """A block with a frame of that width around it; the block must have been made narrower."""
    inside = block.moved(padding_mm, padding_mm)
    height_mm = inside.height_mm + padding_mm
    return Block((Placed(Frame(ink), 0, 0, width_mm, height_mm), *inside.pieces), height_mm)


Page: TypeAlias = "tuple[Placed, ...]"


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages, each of this size."""

    width_mm: float
    height_mm: float
    pages: Sequence[Page]
    black_only: bool = False
