"""A tolerant parser for PO and POT files.

Used for learners' texts, statistics and the translation page alike. Unreadable entries are left
out individually and reported with their line.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from kiosk.durable import read_plain_file
from kiosk.i18n.gettext_tools import UnreadablePoError
from kiosk.i18n.letter_codes import letters_in_code, without_codes

WELL_FORMED = re.compile(
    r"\s*(#(?!~).*)?|\s*(#~(\||\s)\s*)?((msgid|msgid_plural|msgctxt|msgstr(\[\d+\])?)\s*)?"
    r'"([^"\\]|\\.)*"\s*'
)
LINE = re.compile(r"\(line (?P<line>\d+)\)")
CHARSET = re.compile(rb"charset=([\w-]+)")
BREAKS = re.compile("\r\n|\r")
LINE_SIGNS = re.compile("[\u2028\u2029\x85]")
"""Line separators accepted only in files without ordinary line breaks."""
ODD_SPACES = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029\u00a0\u2000-\u200a\u202f\u3000]")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
BEGINS = re.compile(r"\s*(#~\s*)?(msgctxt|msgid)\b(?!_)|\s*#(?!~)")
ENDS = re.compile(r"\s*(#~\s*)?msgstr")
SOURCE = re.compile(r"\s*(#~\s*)?msgid\b(?!_)")
GOES_ON = re.compile(r'\s*(#~\s*)?"')
"""A continued string belongs to the entry before it, even after an empty line."""
MERGED = "#-#-#-#-#"
"""Marker that msgcat writes between conflicting translations."""
LOST = "\ufffd"
MAX_FAULTS = 100


@dataclass(frozen=True, slots=True)
class Readable:
    """The result of parsing a file."""

    entries: polib.POFile
    faults: tuple[UnreadablePoError, ...] = ()
    """The errors of the entries left out, with line numbers."""


def read_po(path: Path) -> polib.POFile:
    """Reads a complete PO or POT file, normalised to NFC.

    Raises:
        UnreadablePoError: the file is missing, or an entry cannot be read.
    """
    found = readable(path)
    if found.faults:
        raise found.faults[0]
    return found.entries


def readable(path: Path, *, translated: bool = False) -> Readable:
    """Reads every parsable entry, and reports the others.

    `translated`: reads only entries with a translation, which is faster.

    Raises:
        UnreadablePoError: the file is missing or cannot be read.
    """
    try:
        lines = _text(read_plain_file(path)).split("\n")
    except OSError as problem:
        raise UnreadablePoError(path, None, str(problem)) from problem
    faults: list[UnreadablePoError] = []
    for start, end in _blocks(lines):
        wrong = _wrong_line(lines, start, end)
        if wrong is not None:
            faults.append(
                UnreadablePoError(path, wrong + 1, f"cannot be read: {lines[wrong].strip()}")
            )
        if wrong is not None or (translated and not _is_translated(lines[start:end])):
            lines[start:end] = [""] * (end - start)
    for _ in range(MAX_FAULTS):
        try:
            entries = polib.pofile("\n".join(lines) + "\n")
            faults += _contradictions(path, entries)
            return Readable(entries, tuple(sorted(faults, key=lambda fault: fault.line or 0)))
        except (OSError, ValueError) as problem:
            place = LINE.search(str(problem))
            at = int(place["line"]) - 1 if place else 0
            faults.append(UnreadablePoError(path, at + 1, str(problem)))
            _leave_out(lines, at)
    return Readable(polib.POFile(), tuple(faults))


def _contradictions(path: Path, entries: polib.POFile) -> Iterator[UnreadablePoError]:
    """Removes and reports second translations of a text that differ from the first."""
    first: dict[tuple[str, str | None], polib.POEntry] = {}
    for entry in list(entries):
        if not entry.msgid:
            entries.remove(entry)  # a duplicate header
            continue
        if entry.obsolete or not translation_of(entry):
            continue
        before = first.setdefault((entry.msgid, entry.msgctxt), entry)
        if before is not entry and translation_of(before) != translation_of(entry):
            entries.remove(entry)
            yield UnreadablePoError(path, entry.linenum, "translated twice")


def translation_of(entry: polib.POEntry) -> str:
    """The translation; of several plural forms the first, since Vietnamese has only one.

    Escaped characters left by web translation services are decoded.
    """
    text: str = entry.msgstr or next(filter(None, entry.msgstr_plural.values()), "")
    if letters_in_code(text) and not letters_in_code(entry.msgid):
        text = without_codes(text)
    return text if entry.msgid != entry.msgid.strip() else text.strip()


def _text(data: bytes) -> str:
    """Decodes a file with unknown encoding; undecodable bytes become U+FFFD."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        encoding = "utf-32"
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in data[:2]:
        encoding = "utf-16-be" if data.startswith(b"\0") else "utf-16-le"
    elif _is_utf8(data):
        encoding = "utf-8"
    else:
        named = CHARSET.search(data)
        encoding = named[1].decode("ascii") if named else "utf-8"
    try:
        known = codecs.lookup(encoding).name
    except LookupError:
        known = "utf-8"
    text = data.decode("utf-8-sig" if known == "utf-8" else known, "replace")
    text = BREAKS.sub("\n", text)
    if "\n" not in text:
        text = LINE_SIGNS.sub("\n", text)
    text = INVISIBLE.sub("", ODD_SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def _is_utf8(data: bytes) -> bool:
    """Whether the data is valid UTF-8, whatever charset the header names."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The line ranges of the entries, with or without empty lines between them."""
    start, has_translation = 0, False
    for at, line in enumerate(lines):
        if not line.strip() and at > start and _goes_on(lines, at, has_translation):
            continue
        if not line.strip() or (has_translation and BEGINS.match(line)):
            if at > start:
                yield start, at
            start, has_translation = at + (not line.strip()), False
        has_translation = has_translation or bool(ENDS.match(line))
    if len(lines) > start:
        yield start, len(lines)


def _goes_on(lines: list[str], at: int, has_translation: bool) -> bool:  # noqa: FBT001
    """Whether the next non-empty line continues the entry before it."""
    following = next(filter(str.strip, (lines[each] for each in range(at, len(lines)))), "")
    return bool(GOES_ON.match(following) or (ENDS.match(following) and not has_translation))


def _is_well_formed(line: str) -> bool:
    is_comment = line.lstrip().startswith("#")
    return bool(WELL_FORMED.fullmatch(line)) and (
        is_comment or (LOST not in line and MERGED not in line)
    )


def _wrong_line(lines: list[str], start: int, end: int) -> int | None:
    """The line that makes an entry unreadable, or lacks its counterpart; None when it is valid."""
    entry = range(start, end)
    broken = next((at for at in entry if not _is_well_formed(lines[at])), None)
    source = next((at for at in entry if SOURCE.match(lines[at])), None)
    ends = next((at for at in entry if ENDS.match(lines[at])), None)
    if broken is not None or (source is None) == (ends is None):
        return broken
    return ends if source is None else source


def _is_translated(entry: Iterable[str]) -> bool:
    text = "\n".join(entry)
    at = text.rfind("msgstr")
    return at < 0 or "msgid_plural" in text or '"' in text[at:].replace('""', "")


def _leave_out(lines: list[str], at: int) -> None:
    """Blanks the entry at a line, or at least that line."""
    for start, end in list(_blocks(lines)):
        if start <= at < end:
            lines[start:end] = [""] * (end - start)
            return
    lines[min(at, len(lines) - 1)] = ""
