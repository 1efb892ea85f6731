"""The client for requests to the running kiosk."""

import socket
import sys
from pathlib import Path

from kiosk.player.asking import (
    STATE_REQUEST,
    LaunchAnswer,
    LaunchRequest,
    RunningState,
    line_of_request,
    read_answer,
    read_state,
)

MAX_BYTES = 4000


class KioskNotRunningError(Exception):
    """There is no running kiosk to connect to."""


def ask_kiosk(address: str, request: LaunchRequest, patience_s: float) -> LaunchAnswer | None:
    """Sends a request to the kiosk; returns None if it does not respond in time.

    Raises:
        KioskNotRunningError: no kiosk can be reached at the address.
    """
    through = _through_pipe if sys.platform == "win32" else _through_socket
    line = through(address, line_of_request(request), patience_s)
    return read_answer(line) if line else None


def ask_state(address: str, patience_s: float) -> RunningState | None:
    """The state of the running kiosk; None if none is running or it does not respond in time."""
    through = _through_pipe if sys.platform == "win32" else _through_socket
    try:
        return read_state(through(address, STATE_REQUEST, patience_s))
    except KioskNotRunningError:
        return None


def _through_socket(address: str, line: bytes, patience_s: float) -> bytes:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
        link.settimeout(patience_s)
        try:
            link.connect(address)
        except OSError as problem:
            raise KioskNotRunningError from problem
        try:
            link.sendall(line)
            return _all_of(link)
        except OSError:
            return b""


def _all_of(link: socket.socket) -> bytes:
    heard = b""
    while not heard.endswith(b"\n") and len(heard) < MAX_BYTES:
        part = link.recv(MAX_BYTES)
        if not part:
            break
        heard += part
    return heard


def _through_pipe(address: str, line: bytes, _patience_s: float) -> bytes:
    try:
        with Path(address).open("r+b", buffering=0) as pipe:
            pipe.write(line)
            return pipe.readline(MAX_BYTES)
    except OSError as problem:
        raise KioskNotRunningError from problem
