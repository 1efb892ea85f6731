"""Hold and speak, or touch to begin and touch to end: one button for both."""

from dataclasses import dataclass, replace
from enum import Enum, auto

TOUCH_S = 0.4
"""Whoever lets go sooner did not mean to hold: it goes on until the next touch."""
BOUNCE_S = 0.7
"""A second touch so soon after the first is a trembling finger."""


class ButtonAction(Enum):
    """What a touch of the button asks for."""

    NOTHING = auto()
    BEGIN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class PushToTalk:
    """Whether the button is on, since when, and whether a finger holds it."""

    since_s: float | None = None
    held: bool = False

    def pressed(self, now_s: float) -> tuple["PushToTalk", ButtonAction]:
        """A finger went down on it."""
        if self.since_s is None:
            return PushToTalk(now_s, held=True), ButtonAction.BEGIN
        if self.held or now_s - self.since_s < BOUNCE_S:
            return self, ButtonAction.NOTHING
        return PushToTalk(), ButtonAction.END

    def released(self, now_s: float) -> tuple["PushToTalk", ButtonAction]:
        """The finger was lifted, or slid off."""
        if self.since_s is None or not self.held:
            return self, ButtonAction.NOTHING
        if now_s - self.since_s < TOUCH_S:
            return replace(self, held=False), ButtonAction.NOTHING
        return PushToTalk(), ButtonAction.END
