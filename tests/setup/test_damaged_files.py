"""With any damage to the files of cache, state and settings, the kiosk still teaches at once.

At each start all files have the same damage. Only damaged files may be set aside, and staff are
told of those that the kiosk detected.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from damage import DAMAGES

from kiosk.cli._ipc_client import KioskNotRunningError, ask_kiosk
from kiosk.folders import CHECKOUT
from kiosk.player.asking import LaunchOutcome, LaunchRequest
from kiosk.runtime_folder import socket_address
from kiosk.staff.pin import PinFile, record_of

LESSON = "noi-wifi.yaml"
TEACHES_WITHIN_S = 10.0
PATIENCE_S = 30.0
MAY_BE_READ = ("empty", "gone", "one bit", "unreadable")
"""Damage after which settings may still be valid, or be readable to the tests' user."""


@dataclass(frozen=True)
class Machine:
    """The files of a kiosk."""

    folder: Path

    @property
    def state(self) -> Path:
        return self.folder / "s" / "tutorial-kiosk"

    def damageable(self) -> list[Path]:
        home = self.folder / "home"
        remembered = [path for part in ("s", "c") for path in (self.folder / part).rglob("*")]
        settings = [home / "config.yaml", home / "config.local.yaml"]
        languages = home.glob("translations/*/*.yaml")
        recorded = home.glob("media/voice/*/*.json")
        return [path for path in (*remembered, *settings, *languages, *recorded) if path.is_file()]

    def teach(self) -> tuple[LaunchOutcome, float, str]:
        """Starts the kiosk, shows a lesson, ends it; returns result, duration and output."""
        environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "XDG_STATE_HOME": str(self.folder / "s"),
            "XDG_CACHE_HOME": str(self.folder / "c"),
            "XDG_RUNTIME_DIR": str(self.folder / "r"),
            "KIOSK_HOME": str(self.folder / "home"),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
        }
        with (self.folder / "said").open("w+", encoding="utf-8") as said:
            kiosk = subprocess.Popen(
                [sys.executable, "-m", "kiosk", "run"],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
            )
            try:
                outcome, took_s = self._ask(kiosk)
                kiosk.send_signal(signal.SIGTERM)
                assert kiosk.wait(PATIENCE_S) == 0
            finally:
                kiosk.kill()
                kiosk.wait()
            said.seek(0)
            return outcome, took_s, said.read()

    def _ask(self, kiosk: subprocess.Popen[bytes]) -> tuple[LaunchOutcome, float]:
        began_s = time.monotonic()
        while time.monotonic() - began_s < PATIENCE_S and kiosk.poll() is None:
            try:
                answer = ask_kiosk(socket_address(self.state), LaunchRequest("11"), PATIENCE_S)
            except KioskNotRunningError:
                time.sleep(0.05)
            else:
                assert answer is not None
                return answer.outcome, time.monotonic() - began_s
        raise AssertionError(f"no kiosk: {kiosk.returncode}")


@pytest.fixture
def runtime(monkeypatch):
    """Lets this process use the runtime folder of the machine."""

    def use(machine):
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(machine.folder / "r"))
        return machine

    return use


@pytest.fixture(scope="module")
def sound():
    """A machine that has shown a lesson before, so that every file exists."""
    with tempfile.TemporaryDirectory(prefix="kiosk-", dir="/tmp") as folder:
        machine = Machine(Path(folder))
        home = machine.folder / "home"
        (home / "lessons").mkdir(parents=True)
        shutil.copy(CHECKOUT / "lessons" / LESSON, home / "lessons")
        (home / "media" / "voice" / "en").mkdir(parents=True)
        (home / "media" / "voice" / "en" / "index.json").write_text("{}", encoding="utf-8")
        for name in ("icons", "pictures"):
            (home / "media" / name).symlink_to(CHECKOUT / "media" / name)
        for language in ("vi", "en"):
            shutil.copytree(CHECKOUT / "translations" / language, home / "translations" / language)
        shutil.copy(CHECKOUT / "config.yaml", home)
        (home / "config.local.yaml").write_text("centre:\n  name: Xã Mẫu\n", encoding="utf-8")
        for name in "scr":
            (machine.folder / name).mkdir()
        os.environ["XDG_RUNTIME_DIR"] = str(machine.folder / "r")
        try:
            machine.teach()
        finally:
            del os.environ["XDG_RUNTIME_DIR"]
        PinFile(machine.state / "pin.json").write(record_of("482915"))
        yield machine


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_kiosk_teaches_whatever_happened_to_its_files(sound, runtime, damage):
    with tempfile.TemporaryDirectory(prefix="kiosk-", dir="/tmp") as folder:
        machine = runtime(Machine(Path(folder) / "m"))
        shutil.copytree(sound.folder, machine.folder, symlinks=True)
        damaged = machine.damageable()
        assert {"stats.sqlite", "pin.json", "kiosk.log", "config.local.yaml"} <= {
            path.name for path in damaged
        }
        assert any(path.suffix == ".qmlc" for path in damaged)
        for path in damaged:
            DAMAGES[damage](path)

        outcome, took_s, said = machine.teach()
        assert outcome is LaunchOutcome.SHOWN, said
        assert took_s < TEACHES_WITHIN_S, said
        assert "Traceback" not in said
        assert "settings: " in said or damage in MAY_BE_READ, said
        lesson = machine.folder / "home" / "lessons" / LESSON
        assert lesson.read_bytes() == (CHECKOUT / "lessons" / LESSON).read_bytes()
