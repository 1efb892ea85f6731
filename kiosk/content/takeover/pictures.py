"""Whether a file is the picture that its name says, told by its first bytes."""

import re
import struct
from collections.abc import Iterator
from xml.etree import ElementTree as Xml
from xml.parsers import expat

from kiosk.content.takeover.names import shown_name
from kiosk.content.takeover.refusal import LARGEST_PICTURE_PX, RefusedError

_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "handler", "listener", "image", "audio"})
_LEADS_OUT = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:", re.IGNORECASE)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MOST_SHAPES = 20_000


def check_picture(name: str, content: bytes) -> None:
    """Whether the content is a picture of that ending, of a size that is shown.

    Raises:
        RefusedError: it is not.
    """
    shown = shown_name(name)
    ending = name.rpartition(".")[2]
    try:
        if ending == "svg":
            _check_drawing(content, shown)
            return
        width, height = _SIZES[ending](content)
    except (KeyError, struct.error, IndexError, ValueError, expat.ExpatError) as problem:
        raise RefusedError("no_picture", shown) from problem
    if not (0 < width <= LARGEST_PICTURE_PX and 0 < height <= LARGEST_PICTURE_PX):
        raise RefusedError("picture_wide", shown, f"{width}x{height}", str(LARGEST_PICTURE_PX))


def _size_of_png(content: bytes) -> tuple[int, int]:
    if content[:8] != b"\x89PNG\r\n\x1a\n" or content[12:16] != b"IHDR":
        raise ValueError("no PNG")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _size_of_jpeg(content: bytes) -> tuple[int, int]:
    if content[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    for mark, at in _segments(content):
        if mark in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 3 : at + 7])
            return width, height
    raise ValueError("no frame")


def _segments(content: bytes) -> Iterator[tuple[int, int]]:
    """The marks of a JPEG and where what belongs to them begins."""
    at = 2
    while content[at] == 0xFF:
        mark = content[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        yield mark, at + 2
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]


def _size_of_webp(content: bytes) -> tuple[int, int]:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise ValueError("no WebP")
    sort = content[12:16]
    if sort == b"VP8X":
        sides = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
    elif sort == b"VP8 ":
        sides = (side & 0x3FFF for side in struct.unpack("<HH", content[26:30]))
    elif sort == b"VP8L":
        (bits,) = struct.unpack("<I", content[21:25])
        sides = (1 + (bits >> shift & 0x3FFF) for shift in (0, 14))
    else:
        raise ValueError("no WebP that is known")
    width, height = sides
    return width, height


_SIZES = {
    "png": _size_of_png,
    "jpg": _size_of_jpeg,
    "jpeg": _size_of_jpeg,
    "webp": _size_of_webp,
}


class _NoDoctype(Xml.TreeBuilder):
    """Builds a tree; whatever declares its own entities is refused before they are used."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002 - the parser's signature
        """Such a declaration was met."""
        raise ValueError(name)


def _check_drawing(content: bytes, shown: str) -> None:
    """A drawing that draws, and does and fetches nothing."""
    if b"<!ENTITY" in content or b"<?xml-stylesheet" in content:
        raise RefusedError("picture_active", shown)
    parser = Xml.XMLParser(target=_NoDoctype())  # noqa: S314 - entities were refused above
    try:
        parser.feed(content)
        root = parser.close()
    except Xml.ParseError as problem:
        raise ValueError("no XML") from problem
    if root.tag not in (f"{_SVG}svg", "svg"):
        raise ValueError("no SVG")
    for count, shape in enumerate(root.iter()):
        if count > _MOST_SHAPES or _is_active(shape):
            raise RefusedError("picture_active", shown)


def _is_active(shape: Xml.Element) -> bool:
    """Whether a part of a drawing runs something, or leads out of its file."""
    if not isinstance(shape.tag, str) or shape.tag.rpartition("}")[2] in _ACTIVE:
        return True
    for name, value in shape.attrib.items():
        plain = name.rpartition("}")[2].lower()
        if plain.startswith("on") or (plain == "href" and not value.startswith("#")):
            return True
        if _LEADS_OUT.search(value):
            return True
    return bool(_LEADS_OUT.search(shape.text or ""))
