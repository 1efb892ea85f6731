"""The least that a window of PySide6 Quick can be: what the kiosk is measured against.

`--hand` loads what the measured kiosk is touched with, to tell what that holds.
"""

import os
import socket
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

QML = b"""
import QtQuick
import QtQuick.Window

Window {
    width: 1920
    height: 1080
    visible: true
    color: "ivory"

    Text {
        anchors.centerIn: parent
        text: "Xin ch\xc3\xa0o"
        font.pixelSize: 96
    }
}
"""


def main() -> int:
    """Show it, tell when the first frame was shown, and stay."""
    app = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.loadData(QML)
    window = engine.rootObjects()[0]
    if "--hand" in sys.argv:
        from PySide6.QtTest import QTest  # noqa: PLC0415 - not a part of a bare window

        QTest.createTouchDevice()

    def settle() -> None:
        window.frameSwapped.disconnect(settle)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as link:
            link.connect(os.environ["NOTIFY_SOCKET"])
            link.send(b"READY=1")

    window.frameSwapped.connect(settle)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
