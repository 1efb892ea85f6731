"""Identifies small, simple drawings shipped with the kiosk, which may be rendered in-process."""

import re
from functools import lru_cache
from pathlib import Path

MAX_BYTES = 64_000
MAX_PARTS = 1_000
NOT_PLAIN = re.compile(
    rb"<\s*(!DOCTYPE|!ENTITY|(\w+:)?(use|image|script|foreignObject|filter))", re.IGNORECASE
)


def is_trusted_drawing(path: Path, folder: Path) -> bool:
    """Whether a file is a small, simple SVG directly in that folder.

    Such a file is rendered in a few milliseconds; all others must go through `store.Pictures`.
    """
    if path.suffix != ".svg" or path.parent != folder:
        return False
    try:
        seen = path.stat()
    except OSError:
        return False
    return seen.st_size <= MAX_BYTES and _is_plain(path, seen.st_mtime_ns)


@lru_cache(maxsize=128)
def _is_plain(path: Path, _written_ns: int) -> bool:
    try:
        text = path.read_bytes()
    except OSError:
        return False
    return text.count(b"<") <= MAX_PARTS and not NOT_PLAIN.search(text)
