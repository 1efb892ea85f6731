"""Reads and saves an edited lesson file, and stores a draft that survives a crash.

The draft is beside the file, or in the kiosk's state folder if that is not writable (a removed
stick, a full disk). It holds the text and the original content of the file, so that concurrent
changes by others can be merged.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.file_names import ENDING
from kiosk.content.near import plain_name
from kiosk.content.source import MAX_KB
from kiosk.durable import read_plain_file, write_durably
from kiosk.editor.merge import merged

DRAFT = ".draft"
MAX_BYTES = MAX_KB * 1024


class UnreadableFileError(Exception):
    """The file is not editable text; the list of problems says why."""


@dataclass(frozen=True, slots=True)
class UnsavedText:
    """An edited text that has not been saved."""

    base: str
    """The content of the file when editing began."""
    text: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The result of saving."""

    text: str
    merged: bool = False
    """Whether concurrent changes by others were merged into it."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Others have changed the same lines; nothing was written."""

    disk_text: str


def new_file(folder: Path, title: str = "") -> Path:
    """An unused path for a new lesson, named after its title."""
    stem = plain_name(title) or "bai-moi"
    path, number = folder / f"{stem}{ENDING}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{ENDING}", number + 1
    return path


class LessonFile:
    """A lesson file and its draft; usable from any thread, but only one at a time."""

    def __init__(self, path: Path, spare: Path, instead_of: Path | None = None) -> None:
        """Reads nothing yet.

        Args:
            path: the file to write.
            spare: the folder for the draft when it cannot be beside the file.
            instead_of: the shipped lesson that this file overrides.
        """
        self.path = path.absolute()
        self._spare = spare
        self._instead_of = instead_of

    def read(self) -> str:
        """The current text, byte for byte; empty when there is no file yet.

        While the file does not exist, the shipped lesson that it overrides is read.

        Raises:
            UnreadableFileError: the file is not UTF-8, or too large.
            OSError: the file cannot be read.
        """
        try:
            return self._bytes().decode("utf-8")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError as error:
            raise UnreadableFileError from error

    def _bytes(self) -> bytes:
        if self._instead_of and not self.path.exists():
            return read_plain_file(self._instead_of, MAX_BYTES)
        return read_plain_file(self.path, MAX_BYTES)

    def save(self, base: str, text: str, *, force: bool = False) -> Saved | Conflict:
        """Writes the text, merged with concurrent changes by others.

        Args:
            base: the content of the file when it was read.
            text: the new content.
            force: whether conflicting changes by others are overwritten.

        Raises:
            OSError: writing failed; file and draft are unchanged.
            UnreadableFileError: the current file is not UTF-8 text.
        """
        there = self.read()
        both = text if force or there in (base, text) else merged(base, text, there)
        if both is None:
            return Conflict(there)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(self.path, both.encode("utf-8"))
        self.forget_draft()
        return Saved(both, merged=both != text)

    def keep_draft(self, draft: UnsavedText) -> None:
        """Stores the unsaved text, so that a crash does not lose it.

        Raises:
            OSError: neither location is writable.
        """
        content = json.dumps({"base": draft.base, "text": draft.text}, ensure_ascii=False)
        beside, spare = self._drafts()
        try:
            write_durably(beside, content.encode("utf-8"))
        except OSError:
            spare.parent.mkdir(parents=True, exist_ok=True)
            write_durably(spare, content.encode("utf-8"))

    def find_draft(self) -> UnsavedText | None:
        """The unsaved text of an earlier session; None when there is none."""
        for path in self._drafts():
            with suppress(OSError, ValueError, LookupError, TypeError):
                kept = json.loads(read_plain_file(path, 8 * MAX_BYTES))
                return UnsavedText(str(kept["base"]), str(kept["text"]))
        return None

    def forget_draft(self) -> None:
        """Deletes the draft."""
        for path in self._drafts():
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _drafts(self) -> tuple[Path, Path]:
        sign = hashlib.sha256(str(self.path).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        return (
            self.path.with_name(f".{self.path.name}{DRAFT}"),
            self._spare / f"{self.path.name}-{sign}{DRAFT}",
        )
