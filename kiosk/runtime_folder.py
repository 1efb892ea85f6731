"""Where the running kiosk keeps its lock and its socket: a folder that is gone after a reboot.

Both belong to one state folder: their names are made from its path. The lock is one of the
system's (flock, or a locked byte on Windows): it ends with its process, so that no file that was
left behind, damaged or copied from another machine can hold it. The state folder itself is locked
as well, where the system can do that: cron, su or a login by SSH may have another runtime folder.
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

LONGEST_SOCKET_BYTES = 107
"""What Linux takes as the path of a socket (sun_path without its last zero)."""
_NAME = "tutorial-kiosk"


def runtime_folder() -> Path:
    """The first folder of the user's own that can be written to and has room for a socket's path.

    XDG_RUNTIME_DIR, then /run/user/UID, then one below /tmp.

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
        if base.is_absolute() and base.is_dir() and len(socket) <= LONGEST_SOCKET_BYTES:
            yield base / _NAME
    yield Path("/tmp") / f"{_NAME}-{os.getuid()}"  # noqa: S108 - made private, or refused


def _make_private(folder: Path) -> None:
    """Makes the folder the user's own.

    Raises:
        OSError: it is no folder, another user's, or cannot be written to.
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
    """Where the kiosk of a state folder can be asked: a socket, or a named pipe on Windows.

    Raises:
        OSError: there is no place for a socket.
    """
    if sys.platform == "win32":
        return rf"\\.\pipe\tutorial-kiosk-{_key(state)}"
    return str(runtime_folder() / f"{_key(state)}.sock")


def other_sockets(state: Path) -> Iterator[str]:
    """Where the kiosk may be asked if it was started with another environment than this process."""
    if sys.platform == "win32":
        return
    own = runtime_folder()
    for folder in _candidates():
        with suppress(OSError):
            if folder != own and folder.lstat().st_uid == os.getuid():
                yield str(folder / f"{_key(state)}.sock")


class KioskLock:
    """Held by the one kiosk that runs from a state folder; the system releases it at its end."""

    def __init__(self, handles: tuple[int, ...]) -> None:
        self._handles = handles

    def release(self) -> None:
        """Let another kiosk run."""
        handles, self._handles = self._handles, ()
        for handle in handles:
            os.close(handle)


def lock_kiosk(state: Path) -> KioskLock | None:
    """The lock of the kiosk of a state folder; None where another process holds it.

    Raises:
        OSError: nothing can be locked here, so it is not known whether a kiosk runs.
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
    with suppress(OSError):  # for people who look; nobody relies on it
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
    return KioskLock((handle, *folder))


def _lock_folder(state: Path) -> tuple[int, ...] | None:
    """The handle of the locked folder; None where another process has locked it.

    Empty where the folder is not there yet or cannot be locked (Windows). On a disk that cannot be
    written to, where it will never be, the nearest one above stands for it.
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
    """Whether a kiosk runs from a state folder.

    Raises:
        OSError: that cannot be known.
    """
    lock = lock_kiosk(state)
    if lock is None:
        return True
    lock.release()
    return False


def _open_lock(path: Path) -> int:
    """The lock file, whatever else was put in its place: a folder and a pipe can be locked too."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(path, flags, 0o600)
    except IsADirectoryError:
        return os.open(path, os.O_RDONLY)
    except OSError:
        if path.is_symlink():
            path.unlink()  # a link in a circle, which nobody can hold
        else:
            path.chmod(0o600)
        return os.open(path, flags, 0o600)
