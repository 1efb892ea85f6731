"""Waits for pictures that load on another thread, before a window is grabbed."""

import time

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

MAX_S = 40.0
BETWEEN_LOOKS_S = 0.005


def wait_for_pictures(window: QQuickWindow) -> None:
    """Waits until no picture of the window is loading, at most `MAX_S`."""
    end = time.monotonic() + MAX_S
    while _is_loading(window.contentItem()) and time.monotonic() < end:
        QGuiApplication.processEvents()
        time.sleep(BETWEEN_LOOKS_S)


def _is_loading(item: QQuickItem) -> bool:
    """True when a `Picture` in the item is loading."""
    if item.property("loading") is True:
        return True
    return any(_is_loading(child) for child in item.childItems())
