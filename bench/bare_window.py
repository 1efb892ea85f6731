"""The smallest PySide6 Quick window: the baseline that the kiosk is compared with.

`--hand` also loads QtTest, with which the kiosk is touched, to measure the memory that it adds.
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
    """Show the window, send READY=1 after its first frame, and run until terminated."""
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
