"""Calibration of the screen size with a bank card held against it."""

CARD_WIDTH_MM, CARD_HEIGHT_MM = 85.60, 53.98
"""The size of a bank or identity card (ISO/IEC 7810, ID-1)."""
MIN_IN, MAX_IN = 7.0, 100.0
"""The range of screen diagonals that the settings accept, in inches."""
FINE_IN, COARSE_IN = 0.1, 1.0
"""The change of the diagonal per touch, in inches."""


def outline_grown(diagonal_in: float, steps: float) -> float:
    """The diagonal after `steps` inches less, limited to the valid range.

    A smaller diagonal makes the outline of a card cover more pixels.
    """
    return min(MAX_IN, max(MIN_IN, round(diagonal_in - steps, 1)))
