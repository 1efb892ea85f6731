"""Monotonic time in seconds, and the date."""

import time
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """A source of monotonic time."""

    def now_s(self) -> float:
        """Seconds since a fixed moment."""
        ...


def today() -> date:
    """The local date by the system clock, which may be wrong."""
    return datetime.now().astimezone().date()


class MonotonicClock:
    """The system's monotonic clock, which is independent of the system time."""

    def now_s(self) -> float:
        """Seconds since an unspecified moment, often system start."""
        return time.monotonic()
