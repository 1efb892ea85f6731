"""`kiosk open` with the kiosk as a separate process: it starts one, or uses the running one."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

PATIENCE_S = 40
AT_ONCE_S = 1.0


class Machine:
    """A computer on which commands are run."""

    def __init__(self, folder: Path) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
        folders = {"XDG_STATE_HOME": str(folder / "s"), "XDG_CACHE_HOME": str(folder / "c")}
        drawn = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        self.state = folder / "s" / "tutorial-kiosk"
        self._runtime = folder / "r"
        self._runtime.mkdir()
        self._environment = {
            **kept,
            **folders,
            **drawn,
            "XDG_RUNTIME_DIR": str(self._runtime),
        }
        self.took_s = 0.0

    def kiosk(self, *words: str) -> subprocess.CompletedProcess[str]:
        began_s = time.perf_counter()
        ran = subprocess.run(
            [sys.executable, "-m", "kiosk", *words],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        self.took_s = time.perf_counter() - began_s
        return ran

    def running(self) -> int:
        (lock,) = self._runtime.glob("*/*.lock")
        return int(lock.read_text(encoding="utf-8"))

    def kill(self) -> None:
        os.kill(self.running(), signal.SIGKILL)

    def wait_until_ended(self) -> None:
        """Waits until the child processes have ended too: they write to the folders until then."""
        until_s = time.monotonic() + PATIENCE_S
        while self.processes(b"kiosk"):
            assert time.monotonic() < until_s, "child processes outlive their kiosk"
            time.sleep(0.02)

    def refuse_to_answer(self) -> None:
        """Removes the socket, as if its folder could not be written; the kiosk keeps running."""
        (socket,) = self._runtime.glob("*/*.sock")
        socket.unlink()

    def processes(self, command: bytes = b"kiosk\0run") -> int:
        """Number of processes of this command that use this machine's runtime folder."""
        mine = f"XDG_RUNTIME_DIR={self._runtime}".encode()
        kiosks = 0
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                runs = command in (folder / "cmdline").read_bytes()
                kiosks += runs and mine in (folder / "environ").read_bytes()
        return kiosks


@pytest.fixture
def machine():
    with tempfile.TemporaryDirectory(prefix="kiosk-", dir="/tmp") as folder:
        made = Machine(Path(folder))
        yield made
        made.kill()
        made.wait_until_ended()


def test_a_command_starts_a_kiosk_asks_the_one_that_runs_and_replaces_one_that_fell(machine):
    nobody = machine.kiosk("open", "9999")
    assert nobody.returncode == 2
    assert "Chưa có bài “9999”" in nobody.stderr

    started = machine.kiosk("open", "11")
    assert (started.returncode, started.stdout) == (0, "Đã mở: Nối Wi-Fi\n"), started.stderr
    first = machine.running()

    took_s = []
    for wanted, title in zip(("102", "khai-tu", "51"), ("cho cháu", "Khai tử", "gọi"), strict=True):
        opened = machine.kiosk("open", wanted)
        assert (opened.returncode, title in opened.stdout) == (0, True), opened
        took_s.append(machine.took_s)
    assert min(took_s) <= AT_ONCE_S, took_s

    unknown = machine.kiosk("open", "khai-sin", "--lang", "en")
    assert unknown.returncode == 2
    assert "Did you mean: 102 Khai sinh" in unknown.stderr

    second = machine.kiosk("run")
    assert second.returncode == 1
    assert "Ki-ốt đang chạy rồi" in second.stderr
    assert machine.running() == first

    machine.refuse_to_answer()
    for _ in range(2):
        unanswered = machine.kiosk("open", "11")
        assert unanswered.returncode == 1
        assert "không trả lời" in unanswered.stderr
    assert (machine.running(), machine.processes()) == (first, 1)

    machine.kill()
    after_the_fall = machine.kiosk("open", "11")
    assert after_the_fall.returncode == 0, after_the_fall.stderr
    assert machine.running() != first
