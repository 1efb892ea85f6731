"""Whether the touch screen answers in its corners and its middle."""

from dataclasses import dataclass, replace

SPOTS = ("top-left", "top-right", "middle", "bottom-left", "bottom-right")
"""In the order in which they are to be touched."""


@dataclass(frozen=True, slots=True)
class TouchCheck:
    answered: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    """Spots of which somebody has said that they do not answer."""
    elsewhere: str = ""
    """The spot that answered last in the place of the one that was asked for; empty for none."""
    turned: bool = False
    """Whether a touch has ever arrived at another spot than at that which was asked for."""

    @property
    def wanted(self) -> str:
        """The spot that is to be touched now; empty when all were asked for."""
        asked = len(self.answered) + len(self.silent)
        return SPOTS[asked] if asked < len(SPOTS) else ""

    @property
    def is_over(self) -> bool:
        """Whether all spots were asked for."""
        return not self.wanted

    @property
    def is_well(self) -> bool:
        """Whether every spot has answered, and each in its own place."""
        return self.is_over and not self.silent and not self.turned

    def touched(self, spot: str) -> "TouchCheck":
        if spot == self.wanted:
            return replace(self, answered=(*self.answered, spot), elsewhere="")
        if self.is_over or spot in self.answered:
            return self
        return replace(self, elsewhere=spot, turned=True)

    def no_answer(self) -> "TouchCheck":
        """Somebody says that the spot does not answer."""
        return replace(self, silent=(*self.silent, self.wanted), elsewhere="")
