"""Drawings and photos for the pages."""

import hashlib
from pathlib import Path

from PIL import Image

from kiosk.folders import Folders
from kiosk.pictures.names import picture_file
from kiosk.pictures.own import is_trusted_drawing
from kiosk.pictures.refusal import Bitmap
from kiosk.pictures.store import Pictures

FOLDER = "pictures"
MAX_PX = 800


class PagePictures:
    """Copies pictures into the output folder; the same picture is stored once."""

    def __init__(self, folders: Folders, output: Path) -> None:
        self._folders = folders
        self._output = output
        self._judge = Pictures(folders.cache)

    def close(self) -> None:
        """Ends the picture process."""
        self._judge.close()

    def place(self, lesson_folder: str, name: str) -> str:
        """The path of a picture relative to the pages; empty when there is none."""
        path = picture_file(name, *self._folders.picture_folders, Path(lesson_folder))
        if path is None:
            return ""
        if is_trusted_drawing(path, self._folders.shipped_pictures):
            return self._kept(path.stem, ".svg", path.read_bytes())
        bitmap = self._judge.bitmap_of(path)
        return self._photo(bitmap) if isinstance(bitmap, Bitmap) else ""

    def own(self, name: str) -> str:
        """The path of a shipped drawing."""
        return self.place("", name)

    def _photo(self, bitmap: Bitmap) -> str:
        target = self._output / FOLDER / "made.webp"
        target.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(bitmap.path) as image:
            image.thumbnail((MAX_PX, MAX_PX))
            image.save(target, "WEBP", quality=80, method=6)
        content = target.read_bytes()
        target.unlink()
        return self._kept(hashlib.sha256(content).hexdigest()[:16], ".webp", content)

    def _kept(self, stem: str, ending: str, content: bytes) -> str:
        place = f"{FOLDER}/{stem}{ending}"
        target = self._output / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return place
