"""Places a pointing finger on a picture of the phone so that it covers no text.

All lengths are in millimetres on the phone; the origin is its upper left corner.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SHAPE = 150 / 120
"""Height of media/pictures/finger.svg relative to its width."""
TIP = (38 / 120, 8 / 150)
"""Position of the fingertip in the drawing, relative to its width and height."""
INKED = ((22 / 120, 8 / 150, 54 / 120, 72 / 150), (8 / 120, 52 / 150, 110 / 120, 1.0))
"""Areas covered by finger and hand: left, top, right, bottom, relative to the drawing."""
WIDTHS_MM = (17.0, 14.0, 11.0, 8.5)
ACROSS, DOWN = 15, 9
"""Number of tip positions tried across and down a target."""
USUAL = 0.7
"""The preferred tip position across a target."""
CLEAR_MM = 0.4
"""Minimum distance between hand and text."""
BEYOND_MM = 3.0
"""How far the hand may extend beyond the phone's edge."""


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", clear: float = 0.0) -> bool:
        """Whether the boxes overlap or are closer than `clear`."""
        return (
            self.left < other.right + clear
            and other.left < self.right + clear
            and self.top < other.bottom + clear
            and other.top < self.bottom + clear
        )


@dataclass(frozen=True, slots=True)
class Finger:
    """Upper left corner and width of the drawing; flipped if the hand is on the left."""

    x: float
    y: float
    width: float
    flipped: bool = False

    def boxes(self) -> tuple[Box, ...]:
        height = self.width * SHAPE
        return tuple(
            Box(
                self.x + self.width * (1 - right if self.flipped else left),
                self.y + height * top,
                self.x + self.width * (1 - left if self.flipped else right),
                self.y + height * bottom,
            )
            for left, top, right, bottom in INKED
        )


def place_finger(
    target: Box, words: Sequence[Box], drawings: Sequence[Box], phone: Box
) -> Finger | None:
    """The best finger for the target that covers no text; None when there is none.

    Preferred: large, near the target's lower right end, from the right, covering no picture.
    """
    room = Box(phone.left, phone.top, phone.right + BEYOND_MM, phone.bottom + BEYOND_MM)
    usual = (target.left + USUAL * (target.right - target.left), target.bottom)
    clear = [
        (_cost(finger, tip, usual, drawings), at, finger)
        for width in WIDTHS_MM
        for at, (tip, finger) in enumerate(_fingers(target, width))
        if _is_clear(finger.boxes(), words, room)
    ]
    return min(clear)[2] if clear else None


def _cost(
    finger: Finger, tip: tuple[float, float], usual: tuple[float, float], drawings: Sequence[Box]
) -> float:
    """The penalty of a finger, in millimetres of distance from the preferred position."""
    away = abs(tip[0] - usual[0]) + 2 * abs(tip[1] - usual[1])
    small = 1.5 * (WIDTHS_MM[0] - finger.width)
    on_drawing = any(box.meets(each) for box in finger.boxes() for each in drawings)
    return away + small + 8 * finger.flipped + 20 * on_drawing


def _fingers(target: Box, width: float) -> Iterator[tuple[tuple[float, float], Finger]]:
    """All candidates of one width, with the tip at least 1 mm inside the target."""
    left, right = target.left + 1, max(target.left + 1, target.right - 1)
    top, bottom = target.top + 1, max(target.top + 1, target.bottom - 1)
    for column in range(ACROSS):
        for row in range(DOWN):
            x = left + (right - left) * column / (ACROSS - 1)
            y = top + (bottom - top) * row / (DOWN - 1)
            yield (x, y), Finger(x - width * TIP[0], y - width * SHAPE * TIP[1], width)
            mirrored = x - width * (1 - TIP[0])
            yield (x, y), Finger(mirrored, y - width * SHAPE * TIP[1], width, flipped=True)


def _is_clear(boxes: Iterable[Box], words: Sequence[Box], room: Box) -> bool:
    return all(
        box.left >= room.left
        and box.right <= room.right
        and box.bottom <= room.bottom
        and not any(box.meets(word, CLEAR_MM) for word in words)
        for box in boxes
    )
