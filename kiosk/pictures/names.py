"""Which file is meant by the name of a picture."""

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SUFFIXES = (
    *(".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"),
    *(".avif", ".heic", ".heif", ".svgz"),
)
"""What the names of pictures end in, in any case of letters; the content decides what they are."""


def is_picture_name(name: str) -> bool:
    """Whether a file name ends as those of pictures do."""
    return name.lower().endswith(SUFFIXES)


def same_name(name: str) -> str:
    """Equal for names that people take for the same: other capitals, marks composed or not."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def file_named(folder: Path, name: str) -> Path | None:
    """The picture file of that name in a folder or, with slashes, below it.

    Capitals need not be the same (a camera writes IMG_2034.JPG), nor whether marks are composed
    (a Mac's are not); the very name wins. None where there is none, or where it lies outside.
    """
    if not is_picture_name(name) or not _is_inside(name):
        return None
    found = folder / name
    if not found.is_file():
        for part in name.split("/"):
            like = _names_like(folder, part)
            if like is None:
                return None
            folder = folder / like
        found = folder
    inside = found.resolve().is_relative_to(folder_of(found, name).resolve())
    return found if found.is_file() and inside else None


def folder_of(file: Path, name: str) -> Path:
    """The folder to which a name with slashes is relative."""
    return file.parents[name.count("/")]


def picture_file(name: str, *folders: Path) -> Path | None:
    """The file that a picture's name means, with or without its ending, in the first folder."""
    for folder in folders:
        names: Iterable[str] = (name, *(f"{name}{suffix}" for suffix in SUFFIXES))
        for each in names:
            if found := file_named(folder, each):
                return found
    return None


def _is_inside(name: str) -> bool:
    parts = name.split("/")
    odd = "\\" in name or ":" in name or "\0" in name
    return not odd and not any(part in ("", ".", "..") for part in parts)


def _names_like(folder: Path, name: str) -> str | None:
    try:
        stamp = folder.stat().st_mtime_ns
    except OSError:
        return None
    return _listed(str(folder), stamp).get(same_name(name))


@lru_cache(maxsize=32)
def _listed(folder: str, _changed_ns: int) -> dict[str, str]:
    """The entries of a folder by what people take for the same; the first of several."""
    try:
        names = [path.name for path in Path(folder).iterdir()]
        return {same_name(name): name for name in sorted(names, reverse=True)}
    except OSError:
        return {}
