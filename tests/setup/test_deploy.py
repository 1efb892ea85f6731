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
SHOW_KIOSK = ETC.parent / "show-kiosk"
FAILED_UNIT = SYSTEM / "tutorial-kiosk-failed.service"
IMAGE_SYSTEM = ETC.parent / "image/root/etc/systemd/system"
SERVICES = sorted([*SYSTEM.glob("*.service"), *IMAGE_SYSTEM.glob("*.service")])
MAX_EXPOSURE = 2.0
EXPOSURE_PATTERN = re.compile(r"Overall exposure level for .*: (\d+\.\d)")
needs_systemd = pytest.mark.skipif(
    not shutil.which("systemd-analyze"), reason="systemd is not on this machine"
)


def settings(path: Path) -> dict[str, str]:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, value in pairs}


def test_cage_shows_the_kiosk_and_consoles_cannot_be_switched():
    assert settings(UNIT)["ExecStart"] == "/opt/tutorial-kiosk/deploy/show-kiosk"
    assert (
        '"/usr/bin/cage", "-d", "--", "/opt/tutorial-kiosk/.venv/bin/kiosk"'
        in SHOW_KIOSK.read_text("utf-8")
    )
    assert settings(ETC / "systemd/logind.conf.d/tutorial-kiosk.conf")["NAutoVTs"] == "0"


FAKE_KIOSK = """
import os, socket, sys
print(os.environ.get("WLR_RENDERER", ""), os.environ.get("QT_QUICK_BACKEND", ""))
if "notify" in sys.argv:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"READY=1", os.environ["NOTIFY_SOCKET"])
        sender.sendto(b"WATCHDOG=1", os.environ["NOTIFY_SOCKET"])
        sys.stdin.read()
sys.exit(7)
"""


@pytest.fixture
def run_show_kiosk():
    """Starts a substitute for the kiosk; returns its renderer settings and its notifications."""
    removed = {"WLR_RENDERER", "QT_QUICK_BACKEND"}
    with (
        tempfile.TemporaryDirectory(prefix="run-") as run,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd,
    ):
        systemd.bind(f"{run}/systemd")
        systemd.settimeout(20)
        environment = {name: value for name, value in os.environ.items() if name not in removed}
        environment |= {"RUNTIME_DIRECTORY": run, "NOTIFY_SOCKET": f"{run}/systemd"}

        def start(*arguments: str) -> tuple[str, list[bytes]]:
            command = [sys.executable, SHOW_KIOSK, sys.executable, "-c", FAKE_KIOSK, *arguments]
            with subprocess.Popen(
                command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            ) as process:
                notifications = [systemd.recv(100) for _ in range(2)] if arguments else []
                output, _ = process.communicate(timeout=20)
            assert process.returncode == 7
            return output.strip(), notifications

        yield start


def test_notifications_are_forwarded_by_the_main_process_of_the_service(run_show_kiosk):
    assert run_show_kiosk("notify") == ("", [b"READY=1", b"WATCHDOG=1"])
    assert settings(UNIT)["NotifyAccess"] == "main"


def test_a_start_without_a_picture_is_followed_by_one_without_graphics(run_show_kiosk):
    assert run_show_kiosk("notify")[0] == ""
    assert run_show_kiosk()[0] == ""
    assert run_show_kiosk("notify")[0] == run_show_kiosk()[0] == "pixman software"


def test_a_failed_or_frozen_kiosk_is_always_restarted():
    unit = settings(UNIT)
    assert (unit["Restart"], unit["RestartSec"]) == ("always", "2")
    assert unit["OnFailure"] == FAILED_UNIT.name
    burst, interval_s = int(unit["StartLimitBurst"]), int(unit["StartLimitIntervalSec"])
    assert burst == 5
    hung_s = int(unit["TimeoutStartSec"]) + int(unit["TimeoutStopSec"]) + int(unit["RestartSec"])
    assert burst * hung_s < interval_s, "starts that hang are never counted together"
    failed_unit = settings(FAILED_UNIT)
    assert failed_unit["ExecStart"].split()[0] == "/opt/tutorial-kiosk/deploy/failed-page"
    assert failed_unit["StandardOutput"] == "tty"
    assert "start tutorial-kiosk.service" in failed_unit["ExecStopPost"]
    assert (unit["Type"], unit["NotifyAccess"], unit["WatchdogSec"]) == ("notify", "main", "30")


def test_limits_are_set_on_the_slice_of_the_session():
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
    (settle,) = (line for line in lines if line.endswith("/usr/bin/udevadm settle --timeout=20"))
    start = next(line for line in lines if line.startswith("ExecStart="))
    assert lines.index(settle) < lines.index(start)
    assert settle.startswith("ExecStartPre=-+"), "it starts all the same; only root may ask"


def test_the_kiosk_is_not_root_and_has_no_network():
    unit = settings(UNIT)
    assert unit["User"] == "kiosk"
    assert "AF_INET" not in unit["RestrictAddressFamilies"]


def test_the_kiosk_is_not_restarted_after_staff_left_it():
    unit = settings(UNIT)
    assert unit["RuntimeDirectory"] == "tutorial-kiosk"
    condition = unit["ExecCondition"].split("'")[1].replace("/run/tutorial-kiosk/", "")
    assert condition == "! rm left 2>/dev/null"


@pytest.mark.parametrize(("left", "starts"), [(True, False), (False, True)])
def test_one_restart_is_skipped_after_staff_left(tmp_path, left, starts):
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


def test_the_failed_page_is_shown_on_the_console():
    output = subprocess.run(
        [ETC.parent / "failed-page", "0"], capture_output=True, text=True, check=True
    ).stdout
    assert "cán bộ" in output or "can bo" in output
    assert "journalctl -u tutorial-kiosk" in output


@pytest.mark.parametrize("has_letters", [True, False])
def test_the_failed_page_fits_a_small_screen_in_double_size(tmp_path, has_letters):
    """1024×768 pixels hold 24 lines of 64 characters of 16×32."""
    page = tmp_path / "failed-page"
    text = (ETC.parent / "failed-page").read_text("utf-8")
    page.write_text(re.sub(r"/usr/share/consolefonts/\S+", str(page), text), encoding="utf-8")
    stubs = f"setfont() {{ return {int(not has_letters)}; }}; grep() {{ [ $1 = -q ]; }}"
    command = ("sh", "-c", f"{stubs}; set -- 0; . {page}")
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = output.replace("\033c\033[?25l", "").splitlines()
    assert NEEDED[-1] in lines[-1]
    assert any("Bộ xử lý" in line for line in lines) is has_letters
    assert max(map(len, lines)) <= 64, lines
    assert len(lines) <= 22, "there is room for whom to call"


def test_the_failed_page_checks_the_processor_flags_of_the_kiosk():
    (line,) = re.findall(r"for flag in (.*); do", (ETC.parent / "failed-page").read_text("utf-8"))
    assert tuple(line.split()) == NEEDED


@needs_systemd
@pytest.mark.parametrize("service", SERVICES, ids=lambda path: path.name)
def test_the_exposure_of_each_unit_is_low(service, tmp_path):
    copy = tmp_path / service.name.replace("@", "@sdb1")
    shutil.copy(service, copy)
    output = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", copy],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    found = EXPOSURE_PATTERN.search(output)
    assert found, output
    assert float(found[1]) <= MAX_EXPOSURE


@pytest.mark.parametrize("name", ["", "../sda1", "sdb1;reboot", "SDB1"])
def test_a_stick_with_an_odd_name_is_not_mounted(name):
    command = [ETC.parent / "mount-stick", name]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


@needs_systemd
def test_systemd_verifies_the_unit(tmp_path):
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


@pytest.mark.parametrize(("has_letters", "text"), [(True, "Máy đang mở."), (False, "May dang mo.")])
def test_the_opening_page_is_shown_before_the_kiosk(tmp_path, has_letters, text):
    opening = SYSTEM / "tutorial-kiosk-opening.service"
    assert "tutorial-kiosk.service" in settings(opening)["Before"]
    font = tmp_path / "setfont"
    font.write_text(f"#!/bin/sh\nexit {0 if has_letters else 1}\n")
    font.chmod(0o755)
    page = (ETC.parent / "opening-page").read_text("utf-8")
    page = re.sub(r"/usr/share/consolefonts/\S+", str(font), page)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    output = subprocess.run(
        ("sh",), input=page, env={"PATH": path}, capture_output=True, text=True, check=True
    )
    assert text in output.stdout
