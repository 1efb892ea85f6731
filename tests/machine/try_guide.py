"""Follows docs/deploy.md exactly on a fresh Debian, boots it, and uses every page that writes."""

import os
import re
import shutil
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click
import guide
import scenarios
from console import read_glyphs, render_text
from disk import fresh_debian, host_name_resolution, in_chroot, install, mounted, run
from machine import HOST_CLOCK, Machine
from parallel_runs import exit_on_signal
from reference_kiosk import difference, reference_kiosk_for

BUILD_FOLDER = guide.GUIDE.parents[1] / "build" / "machine"
SOURCE = BUILD_FOLDER / "source.git"
INSTALL_FOLDER = Path("/opt/tutorial-kiosk")
STATE = Path("var/lib/tutorial-kiosk/.local/state/tutorial-kiosk")
PIN = "204816"
INSTALL_SECTIONS = (2, 3, 4)
"""The sections of the guide that are typed before the machine starts as a kiosk."""
LAST_COMMAND = "\nreboot\n"
"""The last command; instead of it the machine is powered on."""
TYPING_LIMIT_S = 1500
FIRST_PICTURE_S, OFF_S, FAILED_S = 600, 60, 400
"""Limits of processor time for `Machine.wait_until`."""


OLD_PROCESSOR, MISSING_FLAGS = "core2duo", ("popcnt", "sse4_1", "sse4_2")
FAILED_PAGE_SCRIPT = f"""
setfont() {{ :; }}
grep() {{ case "$2" in {"|".join(MISSING_FLAGS)}) return 1 ;; esac; }}
set -- 0
. {INSTALL_FOLDER}/deploy/failed-page
"""
"""Prints the failure page's text in a chroot; setfont and grep are stubs for such a processor."""
MAX_TEXT_DIFFERENCE = 0.004
EXPECTED_LIMITS = ("MemoryMax=1572864000", "TasksMax=384", "DevicePolicy=closed")
REPORT_END, REPORT_LIMIT_S = "told", 120
REPORTING_SERVICE = f"""
[Unit]
After=tutorial-kiosk.service
[Service]
ExecStart=/bin/sh -c 'sleep 40; exec >/dev/ttyS0; slice=user-$$(id -u kiosk).slice; \\
    systemctl show --property MemoryMax,TasksMax,DevicePolicy $$slice; \\
    for each in $$(pgrep -u kiosk); do cat /proc/$$each/cgroup; done; \\
    cat /sys/fs/cgroup/user.slice/$$slice/memory.peak; echo {REPORT_END}'
[Install]
WantedBy=graphical.target
"""
"""A service of the trial that prints the kiosk's limits, its processes' cgroups and its memory."""
NO_WATCHDOG = "[Service]\nWatchdogSec=0\n"
"""The emulated machine is more than ten times slower than a PC: a frame may take half a minute."""


class ProgressReport:
    """Prints progress lines with their time, and keeps them."""

    def __init__(self) -> None:
        self._began_s = time.monotonic()
        self.lines: list[str] = []

    def write(self, message: str) -> None:
        self.lines.append(f"{time.monotonic() - self._began_s:6.0f} s  {message}")
        click.echo(self.lines[-1])


@click.command()
@click.option("--debian", "release", default=12, show_default=True)
@click.option(
    "--see",
    "shared_paths",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Paths of this machine that the new system can read: a package mirror, its keys.",
)
@click.option("--again", is_flag=True, help="Boot what was installed the last time.")
@click.option("--limit", "limit_min", default=90, show_default=True, help="Minutes for everything.")
def main(release: int, shared_paths: tuple[Path, ...], again: bool, limit_min: int) -> None:
    """Exits with 1 and a message if something differs from the guide."""
    if os.geteuid() != 0:
        raise click.ClickException("only root may mount a disk")
    signal.signal(signal.SIGALRM, raise_timeout)
    signal.signal(signal.SIGTERM, exit_on_signal)
    signal.alarm(limit_min * 60)
    report = ProgressReport()
    BUILD_FOLDER.mkdir(parents=True, exist_ok=True)
    disk, pictures = (
        BUILD_FOLDER / f"debian-{release}.img",
        BUILD_FOLDER / f"debian-{release}-pictures",
    )
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir()
    shutil.rmtree(SOURCE, ignore_errors=True)
    run("git", "clone", "--quiet", "--bare", guide.GUIDE.parents[1], SOURCE)
    installed = disk.with_suffix(".installed")
    if not (again and installed.exists()):
        install(fresh_debian(release, BUILD_FOLDER), disk)
        report.write(f"Debian {release} is on the disk")
        install_by_the_guide(disk, shared_paths)
        disk.rename(installed)
        report.write("the guide's commands were typed")
    run("cp", "--sparse=always", installed, disk)
    add_reporting_service(disk)
    check_pages(disk, pictures, report)
    check_written_files(disk, shared_paths, report)
    check_failed_page(disk, pictures, report)
    click.echo(f"pictures: {pictures}")


def raise_timeout(_signal: int, _frame: object) -> None:
    """Raises TimeoutError while the machine can still be shut down."""
    raise TimeoutError("the limit for everything is over")


def install_by_the_guide(disk: Path, shared_paths: Sequence[Path]) -> None:
    """Types sections 2 to 4 at one terminal."""
    script = "".join(block for number in INSTALL_SECTIONS for block in guide.command_blocks(number))
    script = script.replace(guide.REPOSITORY_PLACEHOLDER, f"file://{SOURCE}")
    assert script.endswith(LAST_COMMAND), "the guide ends its installation with a start"
    script = script.removesuffix(LAST_COMMAND)
    log = BUILD_FOLDER / "typed.log"
    with mounted(disk, (SOURCE, *shared_paths)) as root, host_name_resolution(root):
        guide.type_commands(root, script, guide.root_environment(), PIN, log, TYPING_LIMIT_S)


def add_reporting_service(disk: Path) -> None:
    """Adds the service that reports on the serial line, and disables the kiosk's watchdog."""
    with mounted(disk) as root:
        system = root / "etc/systemd/system"
        (system / "report.service").write_text(REPORTING_SERVICE, encoding="utf-8")
        in_chroot(root, "systemctl", "enable", "report.service")
        drop_in = system / "tutorial-kiosk.service.d/trial.conf"
        drop_in.parent.mkdir()
        drop_in.write_text(NO_WATCHDOG, encoding="utf-8")


def check_pages(disk: Path, pictures: Path, report: ProgressReport) -> None:
    """Uses the attract page, a lesson, the staff pages that write, and the power button."""
    with (
        Machine(disk, BUILD_FOLDER, clock_options=HOST_CLOCK) as machine,
        reference_kiosk_for(machine, pictures, PIN) as reference,
    ):
        try:
            reference.wait_until_equal("attract", FIRST_PICTURE_S)
            report.write(f"attract page, {machine.age}")
            for scenario in scenarios.AFTER_START:
                scenario(reference)
                report.write(scenario.__doc__.splitlines()[0])
            check_limits(machine, report)
        finally:
            machine.press_power_button(OFF_S)
            report.write("switched off by the power button")
    loudest = machine.loudest_sample()
    report.write(f"the loudest sample at the loudspeaker: {loudest}")
    assert loudest > 1000, "no sound was played"


def check_limits(machine: Machine, report: ProgressReport) -> None:
    """Checks that the limits apply to all processes of the kiosk's user."""
    machine.wait_until(
        lambda: REPORT_END in machine.serial.read_text(), "the limits", REPORT_LIMIT_S
    )
    lines = machine.serial.read_text().split()
    assert set(EXPECTED_LIMITS) <= set(lines), lines
    groups = [line for line in lines if line.startswith("0::")]
    assert groups
    assert all(group.startswith("0::/user.slice/user-") for group in groups), groups
    (peak_bytes,) = (int(line) for line in lines if line.isdecimal())
    report.write(
        f"within its limits, the kiosk took {peak_bytes >> 20} MB with its voice and sound server"
    )


def check_written_files(disk: Path, shared_paths: Sequence[Path], report: ProgressReport) -> None:
    """Checks the files on the disk after power-off; then types section 9."""
    with mounted(disk, (SOURCE, *shared_paths)) as root, host_name_resolution(root):
        owner = (root / "var/lib/tutorial-kiosk").stat().st_uid
        assert owner != 0
        for owned in (root / "var/lib/tutorial-kiosk").rglob("*"):
            assert owned.lstat().st_uid == owner, f"not the kiosk's own: {owned}"
        for name, expected in scenarios.EXPECTED_FILES.items():
            content = (root / STATE / name).read_text(encoding="utf-8")
            assert all(word in content for word in expected), f"{name}: {expected}"
            report.write(f"written and kept: {name}")
        changed = run("git", "-C", root / INSTALL_FOLDER.relative_to("/"), "status", "--porcelain")
        assert changed == "", f"changed in the tracked tree: {changed}"
        script = "".join(guide.command_blocks(9))
        guide.type_commands(
            root,
            script,
            guide.root_environment(),
            PIN,
            BUILD_FOLDER / "typed-later.log",
            TYPING_LIMIT_S,
        )
        report.write("updated, backed up and restored, as section 9 says")


def check_failed_page(disk: Path, pictures: Path, report: ProgressReport) -> None:
    """Boots with a processor on which the kiosk cannot start: a text names whom to call."""
    with mounted(disk) as root:
        whom_to_call = root / STATE / "site/whom-to-call.txt"
        whom_to_call.write_text("Anh Y Thanh 0262 3811000\n", encoding="utf-8")
        glyphs = read_glyphs(root / "usr/share/consolefonts/Vietnamese-Fixed16.psf.gz")
        page_text = run("chroot", root, "/bin/sh", "-c", FAILED_PAGE_SCRIPT)
    lines = re.sub(r"\033(c|\[\?25l)", "", page_text).splitlines()
    expected = render_text(lines, glyphs)
    expected.save(pictures / "failed-expected.png")
    with Machine(disk, BUILD_FOLDER, processor=OLD_PROCESSOR) as machine:
        try:
            wait_for_picture(
                machine, lambda screenshot: difference(expected, screenshot) < MAX_TEXT_DIFFERENCE
            )
            report.write(f"the failure page is on the screen, {machine.age}")
        finally:
            machine.screenshot().save(pictures / "failed.png")
            machine.press_power_button(OFF_S)


def wait_for_picture(machine: Machine, condition: Callable[[object], bool]) -> None:
    machine.wait_until(
        lambda: condition(machine.screenshot()), "the failure page is on the screen", FAILED_S
    )


if __name__ == "__main__":
    main()
