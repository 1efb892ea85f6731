"""Detection of a published pack on a USB stick."""

from pathlib import Path

SIGN_OF_PACK = Path("metadata") / "timestamp.json"
PLACES = ("", "published", "goi")
"""The folders of a stick that may contain a published pack."""


def pack_on(stick: Path) -> Path | None:
    """The folder of the published pack on a stick; None if there is none."""
    places = (stick / name for name in PLACES)
    return next((place for place in places if (place / SIGN_OF_PACK).is_file()), None)
