"""How much of a photo is kept in a lesson."""

from collections.abc import Mapping

SHAPES: Mapping[str, float] = {"whole": 0, "square": 1, "wide": 4 / 3, "tall": 3 / 4}
"""Width by height of what is kept of a photo; 0 keeps all."""


def kept_part(width: int, height: int, shape: float) -> tuple[int, int, int, int]:
    """The middle of a photo, as wide by high as the shape says: left, top, width, height."""
    if not shape:
        return 0, 0, width, height
    wide, high = min(width, int(height * shape)), min(height, int(width / shape))
    return (width - wide) // 2, (height - high) // 2, wide, high
