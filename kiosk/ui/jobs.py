"""The one door to other threads: work is done there, its result is taken here."""

import logging
from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

log = logging.getLogger(__name__)
Result = TypeVar("Result")


class Jobs(Protocol):
    """Runs work away from the window."""

    def run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do the work elsewhere, then take its result on the window's thread."""


class _Delivery(QObject):
    """Lives on the window's thread, so that what it is sent arrives there."""

    arrived = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.arrived.connect(lambda then, result: then(result))


class ThreadJobs(QObject):
    """Work on Qt's thread pool."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._delivery = _Delivery(self)

    def run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do the work on another thread; it must touch nothing of Qt. A failure is logged."""

        def do() -> None:
            try:
                result = work()
            except Exception:
                log.exception("work failed")
                return
            self._delivery.arrived.emit(then, result)

        self._pool.start(do)

    def wait(self) -> None:
        """Return once no work is left; for leaving the program."""
        self._pool.waitForDone()
