"""The local socket on which commands of the same user request a lesson from the running kiosk."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtQuick import QQuickWindow

from kiosk.player.asking import (
    MAX_BYTES,
    STATE_REQUEST,
    LaunchAnswer,
    RunningState,
    line_of_answer,
    line_of_state,
    read_request,
)
from kiosk.ui.visit.lesson_launcher import LessonLauncher

log = logging.getLogger(__name__)

MAX_CALLERS = 8
PATIENCE_MS = 2000
"""A client that has sent no request by then is disconnected."""
FRAME_LIMIT_MS = 1500
"""The answer is sent after this time even if the window is not painted."""


class IpcServer(QObject):
    """Reads one line from each client and answers once the lesson is on the screen."""

    def __init__(
        self,
        launcher: LessonLauncher,
        window: QQuickWindow,
        state: Callable[[], RunningState],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._launcher = launcher
        self._state = state
        self._window = window
        self._callers: set[QLocalSocket] = set()
        self._served: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MAX_CALLERS)
        self._server.newConnection.connect(self._greet)

    def open(self, address: str) -> None:
        """Listens at an address; the socket of a kiosk that crashed is removed."""
        QLocalServer.removeServer(address)
        if not self._server.listen(address):
            log.warning("kiosk open will not work: %s", self._server.errorString())

    def close(self) -> None:
        self._server.close()
        for caller in tuple(self._callers):
            caller.abort()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            if len(self._callers) >= MAX_CALLERS:
                caller.abort()
                caller.deleteLater()
                continue
            self._callers.add(caller)
            caller.setReadBufferSize(MAX_BYTES + 1)
            caller.readyRead.connect(lambda who=caller: self._listen(who))
            caller.disconnected.connect(lambda who=caller: self._forget(who))
            QTimer.singleShot(PATIENCE_MS, caller, lambda who=caller: self._drop_silent_caller(who))
            self._listen(caller)

    def _forget(self, caller: QLocalSocket) -> None:
        self._callers.discard(caller)
        self._served.discard(caller)
        caller.deleteLater()

    def _drop_silent_caller(self, caller: QLocalSocket) -> None:
        if caller not in self._served:
            caller.abort()

    def _listen(self, caller: QLocalSocket) -> None:
        if caller in self._served:
            caller.readAll()
            return
        if not caller.canReadLine():
            if caller.bytesAvailable() > MAX_BYTES:
                caller.abort()
            return
        line = bytes(caller.readLine(MAX_BYTES + 1).data())
        if line == STATE_REQUEST:
            self._served.add(caller)
            self._once_seen(lambda: self._send(caller, line_of_state(self._state())))
            return
        request = read_request(line)
        if request is None:
            caller.abort()
            return
        self._served.add(caller)
        self._launcher.open(
            request.wanted,
            lambda answer: self._once_seen(lambda: self._answer(caller, answer)),
            insist=request.insist,
        )

    def _once_seen(self, then: Callable[[], None]) -> None:
        """Calls the function after the next frame was painted."""
        waiting = _Frame(self._window, self)
        waiting.then(then)

    def _answer(self, caller: QLocalSocket, answer: LaunchAnswer) -> None:
        self._send(caller, line_of_answer(answer))

    def _send(self, caller: QLocalSocket, line: bytes) -> None:
        if caller in self._callers:
            caller.write(line)
            caller.flush()
            caller.disconnectFromServer()


class _Frame(QObject):
    """Waits for the next frame of a window, at most `FRAME_LIMIT_MS`."""

    def __init__(self, window: QQuickWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._then: Callable[[], None] = lambda: None
        self._limit = QTimer(self, singleShot=True, interval=FRAME_LIMIT_MS)
        self._limit.timeout.connect(self._seen)

    def then(self, then: Callable[[], None]) -> None:
        self._then = then
        self._limit.start()
        self._window.frameSwapped.connect(self._seen)
        self._window.update()

    def _seen(self) -> None:
        self._window.frameSwapped.disconnect(self._seen)
        self._limit.stop()
        then, self._then = self._then, lambda: None
        then()
        self.deleteLater()
