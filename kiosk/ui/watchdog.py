"""Tells systemd that the kiosk is up, and that its window still answers."""

import os
import socket

from PySide6.QtCore import QObject, QTimer

SHORTEST_MS = 500


class Watchdog(QObject):
    """Speaks to the socket that systemd names; silent where there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = os.environ.get("NOTIFY_SOCKET", "")
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._tell("WATCHDOG=1"))

    def ready(self) -> None:
        """The first frame was shown: say so, and from now on say that all is well."""
        self._tell("READY=1")
        limit_us = os.environ.get("WATCHDOG_USEC", "")
        if limit_us.isdigit() and int(limit_us):
            self._timer.start(max(SHORTEST_MS, int(limit_us) // 2000))

    def _tell(self, message: str) -> None:
        if not self._address:
            return
        address = self._address
        if address.startswith("@"):
            address = "\0" + address[1:]
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as link:
            try:
                link.connect(address)
                link.send(message.encode())
            except OSError:
                self._timer.stop()
