"""QR codes: which of their modules are dark, and how they are drawn."""

import sys
from functools import lru_cache
from itertools import groupby
from typing import Any

Modules = tuple[tuple[bool, ...], ...]
"""Rows of modules, True where dark, without the quiet zone."""

_ECI, _UTF_8 = 0b0111, 26
"""The mode and number by which a code says that its bytes are UTF-8 (ISO/IEC 18004, AIM ECI)."""
_BYTES = 0b0100
_PADDING = (0xEC, 0x11)
_DRAWERS = "qrcode.image.styles.moduledrawers.pil"
"""What draws codes with Pillow, whose libraries hold 3 MB; where it is missing, nothing does."""
KEPT = 32
"""So many codes are kept: a page shows the same ones again at each of its steps."""
QUIET_MODULES = 4
"""The light border that a camera needs."""


@lru_cache(KEPT)
def modules_of(text: str) -> Modules:
    """The square of dark and light modules that says the text.

    Where the text has other letters than ASCII the code says that it is UTF-8; without that some
    scanners take its bytes for another encoding.

    Raises:
        ValueError: the text is empty or too long for a code.
    """
    sys.modules.setdefault(_DRAWERS, None)  # type: ignore[arg-type]  # as if it were missing
    import qrcode  # noqa: PLC0415 - slow to import, and wanted only where a code is shown
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
    """The code with its quiet border; one shape, so that no light shows between two modules.

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
    """Give the code its version and its data, which the library cannot mark itself."""
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
    """End the data, and fill what room is left with the padding of the standard."""
    buffer.put(0, min(4, room - len(buffer)))
    buffer.put(0, -len(buffer) % 8)
    for number in range((room - len(buffer)) // 8):
        buffer.put(_PADDING[number % 2], 8)
