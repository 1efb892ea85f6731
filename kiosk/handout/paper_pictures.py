"""Prepares pictures for the templates: icons, ornaments, photos, phones."""

import re
from pathlib import Path

import typst
from PIL import Image
from PySide6.QtGui import QImage

from kiosk.folders import Folders
from kiosk.pictures.names import picture_file
from kiosk.pictures.own import is_trusted_drawing
from kiosk.pictures.refusal import Bitmap
from kiosk.pictures.store import Pictures

LEAD, BLACK = "#0B5345", "#000000"
"""The icon colours, as in templates/parts.typ."""
LIGHTEST_BLACK = 0.72
"""Brightness below which a pixel becomes black on a receipt."""
NO_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'
FILLED = re.compile(r'fill="#[0-9A-Fa-f]+"')


class PaperPictures:
    """Writes pictures under unique names into the folder used by Typst."""

    def __init__(self, folders: Folders, root: Path, judge: Pictures, *, black_only: bool) -> None:
        """`root`: the folder of the templates. `judge`: converts untrusted pictures to bitmaps."""
        self._folders = folders
        self._root = root
        self._black_only = black_only
        self._judge = judge
        self._phones = 0

    def icons(self, *names: str) -> None:
        """Writes icons in the paper's single colour, as `icons/<name>.svg`."""
        (self._root / "icons").mkdir(exist_ok=True)
        colour = BLACK if self._black_only else LEAD
        for name in set(names):
            places = (folder / f"{name}.svg" for folder in self._folders.icon_folders)
            path = next((path for path in places if is_trusted_drawing(path, path.parent)), None)
            drawing = path.read_text("utf-8") if path else NO_DRAWING
            coloured = drawing.replace("currentColor", colour)
            (self._root / "icons" / f"{name}.svg").write_text(coloured, "utf-8")

    def ornaments(self) -> None:
        """Writes the woven band and the pointing finger."""
        finger = (self._folders.shipped_pictures / "finger.svg").read_text("utf-8")
        if self._black_only:
            finger = FILLED.sub('fill="#FFFFFF"', finger).replace("#2A1A12", BLACK)
        (self._root / "finger.svg").write_text(finger, "utf-8")
        band = (self._folders.shipped_pictures / "brocade.svg").read_text("utf-8")
        (self._root / "brocade.svg").write_text(band, "utf-8")

    def picture(self, name: str, lesson_folder: str) -> str:
        """Writes a drawing or photo and returns its file name; empty when it is not usable."""
        folders = (*self._folders.picture_folders, Path(lesson_folder))
        path = picture_file(name, *folders) if name else None
        if path is None:
            return ""
        if not is_trusted_drawing(path, self._folders.shipped_pictures):
            found = self._judge.bitmap_of(path)
            if not isinstance(found, Bitmap):
                return ""
            path = found.path
        place = self._root / f"picture-{name}{path.suffix}"
        place.write_bytes(path.read_bytes())
        return place.name if self._can_be_set(place.name) else ""

    def _can_be_set(self, file: str) -> bool:
        """Whether Typst accepts the file; a damaged picture would make the whole sheet fail."""
        try:
            typst.Compiler(
                b"#image(sys.inputs.file)",
                root=self._root,
                sys_inputs={"file": file},
                ignore_system_fonts=True,
            ).compile(format="pdf")
        except RuntimeError:
            return False
        return True

    def phone(self, image: QImage) -> str:
        """Writes a picture of the phone; for a receipt in pure black and white."""
        drawn = image.convertToFormat(QImage.Format.Format_RGB888)
        size = (drawn.width(), drawn.height())
        lines = (bytes(drawn.constBits()), "raw", "RGB", drawn.bytesPerLine())
        picture = Image.frombytes("RGB", size, *lines)
        if self._black_only:
            level = 255 * LIGHTEST_BLACK
            picture = picture.convert("L").point(lambda grey: 0 if grey < level else 255)
        self._phones += 1
        name = f"phone-{self._phones}.png"
        picture.save(self._root / name, compress_level=1)
        return name
