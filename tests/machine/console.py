"""Draws text as the Linux console does, with the glyphs of a console font."""

import gzip
import struct
from pathlib import Path

from machine import HEIGHT, WIDTH
from PIL import Image

PSF1, PSF2 = b"\x36\x04", b"\x72\xb5\x4a\x86"
SEPARATOR_1, SEPARATOR_2 = 0xFFFF, 0xFF
GREY = (170, 170, 170)


def read_glyphs(font: Path) -> dict[str, Image.Image]:
    """The glyphs of a console font as pictures, at twice their size, as with `setfont -d`."""
    content = gzip.decompress(font.read_bytes())
    if content.startswith(PSF2):
        _, _, start, _, count, size, height, width = struct.unpack_from("<8I", content)
        table = content[start + count * size :].split(bytes([SEPARATOR_2]))
        names = [part.decode("utf-8", "ignore") for part in table]
    elif content.startswith(PSF1):
        mode, height = content[2], content[3]
        start, count, size, width = 4, 512 if mode & 1 else 256, height, 8
        rest = content[start + count * size :]
        values = struct.unpack(f"<{len(rest) // 2}H", rest)
        names = [""]
        for value in values:
            if value == SEPARATOR_1:
                names.append("")
            else:
                names[-1] += chr(value)
    else:
        raise ValueError(font)
    glyphs = {}
    for number, characters in zip(range(count), names, strict=False):
        offset = start + number * size
        glyph = Image.frombytes("1", (width, height), content[offset : offset + size])
        glyphs.update(dict.fromkeys(characters, glyph.resize((2 * width, 2 * height))))
    return glyphs


def render_text(lines: list[str], glyphs: dict[str, Image.Image]) -> Image.Image:
    """A picture of an otherwise empty console with the lines at the top."""
    width, height = next(iter(glyphs.values())).size
    screen = Image.new("RGB", (WIDTH, HEIGHT))
    for row, line in enumerate(lines):
        for column, character in enumerate(line):
            if character != " ":
                screen.paste(GREY, (column * width, row * height), glyphs[character])
    return screen
