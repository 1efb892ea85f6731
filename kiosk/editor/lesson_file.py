"""A lesson file that is being edited: reading, saving, and the draft that outlives a crash.

The draft lies beside the file, or with the kiosk's state where that cannot be written: a stick that
was pulled, a full disk. It holds the text and what the file was when editing began, so that changes
which somebody else made meanwhile are put together with one's own.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.file_names import ENDING
from kiosk.content.near import plain_name
from kiosk.content.source import LARGEST_KB
from kiosk.durable import read_plain_file, write_durably
from kiosk.editor.merge import merged

DRAFT = ".draft"
MOST_BYTES = LARGEST_KB * 1024


class UnreadableFileError(Exception):
    """The file is no text that can be edited; what it is instead stands in the list of problems."""


@dataclass(frozen=True, slots=True)
class UnsavedText:
    """What was edited and not saved."""

    base: str
    """What the file said when editing began."""
    text: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What the file says now."""

    text: str
    merged: bool = False
    """Whether somebody else's changes are in it too."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else changed the same lines; nothing was written."""

    theirs: str


def new_file(folder: Path, title: str = "") -> Path:
    """Where a lesson goes that is not written yet: by its title, under a name that is free."""
    stem = plain_name(title) or "bai-moi"
    path, number = folder / f"{stem}{ENDING}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{ENDING}", number + 1
    return path


class LessonFile:
    """One file, and its draft; may be used from any thread, by one at a time."""

    def __init__(self, path: Path, spare: Path, instead_of: Path | None = None) -> None:
        """Nothing is read yet.

        Args:
            path: the file that is written.
            spare: a folder for the draft where it cannot lie beside the file.
            instead_of: the lesson that came with the kiosk, in whose place it is written.
        """
        self.path = path.absolute()
        self._spare = spare
        self._instead_of = instead_of

    def read(self) -> str:
        """The text as it is on the disk, to the byte; empty where there is no file yet.

        As long as the file is not there, the one in whose place it is to stand is read.

        Raises:
            UnreadableFileError: it is no text in UTF-8, or too large.
            OSError: it cannot be read.
        """
        try:
            return self._bytes().decode("utf-8")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError as error:
            raise UnreadableFileError from error

    def _bytes(self) -> bytes:
        if self._instead_of and not self.path.exists():
            return read_plain_file(self._instead_of, MOST_BYTES)
        return read_plain_file(self.path, MOST_BYTES)

    def save(self, base: str, text: str, *, force: bool = False) -> Saved | Conflict:
        """Put the text in the place of the file, with what somebody else changed there meanwhile.

        Args:
            base: what the file said when it was read.
            text: what it is to say.
            force: whether what somebody else wrote in the same lines may be lost.

        Raises:
            OSError: it could not be written; file and draft are as they were.
            UnreadableFileError: what stands there now is no text.
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
        """Write down what was edited, so that a crash loses nothing.

        Raises:
            OSError: it can be written nowhere.
        """
        content = json.dumps({"base": draft.base, "text": draft.text}, ensure_ascii=False)
        beside, spare = self._drafts()
        try:
            write_durably(beside, content.encode("utf-8"))
        except OSError:
            spare.parent.mkdir(parents=True, exist_ok=True)
            write_durably(spare, content.encode("utf-8"))

    def find_draft(self) -> UnsavedText | None:
        """What was edited and not saved, the last time; None where there is nothing."""
        for path in self._drafts():
            with suppress(OSError, ValueError, LookupError, TypeError):
                kept = json.loads(read_plain_file(path, 8 * MOST_BYTES))
                return UnsavedText(str(kept["base"]), str(kept["text"]))
        return None

    def forget_draft(self) -> None:
        """Throw the draft away."""
        for path in self._drafts():
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _drafts(self) -> tuple[Path, Path]:
        sign = hashlib.sha256(str(self.path).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        return (
            self.path.with_name(f".{self.path.name}{DRAFT}"),
            self._spare / f"{self.path.name}-{sign}{DRAFT}",
        )
