"""Watches files and folders and signals once a burst of changes is over."""

from collections.abc import Set
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 300
"""A change is signalled after this time without further changes, as copies arrive in pieces."""
MAX_SETTLES = 4
"""Under continuous changes the signal comes after this many settle times."""
POLL_MS = 20_000
"""Poll interval, for file systems without change notifications."""
QUICK_POLL_MS = 1500
"""Poll interval when the system has no free watches."""
PATHS_PER_BATCH = 50
BATCH_PAUSE_MS = 10
"""This many paths are added at a time, in less than 5 ms, so that the window stays responsive."""


class FolderWatch(QObject):
    """Watches folders for files added or removed, and files for changes of their content."""

    settled = Signal()

    def __init__(
        self, parent: QObject, *, settle_ms: int = SETTLE_MS, poll_ms: int = POLL_MS
    ) -> None:
        super().__init__(parent)
        self._poll_ms = poll_ms
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._restart_settling)
        self._watcher.fileChanged.connect(self._restart_settling)
        self._settling = self._timer(settle_ms)
        self._longest = self._timer(settle_ms * MAX_SETTLES)
        self._poll = QTimer(self, interval=poll_ms)
        self._poll.timeout.connect(self.settled)
        self._waiting: list[str] = []
        self._added = False
        self._adding = QTimer(self, interval=BATCH_PAUSE_MS)
        self._adding.timeout.connect(self._add_some)

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(self._settle)
        return timer

    def follow(self, wanted: Set[str]) -> None:
        """Replaces the set of watched paths; files that were replaced on disk are watched anew."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        self._waiting = sorted(wanted - watched)
        self._poll.start(self._poll_ms)
        if self._waiting:
            self._adding.start()

    def _add_some(self) -> None:
        some, self._waiting = self._waiting[:PATHS_PER_BATCH], self._waiting[PATHS_PER_BATCH:]
        there = [path for path in some if Path(path).exists()]
        refused = self._watcher.addPaths(there) if there else []
        if any(Path(path).exists() for path in refused):
            self._poll.start(min(self._poll_ms, QUICK_POLL_MS))
        self._added = self._added or len(refused) < len(there)
        if not self._waiting:
            self._adding.stop()
            if self._added:
                self._added = False
                self._restart_settling()  # changes before the watch was set

    def _restart_settling(self) -> None:
        self._settling.start()
        if not self._longest.isActive():
            self._longest.start()

    def _settle(self) -> None:
        self._settling.stop()
        self._longest.stop()
        self.settled.emit()
