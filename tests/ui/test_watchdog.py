"""systemd is notified of drawn frames, not merely of a running event loop."""

import socket

import pytest
from PySide6.QtCore import QObject, Signal

from kiosk.ui.window import watchdog
from kiosk.ui.window.watchdog import Watchdog


class Window(QObject):
    """A window that draws when the test decides."""

    frameSwapped = Signal()

    def __init__(self):
        super().__init__()
        self.exposed = True
        self.draws = True
        self.asked = 0

    def isExposed(self):
        return self.exposed

    def update(self):
        self.asked += 1
        if self.draws:
            self.frameSwapped.emit()


@pytest.fixture
def systemd(tmp_path, monkeypatch):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as link:
        link.bind(str(tmp_path / "notify"))
        link.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", link.getsockname())
        monkeypatch.setenv("WATCHDOG_USEC", "1000")
        monkeypatch.setattr(watchdog, "MIN_MS", 1)
        yield link


def heard(link):
    messages = []
    while True:
        try:
            messages.append(link.recv(100))
        except BlockingIOError:
            return messages


@pytest.fixture
def window(qapp):
    return Window()


def test_each_frame_that_was_asked_for_and_drawn_is_told(qtbot, systemd, window):
    Watchdog(window).ready()
    qtbot.waitUntil(lambda: window.asked > 3)
    assert heard(systemd)[:3] == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]


def test_a_window_that_draws_no_more_is_not_told_of_though_the_loop_turns(qtbot, systemd, window):
    window.draws = False
    Watchdog(window).ready()
    qtbot.waitUntil(lambda: window.asked > 3)
    assert heard(systemd) == [b"READY=1"]


def test_a_window_that_nobody_can_see_need_not_draw(qtbot, systemd, window):
    window.exposed = window.draws = False
    Watchdog(window).ready()
    messages = []
    qtbot.waitUntil(lambda: messages.extend(heard(systemd)) or len(messages) > 3)
    assert window.asked == 0


def test_frames_that_nobody_asked_for_say_nothing(qtbot, systemd, window, monkeypatch):
    monkeypatch.setenv("WATCHDOG_USEC", "0")
    Watchdog(window).ready()
    window.frameSwapped.emit()
    assert heard(systemd) == [b"READY=1"]


def test_a_listener_that_reads_nothing_is_not_waited_for(qtbot, systemd, window):
    Watchdog(window).ready()
    qtbot.waitUntil(lambda: window.asked > 300)
    assert heard(systemd)[0] == b"READY=1"
