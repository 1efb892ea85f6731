"""A helper process's end of its two pipes: lines of JSON from the kiosk, and to it.

A line with `"bytes": n` has n bytes behind it. The kiosk asks `{"ping": n}` now and then and
expects `{"pong": n}`; whoever answers that is alive. A helper process ends with the kiosk: when
its input ends, and on Linux also while it hangs.
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
    """The pipes of this process; make one before anything else prints."""

    def __init__(self) -> None:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        self._answers = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)  # what libraries print goes to the error stream
        self._one_tells = threading.Lock()

    def tell(self, message: Message, data: bytes = b"") -> None:
        """Send a message, and the data that it announces as `bytes`; from any thread."""
        with self._one_tells:
            self._answers.write(json.dumps(message).encode() + b"\n" + data)
            self._answers.flush()

    def messages(self) -> Iterator[tuple[Message, bytes]]:
        """What the kiosk sends, until it ends; pings are answered by whoever iterates."""
        for message, data in self._received():
            if not self.answer_ping(message):
                yield message, data

    def answer_ping(self, message: Message) -> bool:
        """Answer the message if it is a ping; False when it is not."""
        if "ping" not in message:
            return False
        self.tell({"pong": message["ping"]})
        return True

    def listen(self, take: Callable[[Message, bytes], None]) -> None:
        """Hand over each message on a thread of its own, pings too; the end of them ends all.

        A pipe cannot be watched by an event loop on every system.
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
