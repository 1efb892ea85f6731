"""Imports a trainer's photos: rotated, cropped, scaled down, without metadata."""

import os
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import Image

from kiosk.content.near import plain_name
from kiosk.durable import write_durably
from kiosk.editor.photo_shapes import kept_part
from kiosk.pictures.names import is_picture_name
from kiosk.pictures.refusal import Bitmap, Refusal
from kiosk.pictures.store import Pictures

SHOWN_PX = 1000
"""Sufficient for the largest picture area in a lesson."""
QUALITY = 85
MAX_PHOTOS = 200
DEEPEST = 3


def find_photos(*folders: Path) -> tuple[Path, ...]:
    """The newest 200 photos in these folders and up to 3 levels below, newest first."""
    found: dict[Path, float] = {}
    for folder in folders:
        for entry in _entries(folder, DEEPEST):
            with suppress(OSError):
                if is_picture_name(entry.name) and entry.is_file():
                    found[Path(entry.path)] = entry.stat().st_mtime
    return tuple(sorted(found, key=lambda path: -found[path])[:MAX_PHOTOS])


def _entries(folder: Path, deeper: int) -> Iterator[os.DirEntry[str]]:
    try:
        entries = [each for each in os.scandir(folder) if not each.name.startswith(".")]
    except OSError:
        return
    for entry in entries:
        yield entry
        if deeper and entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path), deeper - 1)


def adopt_photo(
    source: Path, folder: Path, lesson: str, judge: Pictures, crop: float = 0
) -> str | Refusal:
    """Stores a photo beside a lesson; returns its file name, or why it was refused.

    Args:
        source: the photo, in any format of telephones and cameras.
        folder: the lesson's folder.
        lesson: the lesson's name, used as prefix of the file name.
        judge: validates the photo, applies its rotation and removes its metadata.
        crop: a value of `SHAPES`: width by height of the centred crop; 0 keeps all.

    Raises:
        OSError: the photo cannot be written.
    """
    found = judge.bitmap_of(source)
    if not isinstance(found, Bitmap):
        return found
    number = 1
    stem = plain_name(lesson) or "bai"
    while (target := folder / f"{stem}-anh-{number}.jpg").exists():
        number += 1
    with Image.open(found.path) as image:
        plain = image.convert("RGB")
    left, top, width, height = kept_part(*plain.size, crop)
    plain = plain.crop((left, top, left + width, top + height))
    plain.thumbnail((SHOWN_PX, SHOWN_PX))
    content = BytesIO()
    plain.save(content, "JPEG", quality=QUALITY, optimize=True)
    write_durably(target, content.getvalue())
    return target.name
