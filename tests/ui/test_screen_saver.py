"""The X server's screen saver is off while the kiosk runs, and is restored when staff leave it."""

import os
import shutil
import subprocess
import sys

import pytest

SCRIPT = """
import ctypes
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from kiosk.ui.window.screen_saver import ScreenSaver, _Display
def now():
    with _Display() as display:
        found = [ctypes.c_int() for _ in range(4)]
        display.x11.XGetScreenSaver(display.handle, *(ctypes.byref(one) for one in found))
        return [one.value for one in found]
with _Display() as display:
    display.x11.XSetScreenSaver(display.handle, 300, 200, 1, 1)
saver = ScreenSaver()
print(now()); saver.hold_off(); print(now()); saver.release(); print(now())
"""


@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="there is no X server to try it on")
def test_x11_blanks_nothing_while_the_kiosk_is_there(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(tmp_path)}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    tried = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", SCRIPT],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert tried.stdout.split("\n")[:3] == [
        "[300, 200, 1, 1]",
        "[0, 0, 0, 1]",
        "[300, 200, 1, 1]",
    ], tried.stderr
