"""Writing that a power cut cannot halve, and one writer at a time."""

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
"""A pipe in the place of a file would be waited for."""
MOST_BYTES = 16_000_000
"""Larger is nothing that the kiosk writes for itself, or people by hand."""


def read_plain_file(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """The content of an ordinary file; nothing else is waited for.

    Raises:
        OSError: it cannot be read, is no ordinary file (a folder, a pipe, a device), or is larger.
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
    """The hash of a file's content, in hexadecimal digits.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_odd(path: Path) -> bool:
    """Whether what is in the place of a file is none: a folder, a pipe, a link to nowhere."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return path.is_symlink()
    except OSError:
        return True


def set_aside(path: Path) -> Path:
    """Give what is in the place of a file another name, that nothing reads.

    Raises:
        OSError: it cannot be renamed.
    """
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.odd-{number}")):
        number += 1
    path.rename(aside)
    return aside


def open_without_waiting(path: str, flags: int) -> int:
    """An `opener` for what may be no file at all."""
    return os.open(path, flags | _WITHOUT_WAITING, PLAIN_FILE)


def write_durably(
    path: Path, content: bytes, *, private: bool = False, may_be_lost: bool = False
) -> None:
    """Puts the content in the place of the file; afterwards it is on the disk.

    Several processes may do so at once: one of them wins whole.

    Args:
        path: the file; its folder exists.
        content: all of it.
        private: whether nobody but the kiosk's own user may read it.
        may_be_lost: for what can be made again: after a power cut it may be missing, never half.

    Raises:
        OSError: it could not be written; what was there is still there.
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
    """An `opener` for files that nobody but the kiosk's own user may read."""
    return os.open(path, flags | _WITHOUT_WAITING, PRIVATE_FILE)


def make_private(folder: Path) -> None:
    """Makes the folder, and keeps it and all files in it from everybody but the kiosk's own user.

    Raises:
        OSError: it cannot be made; what belongs to somebody else stays as it is.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    for place, _, names in os.walk(folder):
        with contextlib.suppress(OSError):
            os.chmod(place, PRIVATE_FOLDER)  # noqa: PTH101 - `os.journey` tells texts
        for name in names:
            with contextlib.suppress(OSError):
                path = Path(place) / name
                if not path.is_symlink():
                    path.chmod(PRIVATE_FILE)


def clear_unfinished(folder: Path) -> None:
    """Throws away what a power cut interrupted; only for the one who may write."""
    for path in folder.glob(f".*{_UNFINISHED}"):
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes the names in the folder last; Windows does that by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def only_writer(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Holds the folder until the end, also against other processes; a killed one lets go.

    Raises:
        OSError: the folder cannot be written to.
        BlockingIOError: another one holds it, and is not to be waited for.
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
        """Lock an open file until it is closed; False where another process holds it."""
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
        """Lock an open file until it is closed; False where another process holds it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
