"""Image providers for QML: icons in any colour, pictures, photos, QR codes."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.editor.photo_shapes import SHAPES, kept_part
from kiosk.folders import Folders
from kiosk.pictures.names import picture_file
from kiosk.pictures.own import is_trusted_drawing
from kiosk.pictures.refusal import Bitmap
from kiosk.pictures.store import Pictures
from kiosk.qr.code import modules_of
from kiosk.qt.overrides import answered_always

DEFAULT_SIZE = QSize(64, 64)
KEPT_BYTES = 4_000_000
"""The cache size for pictures: the tiles of a page, and one or two large ones."""
KEPT_ICON_BYTES = 2_000_000
"""The cache size for icons: those of one or two lessons, in each of their sizes."""
QUIET_MODULES = 4


class KeptPictures:
    """A thread-safe cache of the most recently used pictures, limited in bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._kept: dict[tuple[Path, int, int, int, str], QImage] = {}
        self._bytes = 0
        self._lock = Lock()

    def get(self, path: Path, width: int, height: int, colour: str = "") -> QImage:
        """Returns the picture of a file, rendered again when the file changes; icons have a colour.

        Raises:
            OSError: the file cannot be read.
        """
        key = (path, path.stat().st_mtime_ns, width, height, colour)
        with self._lock:
            image = self._kept.pop(key, None)
            if image is not None:
                self._kept[key] = image
                return image
        image = _picture(path, QSize(width, height), colour)
        with self._lock:
            if key not in self._kept:  # as another thread may have drawn it meanwhile
                self._kept[key] = image
                self._bytes += image.sizeInBytes()
            while self._bytes > self._most_bytes:
                self._bytes -= self._kept.pop(next(iter(self._kept))).sizeInBytes()
        return image


class Drawings(QQuickImageProvider):
    """An image provider that renders each image with a function."""

    def __init__(self, draw: Callable[[str, QSize], QImage]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._draw = draw

    @answered_always(QImage)
    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:  # noqa: ARG002 - Qt's signature
        """Returns the image for the address after the provider's name."""
        wanted = requested if requested.isValid() and not requested.isEmpty() else DEFAULT_SIZE
        return self._draw(address, wanted)


def icons(*folders: Path) -> Drawings:
    """Provides icons by `<name>/<rrggbb>`, from the first folder with a small, plain drawing."""
    kept = KeptPictures(KEPT_ICON_BYTES)

    def draw(address: str, size: QSize) -> QImage:
        name, _, colour = address.partition("/")
        places = [folder / f"{Path(name).name}.svg" for folder in folders]
        path = next((path for path in places if is_trusted_drawing(path, path.parent)), places[-1])
        try:
            return kept.get(path, size.width(), size.height(), f"#{colour}")
        except OSError:
            return _empty(size)

    return Drawings(draw)


def pictures(
    folders: Folders, lesson_folder: Callable[[], str], judge: Pictures | None = None
) -> Drawings:
    """Provides pictures by name, from the common folders or the folder of the shown lesson.

    Only the kiosk's own small drawings are rendered here; for all other files the plain bitmap is
    shown that `judge` has made. That may take seconds: such images are requested from another
    thread than the window's (`asynchronous` in QML). Without `judge` they are empty.
    """
    kept = KeptPictures(KEPT_BYTES)

    def draw(address: str, size: QSize) -> QImage:
        path = picture_file(unquote(address), *folders.picture_folders, Path(lesson_folder()))
        if path is None:
            return _empty(size)
        if not is_trusted_drawing(path, folders.shipped_pictures):
            found = judge.bitmap_of(path) if judge else None
            if not isinstance(found, Bitmap):
                return _empty(size)
            path = found.path
        return kept.get(path, size.width(), size.height())

    return Drawings(draw)


def photos(judge: Pictures) -> Drawings:
    """Provides photos of any folder by `<shape>/<path>`, cropped as they would be in a lesson.

    Requested from another thread than the window's, like pictures.
    """

    def draw(address: str, size: QSize) -> QImage:
        shape, _, place = unquote(address).partition("/")
        found = judge.bitmap_of(Path(place))
        if not isinstance(found, Bitmap):
            return _empty(size)
        image = _photo(found.path, QSize(found.width, found.height))
        kept = kept_part(image.width(), image.height(), SHAPES.get(shape, 0))
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not for the first frame

        return image.copy(*kept).scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    return Drawings(draw)


def _picture(path: Path, size: QSize, colour: str) -> QImage:
    if path.suffix != ".svg":
        return _photo(path, size)
    return _svg_image(_svg_of(path, colour) if colour else path.read_bytes(), size)


def codes() -> Drawings:
    """Provides QR codes by their percent-encoded text."""

    def draw(address: str, size: QSize) -> QImage:
        return _code_image(unquote(address), size)

    return Drawings(draw)


def _svg_of(path: Path, colour: str) -> bytes:
    drawing = path.read_text(encoding="utf-8")
    return drawing.replace("currentColor", QColor(colour).name()).encode()


def _empty(size: QSize) -> QImage:
    """Returns a transparent image; `fill` would look up every colour of the `Qt` namespace."""
    width, height = max(0, size.width()), max(0, size.height())
    nothing = bytes(4 * width * height)
    return QImage(nothing, width, height, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _svg_image(drawing: bytes, size: QSize) -> QImage:
    """Renders an SVG as large as fits; empty when it is invalid."""
    renderer = QSvgRenderer(QByteArray(drawing)) if drawing else None
    if renderer is None or not renderer.isValid():
        return _empty(size)
    own = renderer.viewBoxF().size()
    image = _empty(_fitted(own, size).toSize())
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _fitted(own: QSizeF, size: QSize) -> QSizeF:
    """Returns the largest size with these proportions; Qt's `scaled` needs the `Qt` namespace."""
    if own.isEmpty():
        return size.toSizeF()
    width = size.height() * own.width() / own.height()
    if width <= size.width():
        return QSizeF(width, size.height())
    return QSizeF(size.width(), size.width() * own.height() / own.width())


def _photo(path: Path, size: QSize) -> QImage:
    """Reads a bitmap, scaled to fit; empty when it cannot be read."""
    reader = QImageReader(str(path))
    own = reader.size()
    if own.isValid():
        from PySide6.QtCore import Qt  # noqa: PLC0415 - not for the first frame

        reader.setScaledSize(own.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return image if not image.isNull() else _empty(size)


def _code_image(text: str, size: QSize) -> QImage:
    """Renders a QR code, with whole pixels per module and a quiet zone, centred on white."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - not for the first frame

    modules = modules_of(text)
    count = len(modules) + 2 * QUIET_MODULES
    module_px = max(1, min(size.width(), size.height()) // count)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    left = (size.width() - module_px * len(modules)) // 2
    top = (size.height() - module_px * len(modules)) // 2
    pixels = b"".join(b"\0" if dark else b"\xff" for line in modules for dark in line)
    side = len(modules)
    code = QImage(pixels, side, side, side, QImage.Format.Format_Grayscale8)
    painter = QPainter(image)
    painter.drawImage(QRect(left, top, side * module_px, side * module_px), code)
    painter.end()
    return image
