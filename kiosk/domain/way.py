"""The four ways through a lesson."""

from enum import StrEnum


class Way(StrEnum):
    """How the learner goes through a lesson; members are in the order in which they are offered."""

    WATCH = "watch"
    """The kiosk demonstrates the steps with an animated finger."""
    TOGETHER = "together"
    """The expected target glows, and only that target works."""
    ALONE = "alone"
    """Only the goal is given; hints come on request or when needed."""
    OWN_PHONE = "own-phone"
    """The learner does the same steps on her own phone."""


ALL_WAYS = frozenset(Way)
