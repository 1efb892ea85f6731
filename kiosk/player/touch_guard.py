"""Filters touches: rejects double touches of trembling fingers, and resting palms.

Times are seconds of a monotonic clock.
"""

from dataclasses import dataclass, replace

REPEAT_S = 0.5
"""A second touch within this time is rejected as a tremor."""
PAIR_S = 0.12
"""The same for targets that may be touched twice in a row: only faster touches are rejected."""
AFTER_CHANGE_S = 0.3
"""A touch this soon after a change of the screen was meant for the previous one."""
REST_S = 3.0
"""A touch held longer than this is a resting palm."""

NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class TouchGuard:
    last_name: str = ""
    last_s: float = NEVER
    changed_s: float = NEVER
    held_name: str = ""
    held_since_s: float = NEVER

    def pressed(self, name: str, now_s: float) -> "TouchGuard":
        """Returns the guard after a press; another finger that is still down keeps precedence."""
        if self.held_name and now_s - self.held_since_s < REST_S:
            return self
        return replace(self, held_name=name, held_since_s=now_s)

    def released(self, name: str) -> "TouchGuard":
        """Returns the guard after the finger was lifted."""
        return replace(self, held_name="") if name == self.held_name else self

    def accepts(
        self, name: str, now_s: float, *, quick: bool = False, allows_double_touch: bool = False
    ) -> bool:
        """Returns True when a completed touch counts.

        `quick` targets (keys) reject double touches only; `allows_double_touch` accepts those too.
        """
        if self.held_name not in ("", name):
            return False
        if allows_double_touch and name == self.last_name:
            return now_s - self.last_s >= PAIR_S
        if quick:
            return name != self.last_name or now_s - self.last_s >= REPEAT_S
        return now_s - self.last_s >= REPEAT_S and now_s - self.changed_s >= AFTER_CHANGE_S

    def counted(self, name: str, now_s: float) -> "TouchGuard":
        return replace(self, last_name=name, last_s=now_s)

    def repeated(self, name: str, now_s: float) -> "TouchGuard":
        """Returns the guard after a rejected touch: rapid touches on one target count as one."""
        hammered = name == self.last_name and now_s - self.last_s < REPEAT_S
        return replace(self, last_s=now_s) if hammered else self

    def screen_changed(self, now_s: float) -> "TouchGuard":
        return replace(self, changed_s=now_s)
