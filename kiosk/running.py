"""Runs the kiosk on a display until staff leave it."""

import logging
import logging.handlers
import os
import signal
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QtMsgType, Slot, qInstallMessageHandler

from kiosk.app import Kiosk, Look, Outside, application, real_narrator, settings_of
from kiosk.domain.settings import Renderer
from kiosk.folders import Folders
from kiosk.ui.watchdog import Watchdog
from kiosk.ui.window_guard import WindowGuard

LOG_BYTES = 1_000_000
LOG_FILES = 4
TRIAL_SIZE = (1280, 720)

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run_kiosk(
    folders: Folders,
    *,
    config: Path | None = None,
    in_window: bool = False,
    lesson: str | None = None,
) -> int:
    """Show the kiosk and return the program's exit code."""
    keep_log(folders.log)
    settings = settings_of(folders, config)
    if settings.display.renderer is Renderer.SOFTWARE:
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    app = application()
    screen = app.primaryScreen().size()
    width, height = TRIAL_SIZE if in_window else (screen.width(), screen.height())
    kiosk = Kiosk(folders, settings, Look(width, height), Outside(narrator=real_narrator))
    guard = WindowGuard(kiosk.window, kiosk.visit.someone_touched)
    kiosk.staff.leave.connect(guard.unlock)
    kiosk.staff.leave.connect(lambda: app.exit(0))
    signal.signal(
        signal.SIGTERM, lambda *_: app.exit(0)
    )  # `quit` would ask the window, which says no
    FirstFrame(kiosk, lesson)
    if in_window:
        kiosk.window.show()
    else:
        guard.lock()
    code = app.exec()
    kiosk.close()
    return code


class FirstFrame(QObject):
    """Does once, on the window's own thread, what the first frame need not wait for."""

    def __init__(self, kiosk: Kiosk, lesson: str | None) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._lesson = lesson
        self._settled = False
        self._watchdog = Watchdog(self)
        kiosk.window.frameSwapped.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _settle(self) -> None:
        if self._settled:
            return
        self._settled = True
        self._kiosk.window.frameSwapped.disconnect(self._settle)
        self._watchdog.ready()
        self._kiosk.narrator.warm_up()
        self._kiosk.load_lessons(lambda: _open(self._kiosk, self._lesson))


def _open(kiosk: Kiosk, lesson: str | None) -> None:
    if lesson is None:
        return
    found = kiosk.library.find(lesson)
    if found:
        kiosk.visit.open_lesson(found)
    else:
        log.warning("no lesson %s", lesson)


def keep_log(path: Path) -> None:
    """Write to a log of bounded size, and to the terminal; Qt's own messages too."""
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
            )
        )
    except OSError as problem:
        logging.getLogger(__name__).warning("no log file: %s", problem)
    logging.basicConfig(
        level=logging.INFO,
        handlers=handlers,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    qt = logging.getLogger("qt")
    qInstallMessageHandler(lambda kind, _place, text: qt.log(_LEVELS.get(kind, logging.INFO), text))
