"""What the drawn phone must keep to wherever it is shown (design, §10), told as `findings` does."""

from collections.abc import Iterator

from findings import LEAST_SHARE, slots_in
from PySide6.QtQuick import QQuickItem
from sight import Sight, ancestors

LEAST_WIDE, LEAST_HIGH = 0.36, 0.60
"""Of the width of a wide screen, of the height of an upright one."""


def small_phone(sight: Sight, _size: str) -> Iterator[str]:
    """The phone takes at least its share of the screen."""
    wide, high = sight.window.width(), sight.window.height()
    for phone in (item for item in sight.shown if item.objectName() == "phone"):
        place = sight.rectangle_of(phone)
        share, least = (
            (place.width() / wide, LEAST_WIDE)
            if wide > high
            else (place.height() / high, LEAST_HIGH)
        )
        if share < least:
            yield f"the phone takes {share:.3f} of the screen"


def page_of(sight: Sight) -> QQuickItem | None:
    """The page that the drawn phone shows."""
    return next((item for item in sight.shown if item.objectName() == "phoneScreen"), None)


def under_the_keys(sight: Sight, _size: str) -> Iterator[str]:
    """What follows the field that is written into is seen above the keys."""
    page, run = page_of(sight), sight.offscreen.journey.run
    if page is None or run is None or not run.writes_into:
        return
    name, slots = f"phone:{run.writes_into}", slots_in(page)
    field = next((item for item, _ in sight.visible if item.objectName() == name), None)
    if field is None:
        yield f"{name} is not there"
        return
    within = list(ancestors(field))
    here = next(at for at, slot in enumerate(slots) if slot in within)
    for follows in map(sight.rectangle_of, slots[here + 1 : here + 2]):
        under = follows.bottom() - sight.rectangle_of(page).bottom()
        if under > follows.height() * (1 - LEAST_SHARE):
            yield f"of what follows {name} {under:.0f} of {follows.height():.0f} pixels are hidden"
