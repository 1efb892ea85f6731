"""Restores Python's own import function after Qt is loaded.

PySide6 replaces `__import__` for `from __feature__ import …`: after each import it reads the whole
source of the module and keeps it in memory (`linecache`). The kiosk uses no such features.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - replaces `__import__`

if hasattr(builtins, "__orig_import__"):
    builtins.__import__ = builtins.__orig_import__
