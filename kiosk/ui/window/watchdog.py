"""Notifies systemd that the kiosk is ready and that its window still draws."""

import os
import socket

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow

MIN_MS = 500


class Watchdog(QObject):
    """Sends to systemd's notification socket; does nothing without one.

    Each interval requests a frame, and only the drawn frame is reported: a running event loop is no
    proof of a picture. A window that is not exposed, as on a screen that is switched off, draws
    nothing; no frame is required then.
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
        """Called after the first frame: reports readiness and starts the watchdog messages."""
        self._notify("READY=1")
        limit_us = os.environ.get("WATCHDOG_USEC", "")
        if limit_us.isdigit() and int(limit_us):
            self._timer.start(max(MIN_MS, int(limit_us) // 2000))

    def _ask(self) -> None:
        if not self._window.isExposed():
            self._notify("WATCHDOG=1")
            return
        self._asked = True
        self._window.update()

    def _drawn(self) -> None:
        if self._asked:
            self._asked = False
            self._notify("WATCHDOG=1")

    def _notify(self, message: str) -> None:
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
                return  # systemd has not read earlier messages: the window must not block
            except OSError:
                self._timer.stop()
