"""The icons and pictures available to lessons."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kiosk.folders import Folders
from kiosk.pictures.names import file_named, is_picture_name, picture_file
from kiosk.pictures.own import is_trusted_drawing
from kiosk.pictures.refusal import Refusal
from kiosk.pictures.store import Pictures


@dataclass(frozen=True, slots=True)
class Media:
    """Names of available drawings, and the validation of pictures."""

    icons: frozenset[str]
    pictures: frozenset[str]
    common: tuple[Path, ...] = ()
    """The folders with pictures for all lessons, highest priority first."""
    shipped: Path | None = None
    """The one of these folders that was shipped with the program."""
    judge: Pictures | None = field(default=None, compare=False)
    """Validates picture files; None accepts every file."""

    def refusal_of(self, name: str, beside: Path) -> Refusal | None:
        """Why an existing picture is refused; None when it is usable or does not exist."""
        path = file_named(beside, name)
        if path is None and not is_file_name(name):
            path = picture_file(name, *self.common)
            if path is None or (self.shipped and is_trusted_drawing(path, self.shipped)):
                return None
        if path is None or self.judge is None:
            return None
        found = self.judge.bitmap_of(path)
        return found if isinstance(found, Refusal) else None


def media_in(folders: Folders) -> Media:
    """All drawings of a kiosk, listed once."""
    return Media(
        icons=frozenset(path.stem for folder in folders.icon_folders for path in _drawings(folder)),
        pictures=frozenset(
            path.stem for folder in folders.picture_folders for path in _drawings(folder)
        ),
        common=folders.picture_folders,
        shipped=folders.shipped_pictures,
        judge=_judge(folders.cache),
    )


@cache
def _judge(cache_folder: Path) -> Pictures:
    """Shared by all readers, because it caches its results."""
    return Pictures(cache_folder)


def is_file_name(picture: str) -> bool:
    """Whether a picture is a file beside the lesson rather than a name in the media folder."""
    return any(sign in picture for sign in "./\\:")


def stays_inside(picture: str, folder: Path) -> bool:
    """Whether a file name stays inside the lesson's folder on every operating system."""
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
    return (path for path in folder.iterdir() if is_picture_name(path.name))
