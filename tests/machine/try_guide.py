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
import walks
from console import letters_of, picture_of_text
from disk import fresh_debian, in_chroot, install, names_of_hosts, opened, run
from machine import HOST_CLOCK, Machine
from side_by_side import end_in_order
from twin import difference, twin_of

FOLDER = guide.GUIDE.parents[1] / "build" / "machine"
SOURCE = FOLDER / "source.git"
HOME = Path("/opt/tutorial-kiosk")
STATE = Path("var/lib/tutorial-kiosk/.local/state/tutorial-kiosk")
PIN = "204816"
INSTALLING = (2, 3, 4)
"""The sections of the guide that are typed before the machine starts as a kiosk."""
START = "\nreboot\n"
"""The last command; instead of it the machine is powered on."""
TYPED_S = 1500
FIRST_PICTURE_S, OFF_S, FAILED_S = 600, 60, 400
"""Limits of processor time for `Machine.wait_until`."""


OLD_PROCESSOR, LACKING = "core2duo", ("popcnt", "sse4_1", "sse4_2")
AS_ON_AN_OLD_CONSOLE = f"""
setfont() {{ :; }}
grep() {{ case "$2" in {"|".join(LACKING)}) return 1 ;; esac; }}
set -- 0
. {HOME}/deploy/failed-page
"""
"""Prints the failure page's text in a chroot; setfont and grep are stubs for such a processor."""
MOST_DIFFERENT_LETTERS = 0.004
LIMITS = ("MemoryMax=1572864000", "TasksMax=384", "DevicePolicy=closed")
TOLD, TOLD_S = "told", 120
REPORTING_SERVICE = f"""
[Unit]
After=tutorial-kiosk.service
[Service]
ExecStart=/bin/sh -c 'sleep 40; exec >/dev/ttyS0; slice=user-$$(id -u kiosk).slice; \\
    systemctl show --property MemoryMax,TasksMax,DevicePolicy $$slice; \\
    for each in $$(pgrep -u kiosk); do cat /proc/$$each/cgroup; done; \\
    cat /sys/fs/cgroup/user.slice/$$slice/memory.peak; echo {TOLD}'
[Install]
WantedBy=graphical.target
"""
"""A service of the trial that prints the kiosk's limits, its processes' cgroups and its memory."""
PATIENT = "[Service]\nWatchdogSec=0\n"
"""The emulated machine is more than ten times slower than a PC: a frame may take half a minute."""


class Report:
    """Prints progress lines with their time, and keeps them."""

    def __init__(self) -> None:
        self._began_s = time.monotonic()
        self.told: list[str] = []

    def tell(self, what: str) -> None:
        self.told.append(f"{time.monotonic() - self._began_s:6.0f} s  {what}")
        click.echo(self.told[-1])


@click.command()
@click.option("--debian", "release", default=12, show_default=True)
@click.option(
    "--see",
    "seen",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="What the new system sees of this machine while packages are fetched: a mirror, its keys.",
)
@click.option("--again", is_flag=True, help="Boot what was installed the last time.")
@click.option("--limit", "limit_min", default=90, show_default=True, help="Minutes for everything.")
def main(release: int, seen: tuple[Path, ...], again: bool, limit_min: int) -> None:
    """Ends with 1 and words where something is not as the guide says."""
    if os.geteuid() != 0:
        raise click.ClickException("only root may mount a disk")
    signal.signal(signal.SIGALRM, too_late)
    signal.signal(signal.SIGTERM, end_in_order)
    signal.alarm(limit_min * 60)
    report = Report()
    FOLDER.mkdir(parents=True, exist_ok=True)
    disk, pictures = FOLDER / f"debian-{release}.img", FOLDER / f"debian-{release}-pictures"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir()
    shutil.rmtree(SOURCE, ignore_errors=True)
    run("git", "clone", "--quiet", "--bare", guide.GUIDE.parents[1], SOURCE)
    installed = disk.with_suffix(".installed")
    if not (again and installed.exists()):
        install(fresh_debian(release, FOLDER), disk)
        report.tell(f"Debian {release} is on the disk")
        follow(disk, seen)
        disk.rename(installed)
        report.tell("the guide's commands were typed")
    run("cp", "--sparse=always", installed, disk)
    add_reporting_service(disk)
    teach(disk, pictures, report)
    look_at_what_was_written(disk, seen, report)
    fail(disk, pictures, report)
    click.echo(f"pictures: {pictures}")


def too_late(_signal: int, _frame: object) -> None:
    """Raises TimeoutError while the machine can still be shut down."""
    raise TimeoutError("the limit for everything is over")


def follow(disk: Path, seen: Sequence[Path]) -> None:
    """Types sections 2 to 4 at one terminal."""
    script = "".join(block for number in INSTALLING for block in guide.blocks(number))
    script = script.replace(guide.REPOSITORY, f"file://{SOURCE}")
    assert script.endswith(START), "the guide ends its installation with a start"
    script = script.removesuffix(START)
    log = FOLDER / "typed.log"
    with opened(disk, (SOURCE, *seen)) as root, names_of_hosts(root):
        guide.type_in(root, script, guide.environment_of(), PIN, log, TYPED_S)


def add_reporting_service(disk: Path) -> None:
    """Adds the service that reports on the serial line, and disables the kiosk's watchdog."""
    with opened(disk) as root:
        system = root / "etc/systemd/system"
        (system / "report.service").write_text(REPORTING_SERVICE, encoding="utf-8")
        in_chroot(root, "systemctl", "enable", "report.service")
        drop_in = system / "tutorial-kiosk.service.d/trial.conf"
        drop_in.parent.mkdir()
        drop_in.write_text(PATIENT, encoding="utf-8")


def teach(disk: Path, pictures: Path, report: Report) -> None:
    """Uses the attract page, a lesson, the staff pages that write, and the power button."""
    with Machine(disk, FOLDER, pace=HOST_CLOCK) as machine, twin_of(machine, pictures, PIN) as twin:
        try:
            twin.wait_until_alike("attract", FIRST_PICTURE_S)
            report.tell(f"attract page, {machine.age}")
            for walk in walks.ALL:
                walk(twin)
                report.tell(walk.__doc__.splitlines()[0])
            look_at_the_limits(machine, report)
        finally:
            machine.push_power_button(OFF_S)
            report.tell("switched off by the power button")
    loudest = machine.loudest_heard()
    report.tell(f"the loudest sample at the loudspeaker: {loudest}")
    assert loudest > 1000, "nothing was heard"


def look_at_the_limits(machine: Machine, report: Report) -> None:
    """Checks that the limits apply to all processes of the kiosk's user."""
    machine.wait_until(lambda: TOLD in machine.serial.read_text(), "the limits", TOLD_S)
    lines = machine.serial.read_text().split()
    assert set(LIMITS) <= set(lines), lines
    groups = [line for line in lines if line.startswith("0::")]
    assert groups
    assert all(group.startswith("0::/user.slice/user-") for group in groups), groups
    (peak,) = (int(line) for line in lines if line.isdecimal())
    report.tell(
        f"within its limits, the kiosk took {peak >> 20} MB with its voice and sound server"
    )


def look_at_what_was_written(disk: Path, seen: Sequence[Path], report: Report) -> None:
    """Checks the files on the disk after power-off; then types section 9."""
    with opened(disk, (SOURCE, *seen)) as root, names_of_hosts(root):
        owner = (root / "var/lib/tutorial-kiosk").stat().st_uid
        assert owner != 0
        for path in (root / "var/lib/tutorial-kiosk").rglob("*"):
            assert path.lstat().st_uid == owner, f"not the kiosk's own: {path}"
        for each, words in walks.WRITTEN.items():
            kept = (root / STATE / each).read_text(encoding="utf-8")
            assert all(word in kept for word in words), f"{each}: {words}"
            report.tell(f"written and kept: {each}")
        changed = run("git", "-C", root / HOME.relative_to("/"), "status", "--porcelain")
        assert changed == "", f"changed in the tracked tree: {changed}"
        script = "".join(guide.blocks(9))
        guide.type_in(
            root, script, guide.environment_of(), PIN, FOLDER / "typed-later.log", TYPED_S
        )
        report.tell("updated, backed up and restored, as section 9 says")


def fail(disk: Path, pictures: Path, report: Report) -> None:
    """Boots with a processor on which the kiosk cannot start: a text names whom to call."""
    with opened(disk) as root:
        whom = root / STATE / "site/whom-to-call.txt"
        whom.write_text("Anh Y Thanh 0262 3811000\n", encoding="utf-8")
        letters = letters_of(root / "usr/share/consolefonts/Vietnamese-Fixed16.psf.gz")
        told = run("chroot", root, "/bin/sh", "-c", AS_ON_AN_OLD_CONSOLE)
    lines = re.sub(r"\033(c|\[\?25l)", "", told).splitlines()
    meant = picture_of_text(lines, letters)
    meant.save(pictures / "failed-meant.png")
    with Machine(disk, FOLDER, processor=OLD_PROCESSOR) as machine:
        try:
            await_picture(machine, lambda seen: difference(meant, seen) < MOST_DIFFERENT_LETTERS)
            report.tell(f"words on the screen, {machine.age}")
        finally:
            machine.picture().save(pictures / "failed.png")
            machine.push_power_button(OFF_S)


def await_picture(machine: Machine, is_it: Callable[[object], bool]) -> None:
    machine.wait_until(lambda: is_it(machine.picture()), "words on the screen", FAILED_S)


if __name__ == "__main__":
    main()
