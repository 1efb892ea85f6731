"""Reads PO and POT files, and refuses what is not well formed."""

import re
import unicodedata
from pathlib import Path

import polib

from kiosk.i18n.gettext_tools import UnreadableError

WELL_FORMED = re.compile(
    r"\s*(#(?!~).*)?|\s*(#~(\||\s)\s*)?((msgid|msgid_plural|msgctxt|msgstr(\[\d+\])?)\s*)?"
    r'"([^"\\]|\\.)*"\s*'
)
LINE = re.compile(r"\(line (?P<line>\d+)\)")


def read_po(path: Path) -> polib.POFile:
    """A PO or POT file, all of it in the usual form of letters (NFC).

    Raises:
        UnreadableError: it is not there, or not well formed.
    """
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        _check_lines(path, text)
        return polib.pofile(text)
    except (OSError, UnicodeError) as problem:
        place = LINE.search(str(problem))
        line = int(place["line"]) if place else None
        raise UnreadableError(path, line, str(problem)) from problem


def _check_lines(path: Path, text: str) -> None:
    """Refuses what polib would misread without a word: a quote that is missing, say."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not WELL_FORMED.fullmatch(line):
            raise UnreadableError(path, number, f"cannot be read: {line.strip()}")
