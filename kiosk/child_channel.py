"""The helper process's side of its two pipes to the kiosk, with messages as lines of JSON.

A line with `"bytes": n` is followed by n bytes of data. The kiosk regularly sends `{"ping": n}`
and expects `{"pong": n}` as a sign of life. A helper process ends with the kiosk: at the end of
its input, and on Linux even if it hangs.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Message = dict[str, Any]
_DIE_WITH_PARENT = 1


class ChildChannel:
    """The pipes of this process; create it before any other code prints."""

    def __init__(self) -> None:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        self._answers = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)  # output of libraries goes to standard error
        self._send_lock = threading.Lock()

    def send(self, message: Message, data: bytes = b"") -> None:
        """Sends a message, with the data announced as `bytes`; thread-safe."""
        with self._send_lock:
            self._answers.write(json.dumps(message).encode() + b"\n" + data)
            self._answers.flush()

    def messages(self) -> Iterator[tuple[Message, bytes]]:
        """Messages from the kiosk until the input ends; pings are answered while iterating."""
        for message, data in self._received():
            if not self.answer_ping(message):
                yield message, data

    def answer_ping(self, message: Message) -> bool:
        """Answers the message if it is a ping; returns whether it was."""
        if "ping" not in message:
            return False
        self.send({"pong": message["ping"]})
        return True

    def listen(self, take: Callable[[Message, bytes], None]) -> None:
        """Passes all messages, including pings, to `take` on a thread; exits when the input ends.

        A thread is used because event loops cannot watch pipes on every system.
        """

        def read() -> None:
            for message, data in self._received():
                take(message, data)
            os._exit(0)

        threading.Thread(target=read, daemon=True).start()

    def _received(self) -> Iterator[tuple[Message, bytes]]:
        for line in sys.stdin.buffer:
            message = json.loads(line)
            yield message, sys.stdin.buffer.read(message.get("bytes", 0))
