"""Runs Orca beside the kiosk in a separate D-Bus session, and reads its speech from a log."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from real_display import RealDisplay

from kiosk.folders import CHECKOUT

PATIENCE_S = 30
STOPS_WITHIN_S = 120
SILENCE_S = 5.0
"""Longest time between a key and its speech."""
TOUCH_COUNTS_AFTER_S = 0.6
MAX_STOPS = 60
ECHO = {"tab", "return"}
"""Key names that Orca speaks."""
SAID = re.compile(r"^SPEECH OUTPUT: '(.*?)'", re.MULTILINE)
CUSTOMIZATIONS = """\
from gi.repository import Atspi
from orca import debug

Atspi.set_timeout(30_000, 30_000)
log = open({log!r}, "w", buffering=1)


def println(level, text="", timestamp=False, stack=False):
    if text.startswith("SPEECH OUTPUT"):
        log.write(text + "\\n")


debug.debugLevel = debug.LEVEL_INFO
debug.println = println
"""
"""Orca's customisation: it tolerates a slow machine, and writes its speech to the log at once."""
SESSION = """\
/usr/libexec/at-spi-bus-launcher --launch-immediately &
orca --replace --disable braille --user-prefs "$ORCA_FOLDER" &
until [ -e "$ORCA_FOLDER/said" ]; do sleep 0.05; done
exec "$@"
"""


class Orca:
    """A blind user: moves with Tab, listens to Orca, and presses Return."""

    def __init__(self, display: RealDisplay, log: Path) -> None:
        self._display, self._log = display, log

    def said(self) -> list[str]:
        """Everything that Orca has spoken so far, without key names."""
        if not self._log.exists():
            return []
        words = SAID.findall(self._log.read_text(encoding="utf-8", errors="replace"))
        return [each.strip() for each in words if each.strip() not in ECHO]

    def wait_for_the_window(self) -> None:
        """Waits until Orca has announced the window."""
        ends_s = time.monotonic() + PATIENCE_S
        while not self.said():
            assert time.monotonic() < ends_s, "Orca never said a word"
            time.sleep(0.05)

    def go_to(self, name: str | tuple[str, ...]) -> list[str]:
        """Presses Tab until a text with this beginning is spoken; returns all that was spoken."""
        heard: list[str] = []
        ends_s = time.monotonic() + STOPS_WITHIN_S
        for _ in range(MAX_STOPS):
            heard += self._next_stop()
            if any(each.startswith(name) for each in heard):
                return heard
            if time.monotonic() > ends_s:
                break
        raise AssertionError(f"{name!r} was never said, but: {heard}")

    def take(self) -> None:
        """Presses Return on the current item, once its page accepts touches."""
        # The kiosk ignores a touch right after a page change, and an immediate repeat of a touch.
        time.sleep(TOUCH_COUNTS_AFTER_S)
        self._display.strike("Return")

    def _next_stop(self) -> list[str]:
        before = len(self.said())
        self._display.strike("Tab")
        ends_s = time.monotonic() + SILENCE_S
        while time.monotonic() < ends_s:
            said = self.said()[before:]
            if said:
                return said
            time.sleep(0.01)
        return []


@contextlib.contextmanager
def orca_beside_the_kiosk(display: RealDisplay, place: Path, home: Path) -> Iterator[Orca]:
    """The kiosk with this home on a display, read by Orca; `place` is an empty folder."""
    folders = ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "ORCA_FOLDER")
    for each in folders:
        (place / each).mkdir(mode=0o700)
    log = place / "ORCA_FOLDER" / "said"
    customizations = CUSTOMIZATIONS.format(log=str(log))
    (place / "ORCA_FOLDER" / "orca-customizations.py").write_text(customizations)
    environment = {
        "PATH": os.environ["PATH"],
        "DISPLAY": display.name,
        "HOME": str(place),
        "KIOSK_HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LANG": "C.UTF-8",
        **{each: str(place / each) for each in folders},
    }
    command = ["dbus-run-session", "--", "bash", "-c", SESSION, "session"]
    with (place / "errors").open("w") as errors:
        process = subprocess.Popen(
            [*command, sys.executable, "-m", "kiosk", "run"],
            cwd=CHECKOUT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=errors,
            stderr=errors,
            start_new_session=True,
        )
    try:
        yield Orca(display, log)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE_S)
