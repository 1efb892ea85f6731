"""Which icons and pictures there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.folders import Folders

SUFFIXES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})


@dataclass(frozen=True, slots=True)
class Media:
    """The names that lessons may call a drawing by."""

    icons: frozenset[str]
    pictures: frozenset[str]


def media_in(folders: Folders) -> Media:
    """All drawings of a kiosk, looked up once."""
    return Media(
        icons=frozenset(path.stem for path in _drawings(folders.icons)),
        pictures=frozenset(path.stem for path in _drawings(folders.pictures)),
    )


def is_file_name(picture: str) -> bool:
    """Whether a picture is meant as a file beside the lesson, not as a name in the media."""
    return any(sign in picture for sign in "./\\:")


def stays_inside(picture: str, folder: Path) -> bool:
    """Whether a file name leads to no place outside the lesson's folder, on any system."""
    parts = picture.split("/")
    if "\\" in picture or ":" in picture or picture.startswith("/") or ".." in parts:
        return False
    return (folder / picture).resolve().is_relative_to(folder.resolve())


def pictures_beside(folder: Path) -> Iterable[str]:
    """The picture files in a lesson's folder."""
    return (path.name for path in _drawings(folder))


def _drawings(folder: Path) -> Iterable[Path]:
    if not folder.is_dir():
        return ()
    return (path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
