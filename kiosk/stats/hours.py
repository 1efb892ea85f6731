"""Hours since 1970, and the local days, months and years that they belong to."""

import time
from datetime import UTC, datetime, timedelta

SECONDS = 3600


def hour_now() -> int:
    """The current hour, by the system clock."""
    return int(time.time()) // SECONDS


def begin_of_hour(hour: int) -> datetime:
    """The beginning of an hour in local time."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(hours=hour)).astimezone()


def begin_of_day(hour: int, days_before: int = 0) -> int:
    """The first hour of the local day of `hour`, or of the day this many days before."""
    then = begin_of_hour(hour).replace(hour=0, minute=0)
    return _hour_of(then.replace(tzinfo=None) - timedelta(days=days_before))


def begin_of_month(hour: int) -> int:
    return month_of(begin_of_hour(hour))[0]


def begin_of_year(hour: int) -> int:
    return _hour_of(begin_of_hour(hour).replace(month=1, day=1, hour=0, minute=0, tzinfo=None))


def month_of(day: datetime) -> tuple[int, int]:
    """The first hours of the month of a local day, and of the next month."""
    first = day.replace(day=1, hour=0, minute=0, tzinfo=None)
    return _hour_of(first), _hour_of((first + timedelta(days=31)).replace(day=1))


def _hour_of(here: datetime) -> int:
    """The hour of a local time."""
    return int(here.astimezone().timestamp()) // SECONDS
