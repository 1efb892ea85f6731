"""A PIN that is chosen at the staff login of a kiosk that has none: typed twice."""

from dataclasses import dataclass

from kiosk.staff.pin import weakness

DIFFERS = "differs"
NOT_KEPT = "not-kept"
"""It was typed twice alike, and the disk did not keep it."""


@dataclass(frozen=True, slots=True)
class NewPin:
    first: str = ""
    """What was typed the first time, if it will do."""
    refusal: str = ""
    """Why what was typed last will not do: a `weakness`, or one of those above; else empty."""
    chosen: str = ""
    """Typed twice alike."""

    def after(self, digits: str) -> "NewPin":
        if self.first:
            return NewPin(chosen=digits) if digits == self.first else NewPin(refusal=DIFFERS)
        weak = weakness(digits)
        return NewPin(refusal=weak) if weak else NewPin(first=digits)
