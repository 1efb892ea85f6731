"""Validates and renders SVG drawings; only used in the picture process."""

import gzip
import io
import os
import re
import zlib
from collections import Counter, defaultdict
from xml.parsers import expat

from PIL import Image

from kiosk.pictures.refusal import RefusedError

MAX_SIDE_PX = 1200
MAX_SHAPES = 20_000
DEEPEST = 200
MAX_BYTES = 20_000_000
MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
GZIP = b"\x1f\x8b"
ACTIVE = frozenset({"script", "handler", "listener", "iframe", "audio", "video"})
LEADS_OUT = re.compile(
    r"url\(\s*['\"]?(?!#|['\"]?\s*data:image/)|@import|javascript:", re.IGNORECASE
)
REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"\s]+)")
DECLARATION = re.compile(r"^\s*<\?xml\s[^>]*\?>")
ONE_BYTE = re.compile(
    rb"""\s*<\?xml\s[^>]*encoding\s*=\s*["'](iso-8859-\d{1,2}|windows-125\d)["']""", re.IGNORECASE
)
"""8-bit encodings that older drawing programs declare."""
DATA_IMAGE = re.compile(r"data:image/(png|jpe?g|gif|webp)[;,]", re.IGNORECASE)


def svg_text(data: bytes) -> str | None:
    """Decodes an SVG file, compressed or not; None when the data is no SVG.

    Raises:
        RefusedError: the compressed data is damaged or expands beyond the limit.
    """
    if data.startswith(GZIP):
        data = _unpacked(data)
    declared = ONE_BYTE.match(data)
    usual = declared[1].decode() if declared else "utf-8"
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), usual)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    text = DECLARATION.sub("", text)
    return text if re.match(r"\s*<(svg|!DOCTYPE\s+svg|!--|\?|\w+:svg)", text) else None


def painted(text: str) -> Image.Image:
    """Renders the drawing to a bitmap.

    Raises:
        RefusedError: it is invalid, too complex, or has active content or external references.
    """
    _look_through(text)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QByteArray, QRectF, QSize, Qt  # noqa: PLC0415 - only for drawings
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    _ = QGuiApplication.instance() or QGuiApplication([])
    drawing = QSvgRenderer(QByteArray(text.encode()))
    own = drawing.viewBoxF().size()
    if not drawing.isValid() or own.isEmpty():
        raise RefusedError("picture_unknown")
    side = QSize(MAX_SIDE_PX, MAX_SIDE_PX)
    size = own.scaled(side, Qt.AspectRatioMode.KeepAspectRatio).toSize().expandedTo(QSize(1, 1))
    image = QImage(size, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    stride = plain.bytesPerLine()
    pixels = bytes(plain.constBits())
    return Image.frombytes("RGBA", (plain.width(), plain.height()), pixels, "raw", "RGBA", stride)


def _unpacked(data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as packed:
            text = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as problem:
        raise RefusedError("picture_cut") from problem
    if len(text) > MAX_BYTES:
        raise RefusedError("picture_heavy")
    return text


class _Finder:
    """Checks the elements of a drawing before it is rendered."""

    def __init__(self) -> None:
        self.shapes = 0
        self.root = ""
        self._open: list[str] = []
        self._inside: Counter[str] = Counter()
        self._used: defaultdict[str, list[str]] = defaultdict(list)
        """By id: the ids referenced inside that element; under "", all references."""
        self._gradients: set[str] = set()
        """The ids of gradients, which are not painted themselves."""

    def begin(self, name: str, fields: dict[str, str]) -> None:
        plain = name.rpartition(":")[2]
        self.root = self.root or plain
        self.shapes += 1
        if plain in ACTIVE:
            raise RefusedError("picture_active", part=f"<{plain}>")
        if plain == "foreignObject":
            raise RefusedError("picture_foreign")
        if len(self._open) > DEEPEST:
            raise RefusedError("picture_heavy")
        self._open.append(fields.get("id", ""))
        if plain.endswith("Gradient"):
            self._gradients.add(fields.get("id", ""))
        around = [each for each in self._open if each]
        self._inside.update(around)
        for field, value in fields.items():
            short = field.rpartition(":")[2].lower()
            self._check_field(short, value)
            used = REFERENCE.findall(value)
            if plain == "use" and short == "href":
                used.append(value.removeprefix("#"))
            for each in ("", *around) if used else ():
                self._used[each] += used

    def end(self, _name: str) -> None:
        self._open.pop()

    def painted_shapes(self) -> int:
        """The number of painted elements, counting each reference to an element."""
        times: dict[str, int] = {}

        def of(name: str) -> int:
            if name in self._gradients:
                return 0
            if name not in times:
                times[name] = 0  # elements that use themselves are painted once
                times[name] = self._inside[name] + sum(of(each) for each in self._used[name])
            return times[name]

        return self.shapes + sum(of(each) for each in self._used[""])

    def _check_field(self, field: str, value: str) -> None:
        if field.startswith("on"):
            raise RefusedError("picture_active", part=field)
        if field == "href" and not value.startswith("#") and not DATA_IMAGE.match(value):
            raise RefusedError("picture_leads_out", part=value[:40])
        if LEADS_OUT.search(value):
            raise RefusedError("picture_leads_out", part=value[:40])

    def text(self, text: str) -> None:
        """Text content, including style sheets."""
        if LEADS_OUT.search(text):
            raise RefusedError("picture_leads_out", part=text.strip()[:40])

    def entity(self, *_: object) -> None:
        """Entity declarations, which can expand to gigabytes."""
        raise RefusedError("picture_active", part="<!ENTITY>")

    def instruction(self, target: str, _data: str) -> None:
        """Processing instructions."""
        if target == "xml-stylesheet":
            raise RefusedError("picture_leads_out", part="xml-stylesheet")


def _look_through(text: str) -> None:
    finder, parser = _Finder(), expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = finder.begin
    parser.EndElementHandler = finder.end
    parser.CharacterDataHandler = finder.text
    parser.EntityDeclHandler = finder.entity
    parser.ProcessingInstructionHandler = finder.instruction
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 - expat's signature
    except expat.ExpatError as problem:
        raise RefusedError("picture_cut") from problem
    if finder.root != "svg":
        raise RefusedError("picture_unknown")
    try:
        count = finder.painted_shapes()
    except RecursionError as problem:
        raise RefusedError("picture_heavy") from problem
    if count > MAX_SHAPES:
        raise RefusedError("picture_many_parts", count=str(count), most=str(MAX_SHAPES))
