"""What the kiosk tells a helper process that has an event loop of Qt."""

from PySide6.QtCore import QObject, Signal

from kiosk.child_channel import ChildChannel, Message


class Commands(QObject):
    """Receives commands on the main thread, which also answers that it is alive."""

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
