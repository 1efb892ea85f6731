"""Time as the kiosk needs it: seconds that never go back."""

import time
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells how many seconds have passed since some fixed moment."""

    def now_s(self) -> float:
        """Seconds since that moment."""
        ...


def today() -> date:
    """The day by the time of day that is set here, which may be wrong."""
    return datetime.now().astimezone().date()


class MonotonicClock:
    """The computer's own clock, unmoved by whoever sets the time of day."""

    def now_s(self) -> float:
        """Seconds since the computer started."""
        return time.monotonic()
