"""Requirements for the pinned release of PySide6 on every Python that the kiosk supports."""

import re
import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType

from PySide6 import QtCore, QtGui, QtNetwork, QtQml, QtQuick, QtWidgets

from kiosk.folders import CHECKOUT

EMIT_OFTEN = """
from PySide6.QtCore import QObject, QTimer, Signal
class Bell(QObject):
    rung = Signal(bool)
bell, timer = Bell(), QTimer()
bell.rung.connect(lambda on: None)
for _ in range(20_000):
    bell.rung.emit(True)
    timer.setSingleShot(False)
print("alive")
"""
INLINE = re.compile(r"^\s*component (\w+)\s*:", re.MULTILINE)
MODULES = (QtCore, QtGui, QtNetwork, QtQml, QtQuick, QtWidgets)


def test_tens_of_thousands_of_signals_do_not_end_the_program():
    run = subprocess.run(
        [sys.executable, "-c", EMIT_OFTEN], capture_output=True, text=True, check=False
    )
    assert run.stdout == "alive\n", run.stderr


def test_no_inline_component_is_named_like_a_class_inside_a_qt_class():
    """PySide6 finds the Python class of a QML item by the item's class name.

    It also registers nested classes by their last name alone: an inline component named `Tab`
    becomes a `QTextOption.Tab` in Python once that class has been used.
    """
    ours = {
        name
        for path in (CHECKOUT / "kiosk").rglob("*.qml")
        for name in INLINE.findall(path.read_text())
    }
    assert "TabTarget" in ours
    assert ours & set(_names_inside_classes()) == set()


def _names_inside_classes() -> Iterator[str]:
    for outer in (each for module in MODULES for each in _types_in(module)):
        yield from (inner.__name__ for inner in _types_in(outer))


def _types_in(place: ModuleType | type) -> list[type]:
    found = (getattr(place, name, None) for name in dir(place))
    return [each for each in found if isinstance(each, type)]
