"""Generates unusual and malicious picture files."""

import gzip
import io
import os
import struct
import unicodedata
import zlib
from pathlib import Path

from PIL import Image

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">{}</svg>'
RED = (200, 30, 30)


def chunk(sort: bytes, data: bytes) -> bytes:
    """A PNG chunk."""
    return struct.pack(">I", len(data)) + sort + data + struct.pack(">I", zlib.crc32(sort + data))


def png(width: int, height: int, lines: bytes, *before: bytes) -> bytes:
    """A PNG whose header states this size; `before`: chunks before its pixel data."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(lines))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(before) + pixels + chunk(b"IEND", b"")


def encoded(image: Image.Image, sort: str, **how: object) -> bytes:
    """The image as the contents of a file."""
    made = io.BytesIO()
    image.save(made, sort, **how)
    return made.getvalue()


LINES = b"".join(b"\0" + bytes(RED) * 40 for _ in range(40))
TEXT = chunk(b"zTXt", b"k\0\0" + zlib.compress(b"a" * 50_000_000))
PLAIN = Image.new("RGB", (60, 40), RED)


def nested_references(part: str, field: str) -> str:
    """Nested references in a few hundred bytes; each level paints the one below eight times."""
    inner = '<rect width="9" height="9"/>'
    levels = "".join(
        f'<{part} id="p{at}" width="1" height="1">'
        + (f'<rect width="9" height="9" {field}="url(#p{at - 1})"/>' * 8 if at else inner)
        + f"</{part}>"
        for at in range(9)
    )
    shown = f'<rect width="90" height="90" {field}="url(#p8)"/>'
    return SVG.format(f"<defs>{levels}</defs>{shown}")


def gradients(count: int) -> str:
    """Many shapes that share one gradient: no exponential painting."""
    stops = '<stop offset="0" stop-color="#0a0"/><stop offset="1" stop-color="#00a"/>' * 4
    parts = '<rect width="90" height="90" fill="url(#g)"/>' * count
    return SVG.format(f'<linearGradient id="g">{stops}</linearGradient>{parts}')


def nested_uses(depth: int) -> str:
    """Nested uses of one square in some hundred bytes; each level paints ten of the one below."""
    parts = ['<g id="a0"><rect width="9" height="9"/></g>']
    parts += (f'<g id="a{at}">{f"""<use href="#a{at - 1}"/>""" * 10}</g>' for at in range(1, depth))
    return SVG.format(f'<defs>{"".join(parts)}</defs><use href="#a{depth - 1}"/>')


def many_scans() -> bytes:
    """A progressive JPEG whose last scan is repeated two hundred times."""
    data = encoded(Image.effect_noise((800, 800), 60), "JPEG", progressive=True, quality=90)
    begin, end = data.rfind(b"\xff\xda"), data.rfind(b"\xff\xd9")
    return data[:end] + data[begin:end] * 200 + data[end:]


def half_copied() -> bytes:
    """A JPEG of full size whose second half was never written."""
    data = encoded(Image.effect_noise((600, 600), 60), "JPEG")
    return data[: len(data) // 2] + bytes(len(data) // 2)


def shapes(count: int) -> str:
    """A drawing of `count` paths."""
    return SVG.format("".join(f'<path d="M{i % 1000} {i // 9} l9 9 h-5 z"/>' for i in range(count)))


MADE: dict[str, bytes | str] = {
    "m02-50mp.jpg": encoded(Image.new("RGB", (8160, 6120), RED), "JPEG", quality=30),
    "108mp (2).jpg": encoded(Image.new("RGB", (12000, 9000), RED), "JPEG", quality=30),
    "m03b-lossless.webp": encoded(PLAIN, "WEBP", lossless=True),
    "m05b-16bit.png": encoded(Image.new("I;16", (60, 40), 40_000), "PNG"),
    "m07.bmp": encoded(PLAIN, "BMP"),
    "m07b.tiff": encoded(PLAIN, "TIFF"),
    "bang-mau.gif": encoded(PLAIN.convert("P"), "GIF", transparency=0),
    "den-trang.png": encoded(PLAIN.convert("1"), "PNG"),
    "ẢNH CỦA CHÁU [1].JPEG": encoded(PLAIN, "JPEG"),
    unicodedata.normalize("NFD", "chợ quê.png"): encoded(PLAIN, "PNG"),
    "100% #1.png": encoded(PLAIN, "PNG"),
    "cut.png": encoded(Image.effect_noise((300, 300), 50), "PNG")[:9_000],
    "text-bomb.png": png(40, 40, LINES, *[TEXT] * 20),
    "text-small.png": png(40, 40, LINES, chunk(b"tEXt", b"Comment\0hello")),
    "bomb.png": png(60_000, 60_000, b"\0" * 1_000_000),
    "trong-suot.png": encoded(Image.new("RGBA", (9, 9), (0, 0, 0, 0)), "PNG"),
    "trang-web.jpg": "<html><body>404</body></html>",
    "van-ban.pdf.png": b"%PDF-1.7\n",
    "nested-use.svg": nested_uses(9),
    "nested-pattern.svg": nested_references("pattern", "fill"),
    "nested-mask.svg": nested_references("mask", "mask"),
    "gradients.svg": gradients(6000),
    "self-use.svg": SVG.format('<g id="a"><rect width="500" height="500"/><use href="#a"/></g>'),
    "used-twice.svg": nested_uses(3),
    "deep.svg": SVG.format("<g>" * 5_000 + "</g>" * 5_000),
    "tay-au.svg": b'<?xml version="1.0" encoding="ISO-8859-1"?>'
    + SVG.format('<rect width="500" height="500" id="\xe9"/>').encode("latin-1"),
    "entity.svg": '<!DOCTYPE svg [<!ENTITY a "aa">]>' + SVG.format("<text>&a;</text>"),
    "script.svg": SVG.format("<script>x()</script>"),
    "onclick.svg": SVG.format('<rect width="9" height="9" onclick="x()"/>'),
    "remote.svg": SVG.format('<image href="file:///etc/passwd" width="9" height="9"/>'),
    "style-import.svg": SVG.format("<style>@import 'x.css'</style>"),
    "stylesheet.svg": '<?xml-stylesheet href="a.css"?>' + SVG.format("<rect/>"),
    "foreign.svg": SVG.format("<foreignObject><p>x</p></foreignObject>"),
    "blank.svg": SVG.format(""),
    "not-closed.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect',
    "19000.svg": shapes(19_000),
    "bomb.svgz": gzip.compress(b"<svg>" + b" " * 60_000_000),
    "many-scans.jpg": many_scans(),
    "half-copied.jpg": half_copied(),
    "padded.jpg": encoded(PLAIN, "JPEG") + bytes(4096),
}


def make_all(folder: Path) -> None:
    """Writes all pictures into the folder, and a named pipe without a writer."""
    for name, content in MADE.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    os.mkfifo(folder / "fifo.png")
