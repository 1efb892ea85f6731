"""Detects and decodes escaped characters in texts: `&aacute;`, `=C3=A1`."""

import re
from contextlib import suppress
from html import unescape

BEGIN = re.compile(r"[&=\\]")
CODE = re.compile(
    r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,6}|[A-Za-z]{2,8});|\\u[0-9a-fA-F]{4}|(?:=[0-9A-F]{2}){2,4}"
)
"""Escapes of HTML, JSON and quoted-printable (RFC 2045, 6.7)."""


def letters_in_code(text: str) -> tuple[str, str] | None:
    """The first escape in a text and its character; None when there is none."""
    if not BEGIN.search(text):
        return None
    found = ((match.group(), _letter(match)) for match in CODE.finditer(text))
    return next(((code, letter) for code, letter in found if letter != code), None)


def without_codes(text: str) -> str:
    """Replaces all escapes by their characters."""
    return CODE.sub(_letter, text) if BEGIN.search(text) else text


def _letter(match: re.Match[str]) -> str:
    """Decodes an escape; returns it unchanged if it is invalid, or an ASCII character."""
    code = match.group()
    if code.startswith("&"):
        return unescape(code).replace("\u00a0", " ")
    with suppress(ValueError):
        if code.startswith("\\u"):
            letter = chr(int(code.removeprefix("\\u"), 16))
            return letter if letter.isprintable() else code
        letters = bytes.fromhex(code.replace("=", "")).decode()
        return code if letters.isascii() else letters
    return code
