"""Positions on the lesson page and the phone screen, and the target NEXT."""

from enum import StrEnum

NEXT = "next"
"""The target of a step that expects no other touch (the button "Tiếp tục")."""


class ViewPlace(StrEnum):
    """Position of a step kind's own view on the lesson page."""

    NOWHERE = "nowhere"
    """The kind has no view of its own."""
    BESIDE = "beside"
    """In place of the phone when the step shows no phone screen; else under the words."""
    BELOW = "below"
    """Under the words."""
    PHONE = "phone"
    """At the bottom of the phone screen; the phone is then drawn wider so that keys are larger."""


class Area(StrEnum):
    """Position of an element on the phone screen."""

    GRID = "grid"
    """Side by side with wrapping, as the apps of a home screen."""
    COLUMN = "column"
    """Stacked from top to bottom."""
    FILL = "fill"
    """Takes the remaining height of the column."""
    WHOLE = "whole"
    """Covers the whole screen including the navigation keys, as an incoming call does."""
    STATUS = "status"
    """In the status bar, beside the clock."""
    OVER = "over"
    """Centred in front of all other elements."""
