"""The kiosk as a program on a real X server: no key or click leaves or crashes it.

A longer run by hand: `KIOSK_RANDOM_EVENTS=67600 pytest` with this file.
"""

import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from known_pin import known_record
from real_display import HEIGHT, WIDTH, WINDOW_MANAGER, can_be_tried, real_display

from kiosk.cli._ipc_client import ask_state
from kiosk.folders import Folders
from kiosk.staff.pin import PinFile

pytestmark = pytest.mark.skipif(not can_be_tried(), reason="there is no X server to try it on")

EVENTS = int(os.environ.get("KIOSK_RANDOM_EVENTS", "300"))
PATIENCE_S = 30
MODIFIERS = (
    (),
    ("Control_L",),
    ("Alt_L",),
    ("Super_L",),
    ("Shift_L",),
    ("Control_L", "Alt_L"),
    ("Alt_L", "Shift_L"),
    ("Control_L", "Shift_L"),
)
KEYS = (
    *(f"F{number}" for number in range(1, 13)),
    *("Escape", "Tab", "Return", "space", "BackSpace", "Delete", "Insert", "Home", "End"),
    *("Prior", "Next", "Left", "Right", "Up", "Down", "Print", "Pause", "Menu", "Scroll_Lock"),
    *("abcdefghijklmnopqrstuvwxyz"),
    *(f"{digit}" for digit in range(10)),
    *("minus", "grave", "KP_Enter", "XF86HomePage", "XF86Mail", "XF86WWW", "XF86Calculator"),
    *("XF86AudioMute", "XF86PowerOff", "XF86Sleep", "Super_L", "Super_R", "Alt_L", "Control_R"),
)
MANY = 518
"""Number of combinations, as once tried by hand."""
MAX_GROWN_MB = 40
"""Limit of memory growth; a long run of 67,600 events showed 19."""


class RunningKiosk:
    """`kiosk run` on a display, observed from outside; inside cage if given."""

    def __init__(self, folder: Path, display, *, cage: tuple[str, ...] = ()) -> None:
        self.display = display
        self.folders = Folders(state=folder / "state" / "tutorial-kiosk")
        self.folders.state.mkdir(parents=True)
        PinFile(self.folders.pin).write(known_record("482915"))
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        self._errors = (folder / "errors").open("w+")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as link:
            link.bind(str(folder / "notify"))
            link.settimeout(PATIENCE_S)
            self.process = subprocess.Popen(
                [*cage, sys.executable, "-m", "kiosk", "run"],
                env={
                    **kept,
                    "HOME": str(folder),
                    "DISPLAY": display.name,
                    "QT_QPA_PLATFORM": "xcb;wayland",
                    "WLR_BACKENDS": "x11",
                    "WLR_RENDERER": "pixman",
                    "QT_QUICK_BACKEND": "software",
                    "XDG_STATE_HOME": str(folder / "state"),
                    "XDG_CACHE_HOME": str(folder / "cache"),
                    "XDG_RUNTIME_DIR": str(folder),
                    "KIOSK_SITE": str(folder / "site"),
                    "NOTIFY_SOCKET": link.getsockname(),
                },
                stdin=subprocess.DEVNULL,
                stderr=self._errors,
            )
            assert link.recv(100) == b"READY=1"
        self._address = str(next(iter_until(lambda: (folder / "tutorial-kiosk").glob("*.sock"))))
        if not cage:
            of_kiosk = iter_until(lambda: filter(None, [display.window_of(self.process.pid)]))
            self.window = next(of_kiosk)

    def holds(self) -> bool:
        """Whether the process runs and its window fills the screen."""
        return (
            self.process.poll() is None
            and self.display.covers_everything(self.window)
            and self.display.window_of(self.process.pid) == self.window
        )

    def answers(self) -> bool:
        """Whether the window's thread responds."""
        return ask_state(self._address, PATIENCE_S) is not None

    def touches(self) -> int:
        """Number of touches and keys since the start."""
        return ask_state(self._address, PATIENCE_S).touches

    def complaints(self) -> list[str]:
        """All lines of its error stream and its log, except OF_OTHERS."""
        self._errors.seek(0)
        logged = self.folders.log.read_text() if self.folders.log.exists() else ""
        lines = [*self._errors.read().splitlines(), *logged.splitlines()]
        return [line for line in lines if line.strip() and not OF_OTHERS.search(line)]

    def memory_mb(self) -> float:
        """Its memory as PSS, which divides shared pages among processes."""
        text = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(text.partition("Pss:")[2].split()[0]) / 1000

    def close(self) -> None:
        """Ends it as the system would."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE_S)
        finally:
            self.process.kill()
            self._errors.close()


OF_OTHERS = re.compile(
    r"qt\.multimedia|pa_context_connect|PulseAudio|^\d\d:\d\d:[\d.]+ \[|glamor|xkbcomp|keycode"
)
"""There is no sound server; cage prints a timestamp before its lines, and Xwayland lists missing
features."""


def iter_until(find):
    """Polls `find` until it yields something."""
    ends_s = time.monotonic() + PATIENCE_S
    while not (found := list(find())):
        assert time.monotonic() < ends_s
        time.sleep(0.05)
    return iter(found)


@contextmanager
def running(folder, *, with_window_manager=False, cage=()):
    with real_display(folder, with_window_manager=with_window_manager) as display:
        kiosk = RunningKiosk(folder, display, cage=cage)
        try:
            yield kiosk
        finally:
            kiosk.close()


CAGE = all(map(shutil.which, ("cage", "Xwayland", "unshare")))
AS_SOMEBODY = (
    ("unshare", "--user", "--map-user=1000", "--map-group=1000") if os.getuid() == 0 else ()
)
"""cage refuses to run as root, so root is mapped to another user with the same file access."""
NO_MANAGER = pytest.mark.skipif(not WINDOW_MANAGER, reason="jwm is not installed")


@pytest.fixture(
    scope="module", params=[False, pytest.param(True, marks=NO_MANAGER)], ids=["alone", "jwm"]
)
def kiosk(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("k")
    with running(folder, with_window_manager=request.param) as started:
        yield started


def combinations(kiosk):
    keys = [name for name in KEYS if kiosk.display.has_key(name)]
    struck = [(*modifiers, key) for modifiers in MODIFIERS for key in keys if key not in modifiers]
    assert len(struck) >= MANY
    return struck


@pytest.mark.skipif(not CAGE, reason="cage or Xwayland is not installed")
def test_no_combination_of_keys_leads_out_of_cage(tmp_path_factory):
    with running(tmp_path_factory.mktemp("c"), cage=(*AS_SOMEBODY, "cage", "--")) as kiosk:
        kiosk.display.click(100, 100)
        assert kiosk.touches() == 1
        for combination in combinations(kiosk):
            kiosk.display.strike(*combination)
            assert kiosk.process.poll() is None, combination
        assert kiosk.touches() >= MANY
        assert kiosk.complaints() == []


def test_no_combination_of_keys_leads_out(kiosk):
    for combination in combinations(kiosk):
        kiosk.display.strike(*combination)
        assert kiosk.holds(), combination
    assert kiosk.answers()
    assert kiosk.holds()
    assert kiosk.complaints() == []


def test_random_clicks_and_keys_neither_lead_out_nor_leave_a_trace(kiosk):
    dice = random.Random(20261130)
    keys = [name for name in KEYS if kiosk.display.has_key(name)]
    assert kiosk.answers()
    before_mb = kiosk.memory_mb()
    for number in range(EVENTS):
        if dice.random() < 0.25:
            kiosk.display.strike(*dice.choice(MODIFIERS), dice.choice(keys))
        else:
            button = dice.choice((1, 1, 1, 1, 1, 2, 3, 4, 5))
            kiosk.display.click(dice.randrange(WIDTH), dice.randrange(HEIGHT), button)
        if number % 10 == 0:
            assert kiosk.holds(), number
            assert kiosk.answers(), number
    assert kiosk.memory_mb() - before_mb < MAX_GROWN_MB
    assert kiosk.complaints() == []
