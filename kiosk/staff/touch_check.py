"""A test of the touch screen in its corners and its middle."""

from dataclasses import dataclass, replace

SPOTS = ("top-left", "top-right", "middle", "bottom-left", "bottom-right")
"""The spots in the order in which they are touched."""


@dataclass(frozen=True, slots=True)
class TouchCheck:
    answered: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    """The spots reported as not responding."""
    elsewhere: str = ""
    """The wrong spot where the last touch was registered; empty for none."""
    turned: bool = False
    """Whether any touch was registered at a wrong spot."""

    @property
    def wanted(self) -> str:
        """The spot to touch now; empty at the end of the test."""
        asked = len(self.answered) + len(self.silent)
        return SPOTS[asked] if asked < len(SPOTS) else ""

    @property
    def is_over(self) -> bool:
        """Whether all spots were tested."""
        return not self.wanted

    @property
    def is_well(self) -> bool:
        """Whether every spot responded in the right place."""
        return self.is_over and not self.silent and not self.turned

    def touched(self, spot: str) -> "TouchCheck":
        if spot == self.wanted:
            return replace(self, answered=(*self.answered, spot), elsewhere="")
        if self.is_over or spot in self.answered:
            return self
        return replace(self, elsewhere=spot, turned=True)

    def no_answer(self) -> "TouchCheck":
        """The state after the current spot was reported as not responding."""
        return replace(self, silent=(*self.silent, self.wanted), elsewhere="")
