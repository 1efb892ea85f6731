"""Encodes QR codes and draws them as SVG."""

import sys
from functools import lru_cache
from itertools import groupby
from typing import Any

Modules = tuple[tuple[bool, ...], ...]
"""Rows of modules without the quiet zone; True is dark."""

_ECI, _UTF_8 = 0b0111, 26
"""ECI mode and number for UTF-8 data (ISO/IEC 18004, AIM ECI)."""
_BYTES = 0b0100
_PADDING = (0xEC, 0x11)
_DRAWERS = "qrcode.image.styles.moduledrawers.pil"
"""qrcode's drawing module for Pillow, which loads 3 MB of libraries; its import is blocked."""
KEPT = 32
"""Number of cached codes: the steps of a page show the same ones repeatedly."""
QUIET_MODULES = 4
"""The quiet zone that scanners require."""


@lru_cache(KEPT)
def modules_of(text: str) -> Modules:
    """The modules of the code for a text.

    For non-ASCII text the code declares UTF-8, because some scanners assume another encoding
    otherwise.

    Raises:
        ValueError: the text is empty or too long for a code.
    """
    sys.modules.setdefault(_DRAWERS, None)  # type: ignore[arg-type]  # None makes the import fail
    import qrcode  # noqa: PLC0415 - a slow import, needed only when a code is shown
    from qrcode.constants import ERROR_CORRECT_M  # noqa: PLC0415
    from qrcode.exceptions import DataOverflowError  # noqa: PLC0415

    if not text:
        raise ValueError("a code must say something")
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    try:
        if text.isascii():
            code.make(fit=True)
        else:
            _mark_as_utf_8(code, text.encode())
            code.make(fit=False)
    except (DataOverflowError, ValueError) as problem:
        raise ValueError("too long for a code") from problem
    return tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix())


def svg_of(text: str) -> str:
    """The code with its quiet zone, as a single path to avoid gaps between modules.

    Raises:
        ValueError: the text is empty or too long for a code.
    """
    modules = modules_of(text)
    side = len(modules) + 2 * QUIET_MODULES
    bars = []
    for y, row in enumerate(modules, start=QUIET_MODULES):
        x = QUIET_MODULES
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                bars.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#000" d="{"".join(bars)}"/></svg>'
    )


def _mark_as_utf_8(code: Any, content: bytes) -> None:  # noqa: ANN401 - the library has no types
    """Sets version and data with an ECI header, which the library does not support."""
    from qrcode import base, util  # noqa: PLC0415

    for version in range(code.best_fit(), 41):
        buffer = util.BitBuffer()
        buffer.put(_ECI, 4)
        buffer.put(_UTF_8, 8)
        buffer.put(_BYTES, 4)
        buffer.put(len(content), util.length_in_bits(_BYTES, version))
        for byte in content:
            buffer.put(byte, 8)
        blocks = base.rs_blocks(version, code.error_correction)
        room = sum(block.data_count * 8 for block in blocks)
        if len(buffer) <= room:
            _fill(buffer, room)
            code.version = version
            code.data_cache = util.create_bytes(buffer, blocks)
            return
    raise ValueError("too long for a code")


def _fill(buffer: Any, room: int) -> None:  # noqa: ANN401 - the library has no types
    """Adds the terminator and the padding bytes of the standard."""
    buffer.put(0, min(4, room - len(buffer)))
    buffer.put(0, -len(buffer) % 8)
    for number in range((room - len(buffer)) // 8):
        buffer.put(_PADDING[number % 2], 8)
