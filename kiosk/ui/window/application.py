"""The QGuiApplication of the process."""

import os
import sys

from PySide6.QtGui import QGuiApplication

from kiosk.ui.background.gc_tuning import use_one_heap


def application() -> QGuiApplication:
    """Returns the application, which is created at the first call."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    use_one_heap()
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("tutorial-kiosk")
    app.setQuitOnLastWindowClosed(False)
    return app


def use_renderer(renderer: str) -> None:
    """Sets the renderer of Qt Quick; an existing environment variable has precedence."""
    if renderer == "software":
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
