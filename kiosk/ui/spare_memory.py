"""Gives memory back to the computer between two visits, and keeps Python from looking for more.

Python searches everything it holds for garbage now and then. What the kiosk holds for good is no
place to search: with thousands of lessons the window would stand still for 200 ms.
"""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPixmapCache


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


@contextmanager
def no_search() -> Iterator[None]:
    """Look for no garbage while much is made."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
