"""`kiosk run` as a separate process, started as by systemd."""

import json
import os
import signal
import socket
import subprocess
import sys

import pytest

PATIENCE_S = 30


def environment(tmp_path, **more):
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "HOME")}
    folders = {"XDG_STATE_HOME": str(tmp_path / "state"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    return {**kept, **folders, **more}


@pytest.fixture
def systemd(tmp_path):
    """A socket that receives the service's notifications."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as link:
        link.bind(str(tmp_path / "notify"))
        link.settimeout(PATIENCE_S)
        yield link


def test_the_kiosk_says_that_it_is_ready_and_ends_when_it_is_told_to(tmp_path, systemd):
    state = tmp_path / "state" / "tutorial-kiosk"
    (state / "replaced").mkdir(parents=True)
    (state / "replaced" / "plan.json").write_text("{}")
    running = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run"],
        umask=0o022,
        env=environment(
            tmp_path,
            QT_QPA_PLATFORM="offscreen",
            QT_QUICK_BACKEND="software",
            NOTIFY_SOCKET=systemd.getsockname(),
            WATCHDOG_USEC="1000000",
        ),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert systemd.recv(100) == b"READY=1"
        assert systemd.recv(100) == b"WATCHDOG=1"
        running.send_signal(signal.SIGTERM)
        _, output = running.communicate(timeout=PATIENCE_S)
    finally:
        running.kill()
    assert running.returncode == 0, output
    assert "Traceback" not in output
    assert (state / "kiosk.log").exists()
    rights = {path: path.stat().st_mode & 0o077 for path in (state, *state.rglob("*"))}
    assert not {path.name for path, rights in rights.items() if rights}


def test_a_start_that_is_ended_before_its_first_frame_has_not_died(tmp_path):
    starts = tmp_path / "state" / "tutorial-kiosk" / "starts.json"
    running = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run"],
        env=environment(tmp_path, QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software"),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        while not starts.exists() and running.poll() is None:
            pass
        assert json.loads(starts.read_bytes())["died"] == 1
        running.send_signal(signal.SIGTERM)
        _, output = running.communicate(timeout=PATIENCE_S)
    finally:
        running.kill()
    assert running.returncode == 0, output
    assert json.loads(starts.read_bytes())["died"] == 0


def test_without_a_display_it_says_what_to_do(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-m", "kiosk", "run"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert ran.returncode == 1
    assert "Không thấy màn hình" in ran.stderr
    assert "docs/deploy.md" in ran.stderr
    assert "Traceback" not in ran.stderr
