"""Lessons whose facts somebody should look at again."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from kiosk.domain.lesson import LessonHead

CHECK_LASTS = timedelta(days=180)


def grown_old(heads: Mapping[str, LessonHead], today: date) -> Iterator[tuple[str, int]]:
    """The ids of lessons that nobody has checked for long, and for how many days."""
    for name, head in heads.items():
        if head.checked and today - head.checked.on > CHECK_LASTS:
            yield name, (today - head.checked.on).days
