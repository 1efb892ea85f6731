"""The aspect ratios to which photos are cropped."""

from collections.abc import Mapping

SHAPES: Mapping[str, float] = {"whole": 0, "square": 1, "wide": 4 / 3, "tall": 3 / 4}
"""Width divided by height; 0 keeps the whole photo."""


def kept_part(width: int, height: int, shape: float) -> tuple[int, int, int, int]:
    """The largest centred crop of that ratio: left, top, width, height."""
    if not shape:
        return 0, 0, width, height
    wide, high = min(width, int(height * shape)), min(height, int(width / shape))
    return (width - wide) // 2, (height - high) // 2, wide, high
