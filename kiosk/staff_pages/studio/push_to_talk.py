"""A button that records while held, or is toggled by short touches."""

from dataclasses import dataclass, replace
from enum import Enum, auto

TOUCH_S = 0.4
"""A press shorter than this is a toggle: recording continues until the next touch."""
BOUNCE_S = 0.7
"""A second touch within this time after the first is ignored as a tremor."""


class ButtonAction(Enum):
    """The action that a press or release causes."""

    NOTHING = auto()
    BEGIN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class PushToTalk:
    """Since when the button is on (None if off), and whether it is held."""

    since_s: float | None = None
    held: bool = False

    def pressed(self, now_s: float) -> tuple["PushToTalk", ButtonAction]:
        """Returns the next state and action after a press."""
        if self.since_s is None:
            return PushToTalk(now_s, held=True), ButtonAction.BEGIN
        if self.held or now_s - self.since_s < BOUNCE_S:
            return self, ButtonAction.NOTHING
        return PushToTalk(), ButtonAction.END

    def released(self, now_s: float) -> tuple["PushToTalk", ButtonAction]:
        """Returns the next state and action after a release, or a finger sliding off."""
        if self.since_s is None or not self.held:
            return self, ButtonAction.NOTHING
        if now_s - self.since_s < TOUCH_S:
            return replace(self, held=False), ButtonAction.NOTHING
        return PushToTalk(), ButtonAction.END
