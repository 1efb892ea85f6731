"""Runs the QML tests of this folder in a window: python tests/qml/runner.py [-input FILE]."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP

from kiosk.folders import CHECKOUT
from kiosk.ui.window import drawings
from kiosk.ui.window.kiosk_window import QML
from kiosk.ui.window.touch_gate import TouchGate

HERE = Path(__file__).parent


class Clock(QObject):
    """A clock that the tests set."""

    def __init__(self) -> None:
        super().__init__()
        self.time_s = 1000.0

    def now_s(self) -> float:
        return self.time_s

    @Slot(float)
    def advance(self, seconds: float) -> None:
        """Advances the clock."""
        self.time_s += seconds


class Setup(QObject):
    """Provides the controls with what the kiosk's window provides."""

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:
        self.clock = Clock()
        engine.addImageProvider("icon", drawings.icons(CHECKOUT / "media" / "icons"))
        gate = engine.singletonInstance("TutorialKiosk.Backend", TouchGate.__name__)
        gate.set_clock(self.clock)
        engine.rootContext().setContextProperty("clock", self.clock)


if __name__ == "__main__":
    arguments = [sys.argv[0], "-import", str(QML), *(sys.argv[1:] or ["-input", str(HERE)])]
    sys.exit(QUICK_TEST_MAIN_WITH_SETUP("controls", Setup, arguments))
