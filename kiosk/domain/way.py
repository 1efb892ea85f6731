"""The four ways through a lesson."""

from enum import StrEnum


class Way(StrEnum):
    """How the learner goes through the steps, in the order in which they are offered."""

    WATCH = "watch"
    """The kiosk shows a finger doing it."""
    TOGETHER = "together"
    """The right spot glows and only it works."""
    ALONE = "alone"
    """Only the goal is told; hints when asked for or needed."""
    OWN_PHONE = "own-phone"
    """The same steps beside the learner's own phone."""


ALL_WAYS = frozenset(Way)
