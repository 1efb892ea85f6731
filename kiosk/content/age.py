"""Finds lessons whose facts were checked too long ago."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from kiosk.domain.lesson import LessonHead

CHECK_LASTS = timedelta(days=180)


def outdated_checks(heads: Mapping[str, LessonHead], today: date) -> Iterator[tuple[str, int]]:
    """Ids of lessons whose last check is over 180 days old, with its age in days."""
    for name, head in heads.items():
        if head.checked and today - head.checked.on > CHECK_LASTS:
            yield name, (today - head.checked.on).days
