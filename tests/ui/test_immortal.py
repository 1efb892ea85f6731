"""Python outlives Qt's signals."""

import subprocess
import sys

EMIT_OFTEN = """
from PySide6.QtCore import QObject, QTimer, Signal
from kiosk.ui.immortal import make_singletons_immortal
make_singletons_immortal()
class Bell(QObject):
    rung = Signal(bool)
bell, timer = Bell(), QTimer()
bell.rung.connect(lambda on: None)
for _ in range(20_000):
    bell.rung.emit(True)
    timer.setSingleShot(False)
print("alive")
"""


def test_tens_of_thousands_of_signals_do_not_end_the_program():
    run = subprocess.run(
        [sys.executable, "-c", EMIT_OFTEN], capture_output=True, text=True, check=False
    )
    assert run.stdout == "alive\n", run.stderr
