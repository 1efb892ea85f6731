"""Drawings for QML: icons in any colour, pictures, QR codes."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.qr.code import modules_of

DEFAULT_SIZE = QSize(64, 64)
KEPT_IMAGES = 12
"""How many pictures are kept: those of a page and of the pages before it."""
QUIET_MODULES = 4
LARGEST_PX = 4096
DRAWING_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
PLAIN_NAME = re.compile(r"[\w][\w .-]*")


class Drawings(QQuickImageProvider):
    """Gives QML an image for an address, drawn by one function."""

    def __init__(self, draw: Callable[[str, QSize], QImage]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._draw = draw

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:  # noqa: ARG002 - Qt's signature
        """The image for the part of the address behind the provider's name."""
        wanted = requested if requested.isValid() and not requested.isEmpty() else DEFAULT_SIZE
        return self._draw(address, wanted)


def icons(folder: Path) -> Drawings:
    """Icons by `<name>/<rrggbb>`."""

    def draw(address: str, size: QSize) -> QImage:
        name, _, colour = address.partition("/")
        return _svg_image(_svg_of(folder / f"{Path(name).name}.svg", f"#{colour}"), size)

    return Drawings(draw)


def pictures(folder: Path, lesson_folder: Callable[[], str]) -> Drawings:
    """Pictures by name, from the common folder or beside the lesson that is shown."""

    def draw(address: str, size: QSize) -> QImage:
        path = picture_file(address, folder, Path(lesson_folder()))
        if path is None:
            return _empty(size)
        return _picture(path, path.stat().st_mtime_ns, size.width(), size.height())

    return Drawings(draw)


@lru_cache(maxsize=KEPT_IMAGES)
def _picture(path: Path, _written_ns: int, width: int, height: int) -> QImage:
    """The picture in a file, kept until the file changes."""
    size = QSize(width, height)
    return _svg_image(path.read_bytes(), size) if path.suffix == ".svg" else _photo(path, size)


def picture_file(name: str, *folders: Path) -> Path | None:
    """The file that a picture's name means, in the first folder that has it."""
    if not PLAIN_NAME.fullmatch(name):
        return None
    for folder in folders:
        for path in (folder / name, *(folder / f"{name}{suffix}" for suffix in DRAWING_SUFFIXES)):
            if path.suffix in DRAWING_SUFFIXES and path.is_file():
                return path
    return None


def codes() -> Drawings:
    """QR codes by the percent-encoded text that they say."""

    def draw(address: str, size: QSize) -> QImage:
        return _code_image(unquote(address), size)

    return Drawings(draw)


def _svg_of(path: Path, colour: str) -> bytes:
    try:
        drawing = path.read_text(encoding="utf-8")
    except OSError:
        return b""
    return drawing.replace("currentColor", QColor(colour).name()).encode()


def _empty(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _svg_image(drawing: bytes, size: QSize) -> QImage:
    """The drawing as large as fits, in the middle of the image."""
    renderer = QSvgRenderer(QByteArray(drawing)) if drawing else None
    if renderer is None or not renderer.isValid():
        return _empty(size)
    own = renderer.viewBoxF().size()
    image = _empty(own.scaled(size, Qt.AspectRatioMode.KeepAspectRatio).toSize())
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _photo(path: Path, size: QSize) -> QImage:
    """The photograph no larger than needed; an empty image when it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    own = reader.size()
    if own.width() > LARGEST_PX or own.height() > LARGEST_PX:
        return _empty(size)
    if own.isValid():
        reader.setScaledSize(own.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return image if not image.isNull() else _empty(size)


def _code_image(text: str, size: QSize) -> QImage:
    """The code in whole pixels for each module, with its quiet border, in the middle of white."""
    modules = modules_of(text)
    count = len(modules) + 2 * QUIET_MODULES
    module_px = max(1, min(size.width(), size.height()) // count)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    left = (size.width() - module_px * len(modules)) // 2
    top = (size.height() - module_px * len(modules)) // 2
    painter = QPainter(image)
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                painter.fillRect(
                    left + column * module_px,
                    top + row * module_px,
                    module_px,
                    module_px,
                    Qt.GlobalColor.black,
                )
    painter.end()
    return image
