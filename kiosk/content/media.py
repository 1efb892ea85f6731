"""Which icons and pictures there are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kiosk.folders import Folders
from kiosk.pictures.names import file_named, is_picture_name, picture_file
from kiosk.pictures.own import is_own_drawing
from kiosk.pictures.refusal import Refusal
from kiosk.pictures.store import Pictures


@dataclass(frozen=True, slots=True)
class Media:
    """The names that lessons may call a drawing by, and who judges pictures."""

    icons: frozenset[str]
    pictures: frozenset[str]
    common: tuple[Path, ...] = ()
    """The folders of the pictures that all lessons may show, what counts first."""
    shipped: Path | None = None
    """That of them whose small drawings came with the kiosk."""
    judge: Pictures | None = field(default=None, compare=False)
    """None: whatever is there is taken for a picture."""

    def refusal_of(self, name: str, beside: Path) -> Refusal | None:
        """Why a picture that is there is not shown; None where it is, or is not there at all."""
        path = file_named(beside, name)
        if path is None and not is_file_name(name):
            path = picture_file(name, *self.common)
            if path is None or (self.shipped and is_own_drawing(path, self.shipped)):
                return None
        if path is None or self.judge is None:
            return None
        found = self.judge.look(path)
        return found if isinstance(found, Refusal) else None


def media_in(folders: Folders) -> Media:
    """All drawings of a kiosk, looked up once."""
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
    """One for all who read lessons: what it has seen once it knows."""
    return Pictures(cache_folder)


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
    return (path for path in folder.iterdir() if is_picture_name(path.name))
