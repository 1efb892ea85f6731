"""Tells systemd that the kiosk is up, and that its window still draws."""

import os
import socket

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow

SHORTEST_MS = 500


class Watchdog(QObject):
    """Speaks to the socket that systemd names; silent where there is none.

    At each beat it asks the window for a frame, and only the frame that follows is told of: an
    event loop that turns is no proof of a picture. A window that nobody can see, as with a screen
    that is switched off, draws nothing and is not asked for it.
    """

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        self._address = os.environ.get("NOTIFY_SOCKET", "")
        self._asked = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._ask)
        window.frameSwapped.connect(self._drawn)

    def ready(self) -> None:
        """The first frame was shown: say so, and from now on say that all is well."""
        self._tell("READY=1")
        limit_us = os.environ.get("WATCHDOG_USEC", "")
        if limit_us.isdigit() and int(limit_us):
            self._timer.start(max(SHORTEST_MS, int(limit_us) // 2000))

    def _ask(self) -> None:
        if not self._window.isExposed():
            self._tell("WATCHDOG=1")
            return
        self._asked = True
        self._window.update()

    def _drawn(self) -> None:
        if self._asked:
            self._asked = False
            self._tell("WATCHDOG=1")

    def _tell(self, message: str) -> None:
        if not self._address:
            return
        address = self._address
        if address.startswith("@"):
            address = "\0" + address[1:]
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as link:
            link.setblocking(False)  # noqa: FBT003 - Python's own signature
            try:
                link.connect(address)
                link.send(message.encode())
            except BlockingIOError:
                return  # systemd has not read the ones before: the window waits for nobody
            except OSError:
                self._timer.stop()
