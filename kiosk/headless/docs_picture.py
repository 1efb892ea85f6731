"""Screenshots for the documentation: small files, replaced only when their content changes."""

from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtGui import QImage

WIDTH_PX, HEIGHT_PX = 960, 540
COLOURS = 96
CELL_PX = 4
"""Pictures are compared by the mean colour of square cells of this size, as the antialiasing of
text differs between machines."""
TOLERANCE = 32
"""The tolerated difference of a cell's colour, per channel, of 255."""
MAX_OTHER_CELLS = 0.002
"""The fraction of cells that may exceed the tolerance."""


def small_picture(picture: QImage) -> Image.Image:
    """Returns the picture scaled to the size used in the documentation."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (rgb.width(), rgb.height())
    image = Image.frombuffer(
        "RGB", size, bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine(), 1
    )
    image.thumbnail((WIDTH_PX, HEIGHT_PX), Image.Resampling.LANCZOS)
    return image


def pictures_differ(before: Image.Image, now: Image.Image) -> bool:
    """True when two pictures differ by more than the antialiasing of text."""
    if before.size != now.size:
        return True
    cells = [each.convert("RGB").reduce(CELL_PX) for each in (before, now)]
    channels = ImageChops.difference(*cells).split()
    worst = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    off = sum(worst.histogram()[TOLERANCE + 1 :])
    return off > MAX_OTHER_CELLS * worst.width * worst.height


def save_if_new(picture: Image.Image, path: Path) -> bool:
    """Saves the picture unless the file already shows the same; returns True when it was saved."""
    if path.is_file():
        with Image.open(path) as before:
            if not pictures_differ(before, picture):
                return False
    # MAXCOVERAGE preserves the colours of small spots; a picture that 96 colours change visibly is
    # saved in full colour.
    how = Image.Quantize.MAXCOVERAGE
    few = picture.quantize(COLOURS, how, kmeans=1, dither=Image.Dither.NONE)
    (picture if pictures_differ(few, picture) else few).save(path, optimize=True)
    return True
