"""The kiosk machine's unit keeps people in the kiosk, and the kiosk on the screen."""

import shutil
import subprocess
from pathlib import Path

import pytest

ETC = Path(__file__).parents[2] / "deploy" / "etc"
UNIT = ETC / "systemd" / "system" / "tutorial-kiosk.service"


def settings(path: Path) -> dict[str, str]:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, value in pairs}


def test_cage_shows_the_kiosk_and_lets_nobody_switch_consoles():
    command = settings(UNIT)["ExecStart"]
    cage, program = command.split(" -- ")
    assert cage.split() == ["/usr/bin/cage", "-d"]
    assert program == "/opt/tutorial-kiosk/.venv/bin/kiosk run"
    assert settings(ETC / "systemd/logind.conf.d/tutorial-kiosk.conf")["NAutoVTs"] == "0"


def test_a_fallen_or_frozen_kiosk_is_put_up_again_for_ever():
    unit = settings(UNIT)
    assert (unit["Restart"], unit["RestartSec"], unit["StartLimitIntervalSec"]) == (
        "always",
        "2",
        "0",
    )
    assert (unit["Type"], unit["NotifyAccess"], unit["WatchdogSec"]) == ("notify", "all", "30")


def test_the_kiosk_is_not_root_and_has_no_network():
    unit = settings(UNIT)
    assert unit["User"] == "kiosk"
    assert "AF_INET" not in unit["RestrictAddressFamilies"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not on this machine")
def test_systemd_finds_no_fault_in_the_unit(tmp_path):
    text = UNIT.read_text(encoding="utf-8")
    copy = tmp_path / UNIT.name
    for program in ("/usr/bin/cage", "/opt/tutorial-kiosk/.venv/bin/kiosk"):
        text = text.replace(f"{program} ", f"{shutil.which('true')} ")
    copy.write_text(text, encoding="utf-8")
    verdict = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", copy],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (verdict.returncode, verdict.stderr) == (0, "")
