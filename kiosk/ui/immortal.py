"""Keeps Python 3.11 alive under PySide6.

PySide6 6.12 hands out `None`, `True` and the like without counting the reference, as Python 3.12
allows: there they live for ever. Python 3.11 counts, and aborts once some hundred signals were
emitted ("Fatal Python error: bool_dealloc").
"""

import ctypes
import sys

_COUNT = 1 << 40


def make_singletons_immortal() -> None:
    """Gives Python's singletons more references than can ever be lost."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for singleton in (None, True, False, NotImplemented, ...):
            ctypes.c_ssize_t.from_address(id(singleton)).value = _COUNT
