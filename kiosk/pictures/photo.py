"""Converts photos and other raster images to plain bitmaps; only used in the picture process."""

import io
import warnings
import zlib
from struct import error as StructError  # noqa: N812 - an exception, not a constant

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)
from pillow_heif import HeifImageFile, register_heif_opener

from kiosk.pictures.refusal import RefusedError

MAX_SIDE_PX = 1600
"""Sufficient for the largest picture on a screen of 1920 × 1080."""
MAX_PIXELS = 64_000_000
MAX_PIXELS_JPEG = 220_000_000
"""JPEG is scaled down while decoding; current telephones take 50 to 200 megapixels."""
JPEG_QUALITY = 88
register_heif_opener()
FORMATS = tuple(
    str(sort.format)
    for sort in (
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        WebPImagePlugin.WebPImageFile,
        GifImagePlugin.GifImageFile,
        BmpImagePlugin.BmpImageFile,
        TiffImagePlugin.TiffImageFile,
        AvifImagePlugin.AvifImageFile,
        HeifImageFile,
    )
)
"""Other formats of Pillow are rarely used and less tested."""
MAX_TEXT_LENGTH = 1_000_000

PngImagePlugin.MAX_TEXT_CHUNK = MAX_TEXT_LENGTH
PngImagePlugin.MAX_TEXT_MEMORY = MAX_TEXT_LENGTH
Image.MAX_IMAGE_PIXELS = None
"""Pillow's limit is off; the pixels are counted here before decoding."""


MIN_LOST = 512
"""A file whose copying was interrupted often has its full size, with zeros at the end."""


def is_photo(data: bytes) -> bool:
    """Whether the data starts like a supported raster image, even a damaged one."""
    try:
        with _opened(data):
            return True
    except RefusedError as refused:
        return refused.refusal.code != "picture_unknown"


def plain_photo(data: bytes) -> Image.Image:
    """Decodes and scales down the picture, applies its rotation, and drops all metadata.

    Of an animation, the first frame is used.

    Raises:
        RefusedError: the data is no picture, damaged, or too large.
    """
    with _opened(data) as image:
        most = MAX_PIXELS_JPEG if image.format in ("JPEG", "MPO") else MAX_PIXELS
        if image.format in ("JPEG", "MPO") and _ends_in_zeros(data):
            raise RefusedError("picture_cut")
        if image.width * image.height > most:
            raise RefusedError(
                "picture_wide", size=f"{image.width} × {image.height}", most=str(most // 1_000_000)
            )
        try:
            image.draft(None, (MAX_SIDE_PX, MAX_SIDE_PX))
            image.load()
            upright = ImageOps.exif_transpose(image)
            plain = _in_plain_colours(upright)
            plain.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX), reducing_gap=2.0)
        except MemoryError as problem:
            raise RefusedError("picture_heavy") from problem
        except (OSError, SyntaxError, ValueError, EOFError, zlib.error, StructError) as problem:
            raise RefusedError("picture_cut") from problem
    return plain


def encoded(image: Image.Image) -> tuple[bytes, str]:
    """The picture as PNG (if transparent) or JPEG, with the file extension.

    Raises:
        RefusedError: the picture is fully transparent.
    """
    made = io.BytesIO()
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        if alpha.getbbox() is None:
            raise RefusedError("picture_blank")
        if alpha.getextrema() != (255, 255):
            image.save(made, "PNG")
            return made.getvalue(), ".png"
    image.convert("RGB").save(made, "JPEG", quality=JPEG_QUALITY)
    return made.getvalue(), ".jpg"


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Image.open(io.BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError as problem:
        raise RefusedError("picture_unknown") from problem
    except MemoryError as problem:
        raise RefusedError("picture_heavy") from problem
    except (OSError, SyntaxError, ValueError, EOFError, zlib.error, StructError) as problem:
        text_bomb = "ecompressed" in str(problem) or "text" in str(problem).lower()
        raise RefusedError("picture_heavy" if text_bomb else "picture_cut") from problem


def _ends_in_zeros(data: bytes) -> bool:
    """Whether the end of a JPEG file was never written."""
    written = data.rstrip(b"\0")
    return len(data) - len(written) >= MIN_LOST and not written.endswith(b"\xff\xd9")


def _in_plain_colours(image: Image.Image) -> Image.Image:
    """Converts to 8-bit RGB, or RGBA if it has transparency."""
    if image.mode in ("RGB", "RGBA"):
        return image.copy()
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    see_through = image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info
    return image.convert("RGBA" if see_through else "RGB")
