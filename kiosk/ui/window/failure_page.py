"""The page shown when the kiosk cannot start: the reason, and what to do.

It needs no settings, lessons, translations or compiled QML.
"""

import os

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.settings import Display
from kiosk.ui.window.application import application, use_renderer
from kiosk.ui.window.fonts import find_letters
from kiosk.ui.window.kiosk_window import QML

PAGE = QML / "TutorialKiosk" / "Shell" / "FailurePage.qml"
AGAIN_MS = 60_000
UNKNOWN = "Máy tắt đột ngột khi đang mở, không kịp báo lý do. Xem kiosk.log."


class FailurePage(QObject):
    """A separate window, with its own QML engine."""

    again = Signal()
    """Requests another start of the kiosk: staff have touched, or a minute has passed."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        os.environ["QML_DISABLE_DISK_CACHE"] = "1"
        use_renderer("software")
        application()
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(QML))
        letters, size = find_letters(), application().primaryScreen().size()
        self._engine.setInitialProperties(
            {
                "width": size.width(),
                "height": size.height(),
                "diagonalIn": Display().diagonal_in,
                "family": letters.family,
                "capRatio": letters.cap_ratio,
                "reason": reason or UNKNOWN,
                "seconds": AGAIN_MS // 1000,
            }
        )
        self._engine.load(QUrl.fromLocalFile(str(PAGE)))
        window = self._engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window
        window.again.connect(self.again)  # type: ignore[attr-defined] # a signal of the QML file
        self._timer = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._timer.timeout.connect(self.again)

    def show(self) -> None:
        """Shows the window in full screen."""
        front = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self.window.setFlags(Qt.WindowType.Window | front)
        self.window.showFullScreen()
        self._timer.start()
