"""The lock and the socket of a running kiosk, in a folder that does not survive a reboot.

Their names are derived from the path of the state folder. The lock is an operating system lock
(flock, or a locked byte on Windows) that ends with its process, so no leftover, damaged or copied
file can hold it. The state folder itself is locked too where that is possible, because processes
started by cron, su or SSH may have another runtime folder.
"""

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.durable import try_lock

MAX_SOCKET_BYTES = 107
"""Maximum length of a socket path on Linux (sun_path without the terminating zero)."""
_NAME = "tutorial-kiosk"


def runtime_folder() -> Path:
    """The user's first runtime folder that is writable and short enough for a socket path.

    XDG_RUNTIME_DIR, then /run/user/UID, then a folder in /tmp.

    Raises:
        OSError: there is none.
    """
    problem: OSError | None = None
    for folder in _candidates():
        try:
            _make_private(folder)
        except OSError as why:
            problem = why
        else:
            return folder
    raise problem or FileNotFoundError("no runtime folder")


def _candidates() -> Iterator[Path]:
    if sys.platform == "win32":
        yield Path(tempfile.gettempdir()) / _NAME
        return
    named = os.environ.get("XDG_RUNTIME_DIR")
    bases = [Path(named)] if named else []
    for base in (*bases, Path("/run/user") / str(os.getuid())):
        socket = os.fsencode(base / _NAME / f"{_key(Path())}.sock")
        if base.is_absolute() and base.is_dir() and len(socket) <= MAX_SOCKET_BYTES:
            yield base / _NAME
    yield Path("/tmp") / f"{_NAME}-{os.getuid()}"  # noqa: S108 - made private, or refused


def _make_private(folder: Path) -> None:
    """Creates the folder, accessible only to the user.

    Raises:
        OSError: it is no folder, belongs to another user, or is not writable.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise NotADirectoryError(str(folder))
    if sys.platform != "win32":
        if found.st_uid != os.getuid():
            raise PermissionError(f"{folder} belongs to another user")
        folder.chmod(0o700)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(str(folder))


def _key(state: Path) -> str:
    return hashlib.sha256(os.fsencode(os.path.realpath(state))).hexdigest()[:16]


def socket_address(state: Path) -> str:
    """The address of the kiosk of a state folder: a socket, or a named pipe on Windows.

    Raises:
        OSError: there is no folder for a socket.
    """
    if sys.platform == "win32":
        return rf"\\.\pipe\tutorial-kiosk-{_key(state)}"
    return str(runtime_folder() / f"{_key(state)}.sock")


def other_sockets(state: Path) -> Iterator[str]:
    """Possible addresses of a kiosk that was started with another environment."""
    if sys.platform == "win32":
        return
    own = runtime_folder()
    for folder in _candidates():
        with suppress(OSError):
            if folder != own and folder.lstat().st_uid == os.getuid():
                yield str(folder / f"{_key(state)}.sock")


class KioskLock:
    """The lock of a running kiosk; released by the operating system when the process ends."""

    def __init__(self, handles: tuple[int, ...]) -> None:
        self._handles = handles

    def release(self) -> None:
        """Releases the lock."""
        handles, self._handles = self._handles, ()
        for handle in handles:
            os.close(handle)


def lock_kiosk(state: Path) -> KioskLock | None:
    """Acquires the lock for a state folder; None when another process holds it.

    Raises:
        OSError: locking is impossible, so it is unknown whether a kiosk runs.
    """
    handle = _open_lock(runtime_folder() / f"{_key(state)}.lock")
    try:
        folder = _lock_folder(state) if try_lock(handle) else None
    except OSError:
        os.close(handle)
        raise
    if folder is None:
        os.close(handle)
        return None
    with suppress(OSError):  # the process id is only informative
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
    return KioskLock((handle, *folder))


def _lock_folder(state: Path) -> tuple[int, ...] | None:
    """Locks the state folder and returns its handle; None when another process holds it.

    Empty when the folder does not exist yet or cannot be locked (Windows). On a read-only disk,
    where it can never be created, the nearest existing parent folder is locked instead.
    """
    nearest = next((each for each in (state, *state.parents) if each.is_dir()), state)
    if nearest != state and os.access(nearest, os.W_OK):
        return ()
    try:
        handle = os.open(nearest, os.O_RDONLY)
    except OSError:
        return ()
    try:
        locked = try_lock(handle)
    except OSError:
        os.close(handle)
        return ()
    if not locked:
        os.close(handle)
        return None
    return (handle,)


def is_running(state: Path) -> bool:
    """Whether a kiosk runs with that state folder.

    Raises:
        OSError: it cannot be determined.
    """
    lock = lock_kiosk(state)
    if lock is None:
        return True
    lock.release()
    return False


def _open_lock(path: Path) -> int:
    """Opens the lock file; a folder or pipe in its place can be locked too."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(path, flags, 0o600)
    except IsADirectoryError:
        return os.open(path, os.O_RDONLY)
    except OSError:
        if path.is_symlink():
            path.unlink()  # a circular link, which nobody can hold
        else:
            path.chmod(0o600)
        return os.open(path, flags, 0o600)
