"""The systemd unit keeps people inside the kiosk, and the kiosk on the screen."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kiosk.processor import NEEDED

ETC = Path(__file__).parents[2] / "deploy" / "etc"
SYSTEM = ETC / "systemd" / "system"
UNIT = SYSTEM / "tutorial-kiosk.service"
SHOW = ETC.parent / "show-kiosk"
FAILED = SYSTEM / "tutorial-kiosk-failed.service"
IMAGE_SYSTEM = ETC.parent / "image/root/etc/systemd/system"
SERVICES = sorted([*SYSTEM.glob("*.service"), *IMAGE_SYSTEM.glob("*.service")])
MAX_EXPOSED = 2.0
EXPOSURE = re.compile(r"Overall exposure level for .*: (\d+\.\d)")
needs_systemd = pytest.mark.skipif(
    not shutil.which("systemd-analyze"), reason="systemd is not on this machine"
)


def settings(path: Path) -> dict[str, str]:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, value in pairs}


def test_cage_shows_the_kiosk_and_lets_nobody_switch_consoles():
    assert settings(UNIT)["ExecStart"] == "/opt/tutorial-kiosk/deploy/show-kiosk"
    assert '"/usr/bin/cage", "-d", "--", "/opt/tutorial-kiosk/.venv/bin/kiosk"' in SHOW.read_text(
        "utf-8"
    )
    assert settings(ETC / "systemd/logind.conf.d/tutorial-kiosk.conf")["NAutoVTs"] == "0"


KIOSK = """
import os, socket, sys
print(os.environ.get("WLR_RENDERER", ""), os.environ.get("QT_QUICK_BACKEND", ""))
if "says" in sys.argv:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as mouth:
        mouth.sendto(b"READY=1", os.environ["NOTIFY_SOCKET"])
        mouth.sendto(b"WATCHDOG=1", os.environ["NOTIFY_SOCKET"])
        sys.stdin.read()
sys.exit(7)
"""


@pytest.fixture
def shown():
    """Starts a substitute for the kiosk; returns its renderer settings and its notifications."""
    away = {"WLR_RENDERER", "QT_QUICK_BACKEND"}
    with (
        tempfile.TemporaryDirectory(prefix="run-") as run,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd,
    ):
        systemd.bind(f"{run}/systemd")
        systemd.settimeout(20)
        environment = {name: value for name, value in os.environ.items() if name not in away}
        environment |= {"RUNTIME_DIRECTORY": run, "NOTIFY_SOCKET": f"{run}/systemd"}

        def start(*words: str) -> tuple[str, list[bytes]]:
            command = [sys.executable, SHOW, sys.executable, "-c", KIOSK, *words]
            with subprocess.Popen(
                command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            ) as process:
                heard = [systemd.recv(100) for _ in range(2)] if words else []
                told, _ = process.communicate(timeout=20)
            assert process.returncode == 7
            return told.strip(), heard

        yield start


def test_systemd_hears_the_kiosk_through_the_services_first_process(shown):
    assert shown("says") == ("", [b"READY=1", b"WATCHDOG=1"])
    assert settings(UNIT)["NotifyAccess"] == "main"


def test_a_start_without_a_picture_is_followed_by_one_without_graphics(shown):
    assert shown("says")[0] == ""
    assert shown()[0] == ""
    assert shown("says")[0] == shown()[0] == "pixman software"


def test_a_fallen_or_frozen_kiosk_is_put_up_again_for_ever():
    unit = settings(UNIT)
    assert (unit["Restart"], unit["RestartSec"]) == ("always", "2")
    assert unit["OnFailure"] == FAILED.name
    burst, interval_s = int(unit["StartLimitBurst"]), int(unit["StartLimitIntervalSec"])
    assert burst == 5
    hung_s = int(unit["TimeoutStartSec"]) + int(unit["TimeoutStopSec"]) + int(unit["RestartSec"])
    assert burst * hung_s < interval_s, "starts that hang are never counted together"
    words = settings(FAILED)
    assert words["ExecStart"].split()[0] == "/opt/tutorial-kiosk/deploy/failed-page"
    assert words["StandardOutput"] == "tty"
    assert "start tutorial-kiosk.service" in words["ExecStopPost"]
    assert (unit["Type"], unit["NotifyAccess"], unit["WatchdogSec"]) == ("notify", "main", "30")


def test_limits_are_set_where_the_session_takes_the_kiosk():
    """A limit of the unit itself would not apply to the session's processes."""
    text = UNIT.read_text(encoding="utf-8").replace("\\\n", "")
    command, _ = (line for line in text.splitlines() if line.startswith("ExecStartPre="))
    limits = dict(re.findall(r"(\w+)=([\w.]+)", command))
    assert 'set-property --runtime "user-$$(id -u kiosk).slice"' in command
    assert limits["MemoryMax"] == "1500M", "a machine of 2 GB goes on"
    assert (limits["IPAddressDeny"], limits["DevicePolicy"]) == ("any", "closed")
    assert not re.search(r"(?m)^(Memory|TasksMax|IPAddressDeny)", text)


def test_the_graphics_driver_is_waited_for():
    """While the driver takes over there is no screen; a failed first start disables graphics."""
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    (wait,) = (line for line in lines if line.endswith("/usr/bin/udevadm settle --timeout=20"))
    start = next(line for line in lines if line.startswith("ExecStart="))
    assert lines.index(wait) < lines.index(start)
    assert wait.startswith("ExecStartPre=-+"), "it starts all the same; only root may ask"


def test_the_kiosk_is_not_root_and_has_no_network():
    unit = settings(UNIT)
    assert unit["User"] == "kiosk"
    assert "AF_INET" not in unit["RestrictAddressFamilies"]


def test_who_leaves_by_the_pin_has_left():
    unit = settings(UNIT)
    assert unit["RuntimeDirectory"] == "tutorial-kiosk"
    condition = unit["ExecCondition"].split("'")[1].replace("/run/tutorial-kiosk/", "")
    assert condition == "! rm left 2>/dev/null"


@pytest.mark.parametrize(("left", "starts"), [(True, False), (False, True)])
def test_a_kiosk_that_staff_left_is_passed_over_once(tmp_path, left, starts):
    if left:
        (tmp_path / "left").touch()
    condition = ["/bin/sh", "-c", "! rm left 2>/dev/null"]
    assert (subprocess.run(condition, cwd=tmp_path, check=False).returncode == 0) is starts
    assert subprocess.run(condition, cwd=tmp_path, check=False).returncode == 0


def test_programs_of_the_units_are_there():
    for service in SERVICES:
        program = Path(settings(service)["ExecStart"].split()[0])
        if program.is_relative_to("/opt/tutorial-kiosk/deploy"):
            here = ETC.parent.parent / program.relative_to("/opt/tutorial-kiosk")
            assert os.access(here, os.X_OK), program


def test_words_stand_on_the_console_with_whom_to_call():
    told = subprocess.run(
        [ETC.parent / "failed-page", "0"], capture_output=True, text=True, check=True
    ).stdout
    assert "cán bộ" in told or "can bo" in told
    assert "journalctl -u tutorial-kiosk" in told


@pytest.mark.parametrize("has_letters", [True, False])
def test_words_on_the_console_fit_a_small_screen_in_large_letters(tmp_path, has_letters):
    """1024×768 pixels hold 24 lines of 64 characters of 16×32."""
    page = tmp_path / "failed-page"
    text = (ETC.parent / "failed-page").read_text("utf-8")
    page.write_text(re.sub(r"/usr/share/consolefonts/\S+", str(page), text), encoding="utf-8")
    lacks_all = f"setfont() {{ return {int(not has_letters)}; }}; grep() {{ [ $1 = -q ]; }}"
    command = ("sh", "-c", f"{lacks_all}; set -- 0; . {page}")
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = told.replace("\033c\033[?25l", "").splitlines()
    assert NEEDED[-1] in lines[-1]
    assert any("Bộ xử lý" in line for line in lines) is has_letters
    assert max(map(len, lines)) <= 64, lines
    assert len(lines) <= 22, "there is room for whom to call"


def test_words_tell_of_an_old_processor_by_the_flags_that_the_kiosk_asks_for():
    (line,) = re.findall(r"for flag in (.*); do", (ETC.parent / "failed-page").read_text("utf-8"))
    assert tuple(line.split()) == NEEDED


@needs_systemd
@pytest.mark.parametrize("service", SERVICES, ids=lambda path: path.name)
def test_a_unit_may_do_little_besides_its_work(service, tmp_path):
    copy = tmp_path / service.name.replace("@", "@sdb1")
    shutil.copy(service, copy)
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", copy],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    found = EXPOSURE.search(told)
    assert found, told
    assert float(found[1]) <= MAX_EXPOSED


@pytest.mark.parametrize("name", ["", "../sda1", "sdb1;reboot", "SDB1"])
def test_a_stick_with_an_odd_name_is_not_mounted(name):
    command = [ETC.parent / "mount-stick", name]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


@needs_systemd
def test_systemd_finds_no_fault_in_the_unit(tmp_path):
    text = UNIT.read_text(encoding="utf-8")
    copy = tmp_path / UNIT.name
    text = text.replace("/opt/tutorial-kiosk/deploy/show-kiosk", str(shutil.which("true")))
    copy.write_text(text, encoding="utf-8")
    verdict = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", copy],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (verdict.returncode, verdict.stderr) == (0, "")


@pytest.mark.parametrize(
    ("has_letters", "words"), [(True, "Máy đang mở."), (False, "May dang mo.")]
)
def test_words_stand_on_the_screen_before_the_kiosk_draws(tmp_path, has_letters, words):
    opening = SYSTEM / "tutorial-kiosk-opening.service"
    assert "tutorial-kiosk.service" in settings(opening)["Before"]
    font = tmp_path / "setfont"
    font.write_text(f"#!/bin/sh\nexit {0 if has_letters else 1}\n")
    font.chmod(0o755)
    page = (ETC.parent / "opening-page").read_text("utf-8")
    page = re.sub(r"/usr/share/consolefonts/\S+", str(font), page)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    told = subprocess.run(
        ("sh",), input=page, env={"PATH": path}, capture_output=True, text=True, check=True
    )
    assert words in told.stdout
