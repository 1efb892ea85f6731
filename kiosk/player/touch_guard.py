"""Which touches count: not the second strike of a trembling finger, not a resting palm.

Times are seconds on a clock that never goes back.
"""

from dataclasses import dataclass, replace

REPEAT_S = 0.5
"""A second touch within this time is the same trembling finger."""
PAIR_S = 0.12
"""Where two touches in a row are one sign, a second touch is a tremor only within this time."""
AFTER_CHANGE_S = 0.3
"""A touch this soon after the screen changed was meant for what was there before."""
REST_S = 3.0
"""What is held longer than this is a resting palm."""

NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class TouchGuard:
    last_name: str = ""
    last_s: float = NEVER
    changed_s: float = NEVER
    held_name: str = ""
    held_since_s: float = NEVER

    def pressed(self, name: str, now_s: float) -> "TouchGuard":
        """The guard after a finger went down; another that still holds keeps its right."""
        if self.held_name and now_s - self.held_since_s < REST_S:
            return self
        return replace(self, held_name=name, held_since_s=now_s)

    def released(self, name: str) -> "TouchGuard":
        """The guard after that finger was lifted."""
        return replace(self, held_name="") if name == self.held_name else self

    def accepts(
        self, name: str, now_s: float, *, quick: bool = False, paired: bool = False
    ) -> bool:
        """Whether a completed touch counts.

        Quick targets (keys) only mind being struck twice; paired ones are meant to be.
        """
        if self.held_name not in ("", name):
            return False
        if paired and name == self.last_name:
            return now_s - self.last_s >= PAIR_S
        if quick:
            return name != self.last_name or now_s - self.last_s >= REPEAT_S
        return now_s - self.last_s >= REPEAT_S and now_s - self.changed_s >= AFTER_CHANGE_S

    def counted(self, name: str, now_s: float) -> "TouchGuard":
        return replace(self, last_name=name, last_s=now_s)

    def repeated(self, name: str, now_s: float) -> "TouchGuard":
        """The guard after a touch that did not count: hammering on one spot is one touch."""
        hammered = name == self.last_name and now_s - self.last_s < REPEAT_S
        return replace(self, last_s=now_s) if hammered else self

    def screen_changed(self, now_s: float) -> "TouchGuard":
        return replace(self, changed_s=now_s)
