"""The size of a screen, told by a card that is laid on it."""

CARD_WIDTH_MM, CARD_HEIGHT_MM = 85.60, 53.98
"""A card for a bank or an identity (ISO/IEC 7810, ID-1)."""
SMALLEST_IN, LARGEST_IN = 7.0, 100.0
"""What the settings take for a diagonal."""
FINE_IN, COARSE_IN = 0.1, 1.0
"""How much one touch changes the diagonal, in inches."""


def outline_grown(diagonal_in: float, steps: float) -> float:
    """The diagonal of a screen on which a card covers more pixels; fewer where `steps` is below 0.

    The outline grows where the screen is believed to be smaller.
    """
    return min(LARGEST_IN, max(SMALLEST_IN, round(diagonal_in - steps, 1)))
