"""Pictures for the documents: small files, taken anew only when they show something else."""

from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtGui import QImage

WIDTH_PX, HEIGHT_PX = 960, 540
COLOURS = 96
CELL_PX = 4
"""Pictures are compared by the mean colour of squares of this side: how letters are smoothed
differs from machine to machine, what is shown does not."""
TOLERANCE = 32
"""How far a channel of a square's colour, of 255, may be off."""
MOST_OTHER_CELLS = 0.002
"""The share of squares that may be off by more."""


def small_picture(picture: QImage) -> Image.Image:
    """The picture as large as a page shows it."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (rgb.width(), rgb.height())
    image = Image.frombuffer(
        "RGB", size, bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine(), 1
    )
    image.thumbnail((WIDTH_PX, HEIGHT_PX), Image.Resampling.LANCZOS)
    return image


def shows_something_else(before: Image.Image, now: Image.Image) -> bool:
    """Whether two pictures differ by more than the smoothing of their letters."""
    if before.size != now.size:
        return True
    cells = [each.convert("RGB").reduce(CELL_PX) for each in (before, now)]
    channels = ImageChops.difference(*cells).split()
    worst = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    off = sum(worst.histogram()[TOLERANCE + 1 :])
    return off > MOST_OTHER_CELLS * worst.width * worst.height


def save_if_new(picture: Image.Image, path: Path) -> bool:
    """Write the picture unless the file shows the same; whether it was written."""
    if path.is_file():
        with Image.open(path) as before:
            if not shows_something_else(before, picture):
                return False
    # Small spots of a colour of their own keep it; what few colours cannot show is kept whole.
    how = Image.Quantize.MAXCOVERAGE
    few = picture.quantize(COLOURS, how, kmeans=1, dither=Image.Dither.NONE)
    (picture if shows_something_else(few, picture) else few).save(path, optimize=True)
    return True
