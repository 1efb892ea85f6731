"""Whether a published pack lies on a stick."""

from pathlib import Path

SIGN_OF_PACK = Path("metadata") / "timestamp.json"
PLACES = ("", "published", "goi")
"""Where on a stick a published pack may lie."""


def pack_on(stick: Path) -> Path | None:
    """The published pack on a stick; touches the disk."""
    places = (stick / name for name in PLACES)
    return next((place for place in places if (place / SIGN_OF_PACK).is_file()), None)
