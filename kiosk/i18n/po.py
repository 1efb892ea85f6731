"""Reads PO and POT files, and refuses what is not well formed."""

import re
import unicodedata
from collections.abc import Callable
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
    return _read(path, lambda text: text)


def read_translated(path: Path) -> polib.POFile:
    """The entries that have a translation; thousands of empty ones cost neither time nor room.

    Raises:
        UnreadableError: it is not there, or not well formed.
    """
    return _read(path, _without_empty)


def _read(path: Path, wanted: Callable[[str], str]) -> polib.POFile:
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        _check_lines(path, text)
        return polib.pofile(wanted(text))
    except (OSError, UnicodeError) as problem:
        place = LINE.search(str(problem))
        line = int(place["line"]) if place else None
        raise UnreadableError(path, line, str(problem)) from problem


def _without_empty(text: str) -> str:
    """The same text with blank lines in the place of entries without a translation."""
    header, *entries = text.split("\n\n")
    kept = (entry if _is_translated(entry) else "\n" * entry.count("\n") for entry in entries)
    return "\n\n".join([header, *kept])


def _is_translated(entry: str) -> bool:
    at = entry.rfind("\nmsgstr")
    return at < 0 or "msgid_plural" in entry or '"' in entry[at:].replace('""', "")


def _check_lines(path: Path, text: str) -> None:
    """Refuses what polib would misread without a word: a quote that is missing, say."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not WELL_FORMED.fullmatch(line):
            raise UnreadableError(path, number, f"cannot be read: {line.strip()}")
