"""Set-up on other machines; small scripts stand for apt, Python and pip."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted(
    path
    for path in [*(ROOT / "script").iterdir(), ROOT / ".ci" / "run"]
    if path.is_file() and path.read_bytes().startswith(b"#!/usr/bin/env bash")
)
APT = '#!/bin/sh\necho "$*" >>apt-calls\n[ -e apt-works ]\n'
PYTHON = """#!/bin/sh
case "$*" in
  *"import ensurepip"*) [ -e has-ensurepip ] ;;
  *"python%d"*) echo python3.11-venv ;;
  *"-m venv"*) mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
  *"-m pip"*"--editable"*) touch .venv/bin/kiosk; chmod +x .venv/bin/kiosk ;;
  *"-m pip"*) echo "$*" >>pip-calls; echo "ERROR: no network"; [ -e network ] ;;
esac
"""


@dataclass(frozen=True)
class Machine:
    """A checkout on a machine with only the programs in its folder `bin`."""

    root: Path

    def has(self, name: str) -> None:
        (self.root / name).touch()

    def add_program(self, name: str, text: str) -> None:
        program = self.root / "bin" / name
        program.write_text(text, encoding="utf-8")
        program.chmod(0o755)

    def lacks(self, *lines: str) -> None:
        (self.root / "script" / "system-packages.txt").write_text("\n".join([*lines, ""]))

    def calls(self, program: str) -> list[str]:
        log = self.root / f"{program}-calls"
        return log.read_text().splitlines() if log.exists() else []

    def set_up(self, purpose: str = "run") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.root / "script" / "setup", purpose],
            env={"PATH": str(self.root / "bin"), "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    shutil.copytree(ROOT / "script", tmp_path / "script")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "bin").mkdir()
    plain = (
        "bash cat cp chmod dirname env flock grep mkdir readlink rm sh sha256sum sort tail touch"
    )
    for name in plain.split():
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))
    machine.add_program("python3", PYTHON)
    machine.add_program("apt-get", APT)
    machine.add_program("sudo", "#!/bin/sh\nexit 1\n")
    machine.lacks()
    machine.has("has-ensurepip")
    machine.has("network")
    return machine


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_is_well_formed_and_can_be_started(script):
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert os.access(script, os.X_OK)


def test_the_second_start_is_silent_and_installs_nothing(machine):
    first = machine.set_up()
    assert first.returncode == 0, first.stderr
    assert "Chương trình đã sẵn sàng." in first.stdout
    calls = machine.calls("pip")
    second = machine.set_up()
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert machine.calls("pip") == calls


def test_packages_are_installed_only_with_their_hashes(machine):
    machine.set_up("test")
    (call,) = machine.calls("pip")
    assert "--require-hashes" in call
    assert "script/requirements.txt" in call
    assert "script/requirements-check.txt" in call


def test_the_kiosk_alone_needs_no_test_tools(machine):
    machine.lacks("test no-such-tool xvfb")
    machine.set_up("run")
    assert "requirements-check" not in machine.calls("pip")[0]
    assert "requirements-neural" not in machine.calls("pip")[0]
    assert machine.calls("apt") == []


def test_what_a_neural_voice_needs_is_installed_on_demand(machine):
    machine.set_up("run")
    machine.set_up("neural")
    assert "script/requirements-neural.txt" in machine.calls("pip")[1]
    calls = machine.calls("pip")
    machine.set_up("run")
    assert machine.calls("pip") == calls


def test_a_changed_lock_is_installed(machine):
    machine.set_up()
    with (machine.root / "script" / "requirements.txt").open("a") as lock:
        lock.write("# another version\n")
    assert "sẵn sàng" in machine.set_up().stdout
    assert len(machine.calls("pip")) == 2


def test_set_up_goes_on_after_the_network_came_back(machine):
    (machine.root / "network").unlink()
    failed = machine.set_up()
    assert failed.returncode == 1
    assert "ERROR: no network" in failed.stderr
    assert "Chưa cài xong." in failed.stderr
    assert "Set-up did not finish." in failed.stderr
    machine.has("network")
    assert machine.set_up().returncode == 0


def test_wheels_on_the_disk_are_used_without_network(machine):
    (machine.root / "vendor" / "wheels").mkdir(parents=True)
    machine.set_up()
    assert "--no-index --find-links vendor/wheels" in machine.calls("pip")[0]


def test_a_machine_without_python_is_told_so_in_two_languages(machine):
    (machine.root / "bin" / "python3").unlink()
    answer = machine.set_up()
    assert answer.returncode == 1
    assert "Máy chưa có Python 3.11 trở lên." in answer.stderr
    assert "Python 3.11 or newer was not found." in answer.stderr


def test_what_cannot_be_installed_is_named_in_one_line_to_run(machine):
    (machine.root / "has-ensurepip").unlink()
    machine.lacks("need libnever.so.9 libnever9", "want no-such-voice voice")
    answer = machine.set_up()
    assert answer.returncode == 1
    (line,) = [line for line in answer.stdout.splitlines() if "apt-get" in line]
    install = "apt-get install -y --no-install-recommends libnever9 voice python3.11-venv"
    assert line == f"  sudo apt-get update && sudo {install}"


def test_a_missing_voice_does_not_stop_the_kiosk(machine):
    machine.lacks("want no-such-voice voice")
    answer = machine.set_up()
    assert answer.returncode == 0
    assert "--no-install-recommends voice" in answer.stdout


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may ask apt without a password")
def test_apt_is_not_asked_again_for_a_package_it_does_not_have(machine):
    machine.lacks("want no-such-voice voice")
    machine.set_up()
    calls = machine.calls("apt")
    assert calls
    assert "--no-install-recommends voice" in machine.set_up().stdout
    assert machine.calls("apt") == calls
