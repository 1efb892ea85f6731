"""Reads the text of a file, rejecting files that are not plain UTF-8 text."""

import os
import re
import stat
import unicodedata
from codecs import BOM_UTF8
from errno import ENOSYS, errorcode
from pathlib import Path

from kiosk.content.problems import START, Position, Problem, problem_at
from kiosk.durable import open_without_waiting

MAX_KB = 256
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT = 200
"""Number of bytes checked for UTF-16 without a BOM, in which every second byte is zero."""
OFFICE_FILES = {
    b"{\\rtf": "RTF (Word)",
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP (Word, Excel)",
    b"\xd0\xcf\x11\xe0": "DOC (Word)",
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG": "PNG",
    b"<!DOCTYPE": "HTML",
    b"<!doctype": "HTML",
    b"<html": "HTML",
}
"""Magic bytes of file types that are often renamed to or saved as lesson files."""
LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def shown_path(path: Path) -> str:
    """The path as shown to users: relative to the current folder if it is inside it."""
    whole = path.absolute()
    here = Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def read_text(path: Path) -> str | Problem:
    """The file's text, or the problem for which it cannot be read."""
    shown = shown_path(path)
    try:
        with open(path, "rb", opener=open_without_waiting) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                return problem_at(shown, START, "file_unreadable", reason=errorcode[ENOSYS])
            size = found.st_size
            if size > MAX_KB * 1024:
                return problem_at(
                    shown, START, "file_too_big", size=str(size // 1024), most=str(MAX_KB)
                )
            return decoded(shown, file.read())
    except OSError as error:
        reason = errorcode.get(error.errno or 0, error.strerror or "")
        return problem_at(shown, START, "file_unreadable", reason=reason)


def decoded(shown: str, data: bytes) -> str | Problem:
    """Decodes UTF-8 and normalises to NFC, the form in which keyboards write Vietnamese."""
    begin = data.removeprefix(BOM_UTF8).lstrip()
    for sign, sort in OFFICE_FILES.items():
        if begin.startswith(sign):
            return problem_at(shown, START, "not_plain_text", sort=sort)
    if data.startswith(UTF16_MARKS):
        return problem_at(shown, START, "not_utf8")
    if (at := data.find(0)) >= 0:
        zeros, seen = data[:LOOKED_AT].count(0), len(data[:LOOKED_AT])
        if seen / 3 < zeros < seen:
            return problem_at(shown, START, "not_utf8")
        return problem_at(shown, _place(data[:at].decode("utf-8", "replace")), "nul_byte")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        is_cut = error.reason == "unexpected end of data"
        usual = problem_at(shown, _place(before), "file_cut" if is_cut else "not_utf8")
        return _legacy_encoding(shown, data.decode("latin-1")) or usual
    return unicodedata.normalize("NFC", text)


def _legacy_encoding(shown: str, text: str) -> Problem | None:
    """The problem of a file whose bytes are Vietnamese in TCVN3 or VNI."""
    from kiosk.content.old_letters import odd_words  # noqa: PLC0415 - only for invalid files

    lines = lines_of(text)
    found = odd_words(lines)
    if 2 * len(found) < sum(not line.isascii() for line in lines):
        return None
    at, odd = min(found.items())
    if odd.table == "UTF-8":
        return None
    facts = {"text": odd.word[:40], "near": odd.meant[:40], "table": odd.table}
    return problem_at(shown, Position(at + 1, odd.column + 1), "old_letters", **facts)


def lines_of(text: str) -> list[str]:
    """The lines of a text, split as the YAML parser does."""
    return LINE_BREAK.split(text)


def _place(before: str) -> Position:
    lines = lines_of(before)
    return Position(len(lines), len(lines[-1]) + 1)
