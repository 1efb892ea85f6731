"""QR codes as drawings."""

from itertools import groupby

from kiosk.qr.code import modules_of

QUIET_MODULES = 4
"""The light border that a camera needs."""


def svg_of(text: str) -> str:
    """The code with its quiet border; one shape, so that no light shows between two modules.

    Raises:
        ValueError: the text is empty or too long for a code.
    """
    modules = modules_of(text)
    side = len(modules) + 2 * QUIET_MODULES
    bars = []
    for y, row in enumerate(modules, start=QUIET_MODULES):
        x = QUIET_MODULES
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                bars.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#000" d="{"".join(bars)}"/></svg>'
    )
