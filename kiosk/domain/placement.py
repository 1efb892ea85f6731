"""Where things stand on the lesson page and on the phone's glass; what leads on from a step."""

from enum import StrEnum

NEXT = "next"
"""The target that leads on where a step expects nothing else."""


class ViewPlace(StrEnum):
    """Where the kind's own view stands on the lesson page."""

    NOWHERE = "nowhere"
    """The words and the phone say it all."""
    BESIDE = "beside"
    """At the phone's place, when the step shows no phone screen; else under the words."""
    BELOW = "below"
    """Under the words."""
    PHONE = "phone"
    """At the foot of the phone, which is then drawn wide so that fingers find the keys."""


class Area(StrEnum):
    """Where on the phone's screen an element is laid."""

    GRID = "grid"
    """Side by side, wrapping: the apps of a home screen."""
    COLUMN = "column"
    """One under the other, from the top."""
    FILL = "fill"
    """Takes what height is left in the column."""
    WHOLE = "whole"
    """Takes all of the glass, and hides the phone's own keys, as a call does."""
    STATUS = "status"
    """In the bar at the very top, beside the clock."""
    OVER = "over"
    """In front of everything else, in the middle."""
