"""Atomic, durable file writing, safe reading, and locks between processes."""

import contextlib
import errno
import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

_UNFINISHED = ".unfinished"
PRIVATE_FOLDER, PRIVATE_FILE, PLAIN_FILE = 0o700, 0o600, 0o666
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)
"""Avoids blocking on a named pipe in place of a file."""
MAX_BYTES = 16_000_000
"""Size limit for files that the kiosk or people write."""


def read_plain_file(path: Path, most_bytes: int = MAX_BYTES) -> bytes:
    """Reads a regular file; never blocks on a pipe or device.

    Raises:
        OSError: the file cannot be read, is not a regular file, or is larger than the limit.
    """
    with open(path, "rb", opener=open_without_waiting) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(f"{path}: not a file")
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise OSError(f"{path}: larger than {most_bytes} bytes")
    return content


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal digits.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_odd(path: Path) -> bool:
    """Whether something other than a regular file is at the path: a folder, pipe, dangling link."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return path.is_symlink()
    except OSError:
        return True


def set_aside(path: Path) -> Path:
    """Renames what is at the path to an unused name, and returns that.

    Raises:
        OSError: it cannot be renamed.
    """
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.odd-{number}")):
        number += 1
    path.rename(aside)
    return aside


def open_without_waiting(path: str, flags: int) -> int:
    """An `opener` that does not block on named pipes."""
    return os.open(path, flags | _WITHOUT_WAITING, PLAIN_FILE)


def write_durably(
    path: Path, content: bytes, *, private: bool = False, may_be_lost: bool = False
) -> None:
    """Replaces the file's content atomically and flushes it to disk.

    Several processes may do so concurrently: one of the contents wins as a whole.

    Args:
        path: the file, in an existing folder.
        content: the complete new content.
        private: whether only the kiosk's user may read the file.
        may_be_lost: for data that can be regenerated: after a power cut the file may be missing,
            but never incomplete.

    Raises:
        OSError: writing failed; the previous content is unchanged.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}{_UNFINISHED}")
    try:
        opener = open_private if private else open_without_waiting
        with open(unfinished, "wb", opener=opener) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    if not may_be_lost:
        sync_folder(path.parent)


def open_private(path: str, flags: int) -> int:
    """An `opener` for files that only the kiosk's user may read."""
    return os.open(path, flags | _WITHOUT_WAITING, PRIVATE_FILE)


def make_private(folder: Path) -> None:
    """Creates the folder, and makes it and all files in it accessible only to the kiosk's user.

    Raises:
        OSError: the folder cannot be created; files of other users stay as they are.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    for place, _, names in os.walk(folder):
        with contextlib.suppress(OSError):
            os.chmod(place, PRIVATE_FOLDER)  # noqa: PTH101 - `os.walk` yields strings
        for name in names:
            with contextlib.suppress(OSError):
                path = Path(place) / name
                if not path.is_symlink():
                    path.chmod(PRIVATE_FILE)


def clear_unfinished(folder: Path) -> None:
    """Deletes unfinished files left by a power cut; the caller must hold the lock."""
    for path in folder.glob(f".*{_UNFINISHED}"):
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Flushes a folder's entries to disk; not needed on Windows."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def folder_lock(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Holds the folder's lock, also against other processes; it is released if this one dies.

    Raises:
        OSError: the folder is not writable.
        BlockingIOError: the lock is held elsewhere and `wait` is False.
    """
    with open(folder / ".lock", "ab", opener=open_private) as file:
        if wait:
            _lock(file.fileno())
        elif not try_lock(file.fileno()):
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(folder))
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

    def try_lock(handle: int) -> bool:
        """Locks an open file until it is closed; False when another process holds the lock."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def try_lock(handle: int) -> bool:
        """Locks an open file until it is closed; False when another process holds the lock."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
