"""Gives memory back to the computer between two visits, and keeps Python from looking for more.

Python searches everything it holds for garbage now and then. What the kiosk holds for good is no
place to search: with thousands of lessons the window would stand still for 200 ms.
"""

import ctypes
import gc
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPixmapCache

COLLECT_EVERY_MS = 500
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
"""Options of the C library's `mallopt`."""
PICTURE_BYTES = 256 * 1024
"""What is larger is a picture or a clip, and lies outside the heap: it leaves no hole there."""


def use_one_heap() -> None:
    """Before there are other threads, on Linux: they share one heap, and pictures lie outside it.

    The C library's own rules left 20 MB free in heaps of which each thread had one.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):
            libc.mallopt(_ARENA_MAX, 1)
            libc.mallopt(_MMAP_THRESHOLD, PICTURE_BYTES)


def give_memory_back() -> None:
    """Let go of what the last visit left; on Linux the C library returns its free pages too."""
    QPixmapCache.clear()
    gc.collect()
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "malloc_trim"):
            libc.malloc_trim(0)


def keep_for_good() -> None:
    """What there is now stays: look for no garbage in it any more."""
    gc.freeze()


class WindowThreadCollector(QObject):
    """Has Python look for garbage on the window's thread alone.

    By itself Python looks on whichever thread has just made something. What it finds may be objects
    of Qt, and those may only be destroyed on their own thread: elsewhere the program ends at once.
    Older objects are looked through by `give_memory_back`, between two visits.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=COLLECT_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """No other thread is left: Python looks by itself again."""
        self._timer.stop()
        gc.enable()

    @staticmethod
    def _look() -> None:
        young, middle, _ = gc.get_count()
        most_young, most_middle, _ = gc.get_threshold()
        if young > most_young:
            gc.collect(1 if middle > most_middle else 0)
