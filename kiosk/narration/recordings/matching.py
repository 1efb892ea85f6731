"""Assigns sound files to the rows of a script."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from kiosk.narration.recordings.consent import use_named_by
from kiosk.narration.recordings.decoder import READABLE
from kiosk.narration.recordings.script import ScriptRow

_SCRIPT_NUMBER = re.compile(
    r"(?:câu|cau|số|so|sentence)?[\s_-]*(\d{1,5})(?: - copy)?(?: ?\(\d{1,2}\))?"
)
_DIGITS = re.compile(r"(\d+)")


class OrderError(ValueError):
    """Matching by order is impossible: the numbers of files and sentences differ."""

    def __init__(self, files: int, sentences: int) -> None:
        super().__init__(f"{files} files, {sentences} sentences")
        self.files, self.sentences = files, sentences


@dataclass(frozen=True)
class Matching:
    """The file for each row, by row number."""

    files: Mapping[int, str]
    by_order: frozenset[int] = field(default=frozenset())
    """Rows whose file was matched only by its position in the order."""


def matched(rows: Sequence[ScriptRow], names: Iterable[str], *, by_order: bool = False) -> Matching:
    """Matches by the script's file name, else by its number as the file name, else by order.

    Args:
        rows: the rows of the script.
        names: the names of all files that came with the script.
        by_order: whether the remaining files are matched by their order: the first file in natural
            order (9 before 10) is the first sentence. Off by default, because file names that a
            phone generates do not follow the numbers of the script.

    Raises:
        OrderError: with `by_order`, the remaining files and sentences differ in number.
    """
    names = tuple(names)
    by_name = {plain(PurePosixPath(name).name): name for name in reversed(names)}
    found: dict[int, str] = {}
    for row in rows:
        if row.file and (name := _of_name(row.file, by_name)):
            found[row.number] = name
    left = [name for name in names if is_sound(name) and name not in found.values()]
    left.sort(key=len)
    numbered = {number: name for name in reversed(left) if (number := _script_number(name))}
    for row in rows:
        name = numbered.get(_whole(row.said_number))
        if row.number not in found and name:
            found[row.number] = name
    if not by_order:
        return Matching(found)
    rest = [row.number for row in rows if row.number not in found and row.text]
    left = sorted((name for name in left if name not in found.values()), key=as_people_count)
    if len(rest) != len(left):
        raise OrderError(len(left), len(rest))
    return Matching({**found, **dict(zip(rest, left, strict=True))}, frozenset(rest))


def as_people_count(name: str) -> tuple[tuple[int, str, int], ...]:
    """Sort key for natural order: `Ghi âm`, then `Ghi âm (9)`, then `Ghi âm (10)`."""
    parts = _DIGITS.split(plain(PurePosixPath(name).with_suffix("").as_posix()))
    return tuple((1, "", int(part[:18])) if part.isdigit() else (0, part, 0) for part in parts)


def is_sound(name: str) -> bool:
    """Whether the name is that of a sound file with a sentence, not of a spoken consent."""
    return PurePosixPath(name).suffix.lower() in READABLE and not use_named_by(name)


def plain(name: str) -> str:
    """The name in a form that is equal on all file systems (NFC, case folded)."""
    return unicodedata.normalize("NFC", name).casefold()


def _of_name(wanted: str, by_name: Mapping[str, str]) -> str | None:
    """The file with that name, or with the same stem and another extension."""
    wanted = plain(wanted)
    if wanted in by_name:
        return by_name[wanted]
    stem = PurePosixPath(wanted).stem
    alike = [each for each in by_name if PurePosixPath(each).stem == stem and is_sound(each)]
    return by_name[min(alike)] if alike else None


def _script_number(name: str) -> int:
    """The number if it is the file's whole name; 0 otherwise."""
    match = _SCRIPT_NUMBER.fullmatch(plain(PurePosixPath(name).stem).strip())
    return int(match[1]) if match else 0


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
