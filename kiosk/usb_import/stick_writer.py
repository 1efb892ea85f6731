"""Client of the service that writes to sticks (deploy/write-stick) mounted read-only."""

import contextlib
import errno
import json
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

ANSWER_WITHIN_S = 180
_MAX_ANSWER_BYTES = 1000


class StickProtectedError(OSError):
    """The stick is write-protected or read-only by its nature."""


def may_ask_to_write(place: Path, writer: Path) -> bool:
    """Whether `place` is a read-only mount point and the service's socket `writer` exists."""
    if sys.platform == "win32" or not writer.is_socket():
        return False
    return os.path.ismount(place) and bool(os.statvfs(place).f_flag & os.ST_RDONLY)


def ask_to_write(stick: Path, files: Mapping[Path, bytes], writer: Path) -> None:
    """Requests writing the files in this order; returns when they are on the stick.

    Args:
        stick: the mount point.
        files: the contents by path; all paths are below `stick`.
        writer: the service's socket.

    Raises:
        StickProtectedError: the stick is write-protected.
        OSError: the stick is full or was removed, or the service does not respond.
    """
    names = [(path.relative_to(stick).as_posix(), len(each)) for path, each in files.items()]
    request = json.dumps({"stick": stick.name, "files": names}).encode() + b"\n"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asked:
        asked.settimeout(ANSWER_WITHIN_S)
        asked.connect(str(writer))
        # The service may reject a request without reading it all; its answer can still be read.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            for part in (request, *files.values()):
                asked.sendall(part)
        number = _number_in(asked.makefile("rb").readline(_MAX_ANSWER_BYTES))
    if number:
        sort = StickProtectedError if number == errno.EROFS else OSError
        raise sort(number, os.strerror(number), str(stick))


def _number_in(answer: bytes) -> int:
    try:
        return int(json.loads(answer)["errno"])
    except (ValueError, KeyError, TypeError):
        return errno.EIO
