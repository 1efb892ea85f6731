"""The kiosk's log, including Qt's messages: a file of limited size, and the terminal."""

import logging
import logging.handlers
import os
import stat
from io import TextIOWrapper
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from kiosk.durable import open_private

LOG_BYTES = 1_000_000
LOG_FILES = 4
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class PrivateLog(logging.handlers.RotatingFileHandler):
    """A log file that only the kiosk's own user can read; lines are lost when the disk is full.

    A pipe or folder with the name of the log file is renamed.
    """

    def _open(self) -> TextIOWrapper:
        """Opens the log file, created with private permissions."""
        _set_aside_unless_file(Path(self.baseFilename))
        handle = open_private(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        return TextIOWrapper(os.fdopen(handle, "ab"), encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:
        """Ignores write errors; the line is also in the terminal."""


def _set_aside_unless_file(path: Path) -> None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(found.st_mode):
        path.rename(path.with_name(f"{path.name}.odd"))


def keep_log(path: Path) -> None:
    """Sends log messages to this file and to the terminal."""
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(
            PrivateLog(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
        )
    except OSError as problem:
        logging.getLogger(__name__).warning("no log file: %s", problem)
    logging.basicConfig(
        level=logging.INFO,
        handlers=handlers,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        datefmt="%Y-%m-%d %H:%M:%S",
    )
    qt = logging.getLogger("qt")
    qInstallMessageHandler(lambda kind, _place, text: qt.log(_LEVELS.get(kind, logging.INFO), text))
