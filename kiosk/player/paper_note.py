"""The content of the paper note of a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain import prompts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.domain.settings import Wifi
    from kiosk.domain.step import Step

WIFI = "wifi"
"""The value of `note` for the centre's network."""


def rows_of(step: Step, wifi: Wifi | None) -> Iterator[tuple[str, str]]:
    """Yields the label, in Vietnamese, and the value of each row."""
    if isinstance(step.note, tuple):
        yield from ((row.label, row.value) for row in step.note)
    elif step.note == WIFI and wifi:
        yield prompts.NETWORK_NAME, wifi.name
        if wifi.password:
            yield prompts.PASSWORD, wifi.password
