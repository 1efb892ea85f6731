"""The recording script as a spreadsheet: sentences, translations, names of clips."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from kiosk.domain.cells import guarded_cell, unguarded_cell
from kiosk.narration.recordings.sentence import sentence_words

_HEADS = {
    "vi": ("Số", "Câu tiếng Việt", "Lời dịch", "Tên tệp", "Bài"),
    "en": ("Number", "Vietnamese", "Translation", "File", "Lesson"),
}
_COLUMNS = {
    "said_number": {"so", "stt", "number"},
    "text": {"cau tieng viet", "tieng viet", "vietnamese"},
    "spoken": {"loi dich", "translation"},
    "file": {"ten tep", "tep", "tep thu am", "ten file", "file"},
    "speaker": {"nguoi doc", "nguoi noi", "speaker"},
}
"""The names of each column, without diacritics."""
_NEEDED = {"text", "file"}
_MAX_ABOVE = 10
"""How many lines a title above the header may have."""
_LINE_BREAK = re.compile("\r\n|\r|\n")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
MAX_KB = 4000
MAX_ROWS = 20_000


class ScriptError(ValueError):
    """The spreadsheet is rejected: `not_utf8`, `no_columns`, `not_csv` or `too_long`."""

    def __init__(self, code: str, row: int = 1) -> None:
        super().__init__(f"{code} in row {row}")
        self.code = code
        self.row = row


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """A sentence to record, and the lessons that contain it."""

    text: str
    lessons: tuple[str, ...]
    spoken: str = ""
    """A suggested wording, where a translation has been confirmed."""


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """A row of a completed script."""

    number: int
    """The spreadsheet's row number; the header is row 1."""
    text: str
    file: str
    spoken: str = ""
    speaker: str = ""
    said_number: str = ""
    """The number that the script gives to the sentence."""


def written(lines: Iterable[ScriptLine], language: str) -> bytes:
    """The script as CSV with a BOM for spreadsheet programs; headers in the staff's language."""
    content = io.StringIO(newline="")
    table = csv.writer(content)
    table.writerow(_HEADS[language])
    for number, line in enumerate(lines, start=1):
        texts = map(
            guarded_cell, (line.text, line.spoken, f"{number:04}.wav", "; ".join(line.lessons))
        )
        table.writerow((number, *texts))
    return content.getvalue().encode("utf-8-sig")


def rows(content: bytes) -> list[ScriptRow]:
    """Parses the rows that are not empty.

    Raises:
        ScriptError: the file is not such a spreadsheet.
    """
    if len(content) > MAX_KB * 1000:
        raise ScriptError("too_long")
    text = _text(content)
    lines = _LINE_BREAK.split(text)
    above, between = _head(lines)
    table = _table(lines[above:], between)
    columns = _columns(next(table, []))
    read = []
    for number, cells in enumerate(table, start=above + 2):
        if number > MAX_ROWS:
            raise ScriptError("too_long", number)
        fields = {name: _cell(cells, place) for name, place in columns.items()}
        if any(text for name, text in fields.items() if name != "said_number"):
            read.append(ScriptRow(number, **fields))
    return read


def _text(content: bytes) -> str:
    try:
        wide = content.startswith(_WIDE_MARKS)
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as problem:
        row = content[: problem.start].count(b"\n") + 1
        raise ScriptError("not_utf8", row) from problem
    return unicodedata.normalize("NFC", text)


def _head(lines: Sequence[str]) -> tuple[int, str]:
    """The number of lines above the header, such as a title, and the delimiter.

    Raises:
        ScriptError: none of the first lines has the columns.
    """
    for above, line in enumerate(lines[:_MAX_ABOVE]):
        between = max(",;\t", key=line.count)
        with suppress(csv.Error):
            if _columns(next(csv.reader([line], delimiter=between), [])).keys() >= _NEEDED:
                return above, between
    raise ScriptError("no_columns")


def _table(lines: Sequence[str], between: str) -> Iterator[list[str]]:
    """The cells of each row."""
    table = csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter=between)
    try:
        yield from table
    except csv.Error as problem:
        raise ScriptError("not_csv", table.line_num) from problem


def _columns(heads: Sequence[str]) -> dict[str, int]:
    """The place of each known column."""
    plain = [" ".join(sentence_words(_bare(head))) for head in heads]
    return {
        name: place
        for name, called in _COLUMNS.items()
        for place, head in enumerate(plain)
        if head in called
    }


def _bare(head: str) -> str:
    """A column's name without diacritics and without a remark in parentheses."""
    spread = unicodedata.normalize("NFD", head.partition("(")[0]).lower().replace("đ", "d")
    return "".join(sign for sign in spread if not unicodedata.combining(sign))


def _cell(cells: Sequence[str], place: int) -> str:
    return unguarded_cell(cells[place].strip()) if place < len(cells) else ""
