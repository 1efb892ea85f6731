"""File operations that survive a power cut and do not follow links."""

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kiosk.durable import sync_folder
from kiosk.usb_import.names import shown_name
from kiosk.usb_import.refusal import MB, LessonRefusedError

_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_SOURCE = os.O_RDONLY | _PLAIN | getattr(os, "O_NONBLOCK", 0)
_FOLDER = _SOURCE | getattr(os, "O_DIRECTORY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
_CAN_WALK = os.open in os.supports_dir_fd
_CHUNK = 1 << 20
_MODE = 0o644


def read_plain(root: Path, name: str, most_bytes: int) -> bytes:
    """Reads a regular file below a folder; no part of its name may be a symbolic link.

    `name` has slashes. The opened file is checked, so that a change on the stick has no effect.

    Raises:
        LessonRefusedError: it is a link, no regular file, too big, or cannot be read.
    """
    shown = shown_name(name.rpartition("/")[2])
    try:
        with _opened(root, name) as handle:
            seen = os.fstat(handle)
            if not stat.S_ISREG(seen.st_mode):
                raise LessonRefusedError("not_plain", shown)
            if seen.st_size > most_bytes:
                raise LessonRefusedError("too_big", shown, _in_mb(most_bytes))
            content = _all_of(handle, most_bytes)
    except OSError as problem:
        raise LessonRefusedError(*_unread(root, name, shown), problem.strerror or "") from problem
    if len(content) > most_bytes:
        raise LessonRefusedError("too_big", shown, _in_mb(most_bytes))
    if len(content) != seen.st_size:
        raise LessonRefusedError("changes", shown)
    return content


def _in_mb(most_bytes: int) -> str:
    return f"{most_bytes / MB:g} MB" if most_bytes >= MB else f"{most_bytes // 1024} KB"


def _unread(root: Path, name: str, shown: str) -> tuple[str, str]:
    """The note code that says why a file could not be opened, and the name to show."""
    path = root
    for part in name.split("/"):
        path /= part
        with contextlib.suppress(OSError):
            mode = os.lstat(path).st_mode
            if stat.S_ISLNK(mode):
                return "link", shown
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                return "not_plain", shown
    return "unreadable" if os.path.lexists(path) else "stick_gone", shown


def entries_in(root: Path, name: str) -> list[tuple[str, int]]:
    """The names in a folder below `root`, with the `st_mode` of each; links are not followed.

    Empty if the folder is a link or does not exist.
    """
    try:
        if not _CAN_WALK:
            path = _without_links(root, name)
            return [(each.name, each.lstat().st_mode) for each in path.iterdir()]
        with _opened(root, name, _FOLDER) as folder:
            names = sorted(os.listdir(folder))  # noqa: PTH208 - by its handle
            return [(each, os.lstat(each, dir_fd=folder).st_mode) for each in names]
    except (OSError, LessonRefusedError):
        return []


@contextlib.contextmanager
def _opened(root: Path, name: str, last_flags: int = _SOURCE) -> Iterator[int]:
    """Opens the file folder by folder without following links; yields the descriptor."""
    if not _CAN_WALK:
        with _held(os.open(_without_links(root, name), last_flags)) as handle:
            yield handle
        return
    parts = [part for part in name.split("/") if part not in ("", ".")]
    with contextlib.ExitStack() as stack:
        here = stack.enter_context(_held(os.open(root, _FOLDER)))
        for at, part in enumerate(parts, start=1):
            flags = last_flags if at == len(parts) else _FOLDER
            here = stack.enter_context(_held(os.open(part, flags, dir_fd=here)))
        yield here


def _without_links(root: Path, name: str) -> Path:
    """The path, for systems where links can only be checked before opening the file."""
    path = root
    for part in name.split("/"):
        path /= part
        if path.resolve() != path.absolute():
            raise LessonRefusedError("link", shown_name(part))
    return path


@contextlib.contextmanager
def _held(handle: int) -> Iterator[int]:
    try:
        yield handle
    finally:
        os.close(handle)


def _all_of(handle: int, most_bytes: int) -> bytes:
    """Reads at most one byte more than allowed, to detect a file that is too big."""
    parts: list[bytes] = []
    left = most_bytes + 1
    while left and (part := os.read(handle, min(left, _CHUNK))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def digest(content: bytes) -> str:
    """The SHA-256 hash of the content."""
    return hashlib.sha256(content).hexdigest()


def digest_of(path: Path) -> str | None:
    """The hash of a file; None if it does not exist.

    Raises:
        OSError: the file exists but cannot be read.
    """
    try:
        return digest(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def write_new(path: Path, content: bytes, mode: int = _MODE) -> None:
    """Creates a file; on return its content is on the disk and was verified.

    Raises:
        OSError: the file exists, cannot be written, or differs when read again.
    """
    with _held(os.open(path, _NEW, mode)) as handle:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    if digest_of(path) != digest(content):
        raise OSError(0, "written otherwise", str(path))


def make_folder(path: Path) -> None:
    """Creates a folder and its parents durably."""
    if not path.is_dir():
        make_folder(path.parent)
        with contextlib.suppress(FileExistsError):
            os.mkdir(path)  # noqa: PTH102 - all fallible calls use `os` here
        sync_folder(path.parent)


def move(old: Path, new: Path) -> None:
    """Moves a file, replacing the target."""
    os.replace(old, new)  # noqa: PTH105


def remove(path: Path) -> None:
    """Deletes a file, if it exists."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108


def remove_folder(path: Path, first: str) -> None:
    """Deletes a folder of files, `first` first, so that an incomplete folder is recognisable."""
    remove(path / first)
    sync_folder(path)
    for each in list(path.iterdir()):
        remove(each)
    os.rmdir(path)  # noqa: PTH106
