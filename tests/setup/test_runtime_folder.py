"""Only one kiosk runs at a time; no damage, copy or dead process keeps its lock."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk import runtime_folder
from kiosk.runtime_folder import (
    MAX_SOCKET_BYTES,
    is_running,
    lock_kiosk,
    other_sockets,
    socket_address,
)

HOLDS = """
import sys, pathlib
from kiosk.runtime_folder import lock_kiosk
lock = lock_kiosk(pathlib.Path(sys.argv[1]))
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def runtime(monkeypatch):
    # The path of a socket must be short, and pytest's folders have long names.
    with TemporaryDirectory(prefix="k-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


@pytest.fixture
def other(state):
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(state)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.communicate()


def test_another_process_holds_it_until_it_is_killed(runtime, state, request):
    assert not is_running(state)
    other = request.getfixturevalue("other")
    assert is_running(state)
    assert lock_kiosk(state) is None
    other.kill()
    other.wait()
    lock = lock_kiosk(state)
    assert lock is not None
    lock.release()


def test_who_has_another_runtime_folder_finds_it_as_well(runtime, state, request, monkeypatch):
    state.mkdir()
    request.getfixturevalue("other")
    with TemporaryDirectory(prefix="k-") as elsewhere:
        monkeypatch.setenv("XDG_RUNTIME_DIR", elsewhere)
        assert is_running(state)
        assert lock_kiosk(state) is None


def test_a_command_reaches_the_kiosk_that_has_another_runtime_folder(runtime, state, monkeypatch):
    with_session = socket_address(state)
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(runtime_folder, "_candidates", lambda: iter([runtime / "own", runtime_of]))
    runtime_of = Path(with_session).parent
    assert list(other_sockets(state)) == [with_session]


def test_another_state_folder_has_another_lock_and_another_socket(runtime, state, tmp_path):
    lock = lock_kiosk(state)
    assert not is_running(tmp_path / "other")
    assert socket_address(state) != socket_address(tmp_path / "other")
    lock.release()


def test_the_same_folder_under_another_name_has_the_same_lock(runtime, state, tmp_path):
    state.mkdir()
    (tmp_path / "link").symlink_to(state)
    assert socket_address(tmp_path / "link") == socket_address(state)


ODD = ("empty", "half", "random", "folder", "unreadable", "pipe", "nowhere", "circle", "huge")


@pytest.mark.parametrize("odd", ODD)
def test_whatever_lies_in_the_place_of_the_lock_one_kiosk_runs(runtime, state, odd):
    lock_kiosk(state).release()
    (path,) = runtime.glob("*/*.lock")
    path.unlink()
    match odd:
        case "empty" | "half" | "random" | "huge":
            content = {"empty": b"", "half": b"12", "random": os.urandom(99)}
            path.write_bytes(content.get(odd, b"x" * 10_000_000))
        case "folder":
            path.mkdir()
        case "unreadable":
            path.write_bytes(b"1")
            path.chmod(0)
        case "pipe":
            os.mkfifo(path)
        case "nowhere":
            path.symlink_to(path.with_name("nowhere"))
        case "circle":
            path.symlink_to(path)
    lock = lock_kiosk(state)
    assert lock is not None
    assert is_running(state)
    lock.release()
    assert not is_running(state)


def test_what_an_older_version_left_in_the_state_folder_is_not_asked(runtime, state):
    state.mkdir()
    (state / "kiosk.lock").write_text("1\nkiosk\nelsewhere\n", encoding="utf-8")
    lock = lock_kiosk(state)
    assert lock is not None
    lock.release()


@pytest.mark.parametrize("named", [None, "", "/nowhere/at/all", "relative", "too-long", "not-ours"])
def test_without_a_runtime_folder_there_is_a_short_one(tmp_path, state, monkeypatch, named):
    if named == "too-long":
        (tmp_path / ("x" * 120)).mkdir()
        named = str(tmp_path / ("x" * 120))
    if named == "not-ours":
        (tmp_path / "r" / "tutorial-kiosk").mkdir(parents=True)
        named = str(tmp_path / "r")
        monkeypatch.setattr(os, "getuid", lambda: 54321)
    if named is None:
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", named)
    fallback = tmp_path / "tmp"
    asked = []

    def make_private(folder):
        asked.append(folder)
        if folder.parent.parent == tmp_path or folder.parent.parent.name == "user":
            raise PermissionError(str(folder))

    monkeypatch.setattr(runtime_folder, "_make_private", make_private)
    address = socket_address(state)
    assert len(address) <= MAX_SOCKET_BYTES
    assert address.startswith(f"/tmp/tutorial-kiosk-{os.getuid()}/"), (asked, fallback)


def test_a_folder_of_somebody_else_is_not_used(tmp_path, monkeypatch):
    folder = tmp_path / "tutorial-kiosk"
    folder.mkdir()
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    with pytest.raises(PermissionError):
        runtime_folder._make_private(folder)
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(OSError, match="link"):
        runtime_folder._make_private(tmp_path / "link")
