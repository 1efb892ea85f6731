"""The common part of the helper processes that play and record sound.

They are separate processes because Qt's sound library terminates its process when the sound server
exits, and never finds a server that starts later. The kiosk then starts new ones.
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
"""A device without progress for this time counts as stalled."""

NO_PLUGINS = "No QtMultimedia backends found"


class SoundWorker(QObject):
    """Executes the kiosk's commands, on the main thread of its process."""

    sent = Signal(object, bytes)
    """A message for the kiosk, and its data."""

    def begin(self) -> None:
        """Called once before the first command."""

    def execute(self, command: Message, data: bytes) -> None:
        """Executes a command."""
        raise NotImplementedError


class Commands(QObject):
    """Passes commands to the main thread and answers pings there."""

    arrived = Signal(object, bytes)
    _came = Signal(object, bytes)

    def __init__(self, channel: ChildChannel) -> None:
        super().__init__()
        self._channel = channel
        self._came.connect(self._take)

    def listen(self) -> None:
        """Starts reading; the end of the input ends the process."""
        self._channel.listen(self._came.emit)

    def _take(self, message: Message, data: bytes) -> None:
        if not self._channel.answer_ping(message):
            self.arrived.emit(message, data)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    """Logs Qt's messages, except its note that no multimedia plugins were found."""
    if message and not message.startswith(NO_PLUGINS):
        sys.stderr.write(qFormatLogMessage(kind, context, message) + "\n")


def run(make: Callable[[], SoundWorker]) -> None:
    """Runs a worker until the input ends."""
    channel = ChildChannel()
    qInstallMessageHandler(log_qt_message)
    # Qt's sound library logs the libraries it resolves, which is of no use.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
    application = QCoreApplication(sys.argv)
    # Plugins would load FFmpeg (13 MB), which is not needed: devices and streams are in Qt itself.
    QCoreApplication.setLibraryPaths([])
    worker, commands = make(), Commands(channel)
    worker.sent.connect(channel.send)
    commands.arrived.connect(worker.execute)
    worker.begin()
    commands.listen()
    application.exec()
