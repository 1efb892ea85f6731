"""What the helper processes that play and that listen have in common.

They are processes of their own because Qt's sound library ends the program it lives in when the
sound server goes away, and never finds a server that came later. The kiosk starts new ones instead.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QLoggingCategory,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qFormatLogMessage,
    qInstallMessageHandler,
)

from kiosk.child_channel import ChildChannel, Message

STALL_LIMIT_S = 3.0
"""A device that gives or takes nothing for so long stands still."""

NO_PLUGINS = "No QtMultimedia backends found"


class SoundWorker(QObject):
    """Obeys what the kiosk writes, on the main thread of its process."""

    told = Signal(object, bytes)
    """What the kiosk is to know, and the bytes that go with it."""

    def begin(self) -> None:
        """Tell what is to be known before the first command."""

    def obey(self, command: Message, data: bytes) -> None:
        """Do what one line of the input says."""
        raise NotImplementedError


class Commands(QObject):
    """Brings commands to the main thread, which also answers that it is alive."""

    arrived = Signal(object, bytes)
    _came = Signal(object, bytes)

    def __init__(self, channel: ChildChannel) -> None:
        super().__init__()
        self._channel = channel
        self._came.connect(self._take)

    def listen(self) -> None:
        """Begin to read; the end of the input ends the process."""
        self._channel.listen(self._came.emit)

    def _take(self, message: Message, data: bytes) -> None:
        if not self._channel.answer_ping(message):
            self.arrived.emit(message, data)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    """Writes what Qt says to the log, but for its note that only devices and streams are there."""
    if message and not message.startswith(NO_PLUGINS):
        sys.stderr.write(qFormatLogMessage(kind, context, message) + "\n")


def run(make: Callable[[], SoundWorker]) -> None:
    """Have a worker obey until the input ends."""
    channel = ChildChannel()
    qInstallMessageHandler(log_qt_message)
    # The first words of Qt's sound library are of no use to anybody.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
    application = QCoreApplication(sys.argv)
    # Plugins would bring FFmpeg, 13 MB, which nothing here needs: devices and streams are Qt's own.
    QCoreApplication.setLibraryPaths([])
    worker, commands = make(), Commands(channel)
    worker.told.connect(channel.tell)
    commands.arrived.connect(worker.obey)
    worker.begin()
    commands.listen()
    application.exec()
