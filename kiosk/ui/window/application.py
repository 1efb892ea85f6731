"""The one Qt application of the process."""

import os
import sys

from PySide6.QtGui import QGuiApplication

from kiosk.ui.background.gc_tuning import use_one_heap


def application() -> QGuiApplication:
    """The application, made when it is first asked for."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    use_one_heap()
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("tutorial-kiosk")
    app.setQuitOnLastWindowClosed(False)
    return app


def use_renderer(renderer: str) -> None:
    """Draw in software unless the centre wants otherwise; the environment has the last word."""
    if renderer == "software":
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
