"""Finds the file that a picture's name refers to."""

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
"""File extensions of pictures, in any case; the format is determined by the content."""


def is_picture_name(name: str) -> bool:
    """Whether a file name has the extension of a picture."""
    return name.lower().endswith(SUFFIXES)


def same_name(name: str) -> str:
    """Normalises a name, so that case and Unicode composition are ignored."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def file_named(folder: Path, name: str) -> Path | None:
    """The picture file of that name in a folder or, with slashes, below it.

    Case (a camera writes IMG_2034.JPG) and Unicode composition (macOS decomposes) are ignored; an
    exact match has priority. None when there is no such file, or it is outside the folder.
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
    """The file of a picture name with or without extension, in the first folder that has one."""
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
    """The entries of a folder by normalised name; of equal names the first one."""
    try:
        names = [path.name for path in Path(folder).iterdir()]
        return {same_name(name): name for name in sorted(names, reverse=True)}
    except OSError:
        return {}
