"""Asks the service that writes to sticks (deploy/write-stick) where the kiosk may not."""

import contextlib
import errno
import json
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

ANSWER_WITHIN_S = 180
_MOST_ANSWER_BYTES = 1000


class StickProtectedError(OSError):
    """The stick is locked against writing, or of a kind that is only read."""


def may_ask_to_write(place: Path, writer: Path) -> bool:
    """Whether the place is a stick that is mounted to be read only, and `writer` is there."""
    if sys.platform == "win32" or not writer.is_socket():
        return False
    return os.path.ismount(place) and bool(os.statvfs(place).f_flag & os.ST_RDONLY)


def ask_to_write(stick: Path, files: Mapping[Path, bytes], writer: Path) -> None:
    """Have the files written to the stick, in this order; returns once they are on it.

    Args:
        stick: where it is mounted.
        files: their content by their paths below `stick`.
        writer: the service's socket.

    Raises:
        StickProtectedError: the stick itself refuses.
        OSError: it is full or was pulled out, or nothing answers.
    """
    names = [(path.relative_to(stick).as_posix(), len(each)) for path, each in files.items()]
    request = json.dumps({"stick": stick.name, "files": names}).encode() + b"\n"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asked:
        asked.settimeout(ANSWER_WITHIN_S)
        asked.connect(str(writer))
        # What it cannot use it does not read: then its answer is there already.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            for part in (request, *files.values()):
                asked.sendall(part)
        number = _number_in(asked.makefile("rb").readline(_MOST_ANSWER_BYTES))
    if number:
        sort = StickProtectedError if number == errno.EROFS else OSError
        raise sort(number, os.strerror(number), str(stick))


def _number_in(answer: bytes) -> int:
    try:
        return int(json.loads(answer)["errno"])
    except (ValueError, KeyError, TypeError):
        return errno.EIO
