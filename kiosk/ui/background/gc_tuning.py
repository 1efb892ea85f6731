"""Tuning of garbage collection and of the C library's heap.

A full collection searches all objects. The objects that live as long as the kiosk are excluded:
with thousands of lessons the window would freeze for 200 ms.
"""

import ctypes
import gc
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPixmapCache

COLLECT_EVERY_MS = 500
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
"""Parameters of the C library's `mallopt`."""
PICTURE_BYTES = 256 * 1024
"""Larger blocks (pictures, clips) are mapped outside the heap, so that they do not fragment it."""


def use_one_heap() -> None:
    """Limits the C library to one heap on Linux; called before other threads start.

    With the library's defaults, 20 MB stayed free in the heaps of the threads.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):
            libc.mallopt(_ARENA_MAX, 1)
            libc.mallopt(_MMAP_THRESHOLD, PICTURE_BYTES)


def release_memory() -> None:
    """Collects all garbage after a visit; on Linux also returns free heap pages to the system."""
    QPixmapCache.clear()
    gc.collect()
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "malloc_trim"):
            libc.malloc_trim(0)


def freeze_objects() -> None:
    """Excludes all current objects from future garbage collections."""
    gc.freeze()


class WindowThreadCollector(QObject):
    """Runs garbage collection on the window's thread only.

    By default Python collects on the thread that has just allocated an object. The garbage may
    include Qt objects, which must be destroyed on their own thread: otherwise the program crashes.
    The oldest generation is collected by `release_memory`, between two visits.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=COLLECT_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Restores automatic collection, once no other thread is left."""
        self._timer.stop()
        gc.enable()

    @staticmethod
    def _look() -> None:
        young, middle, _ = gc.get_count()
        most_young, most_middle, _ = gc.get_threshold()
        if young > most_young:
            gc.collect(1 if middle > most_middle else 0)
