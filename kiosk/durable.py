"""Writing that a power cut cannot halve, and one writer at a time."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

_UNFINISHED = ".unfinished"


def write_durably(path: Path, content: bytes) -> None:
    """Puts the content in the place of the file; afterwards it is on the disk.

    Raises:
        OSError: it could not be written; what was there is still there.
    """
    unfinished = path.with_name(f".{path.name}{_UNFINISHED}")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def clear_unfinished(folder: Path) -> None:
    """Throws away what a power cut interrupted; only for the one who may write."""
    for path in folder.glob(f".*{_UNFINISHED}"):
        path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Makes the names in the folder last; Windows does that by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Holds the folder until the end, also against other processes; a killed one lets go.

    Raises:
        OSError: the folder cannot be written to.
    """
    with (folder / ".lock").open("ab") as file:
        _lock(file.fileno())
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
