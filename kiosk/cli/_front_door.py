"""The way from a command to the kiosk that runs."""

import socket
import sys
from pathlib import Path

from kiosk.player.asking import Answer, Ask, line_of_ask, read_answer

MOST_BYTES = 4000


class NobodyThereError(Exception):
    """No kiosk runs that could be asked."""


def ask_kiosk(door: str, ask: Ask, patience_s: float) -> Answer | None:
    """What the kiosk answers; None when it does not in time.

    Raises:
        NobodyThereError: no kiosk is to be found at its door.
    """
    through = _through_pipe if sys.platform == "win32" else _through_socket
    line = through(door, line_of_ask(ask), patience_s)
    return read_answer(line) if line else None


def _through_socket(door: str, line: bytes, patience_s: float) -> bytes:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
        link.settimeout(patience_s)
        try:
            link.connect(door)
        except OSError as problem:
            raise NobodyThereError from problem
        try:
            link.sendall(line)
            return _all_of(link)
        except OSError:
            return b""


def _all_of(link: socket.socket) -> bytes:
    heard = b""
    while not heard.endswith(b"\n") and len(heard) < MOST_BYTES:
        part = link.recv(MOST_BYTES)
        if not part:
            break
        heard += part
    return heard


def _through_pipe(door: str, line: bytes, _patience_s: float) -> bytes:
    try:
        with Path(door).open("r+b", buffering=0) as pipe:
            pipe.write(line)
            return pipe.readline(MOST_BYTES)
    except OSError as problem:
        raise NobodyThereError from problem
