"""Boots the image of script/image in QEMU: first start, sound, power cuts, updates, clocks."""

import logging
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click
import guide
import parallel_runs
import proof
import scenarios
from disk import SECTOR, run, write_at
from machine import HOST_CLOCK, INSTRUCTION_CLOCK, Machine
from parallel_runs import ProgressReport, wait_for_file
from power_cut import PowerCuts, check_disk, next_slot
from reference_kiosk import ReferenceKiosk, reference_kiosk_for
from try_guide import PIN, raise_timeout

ROOT = guide.GUIDE.parents[1]
BUILT = ROOT / "build" / "image"
TRIAL_FOLDER = ROOT / "build" / "machine" / "image"
SIZE = "6G"
UEFI_FIRMWARE = "/usr/share/ovmf/OVMF.fd"
FIRST_PICTURE_S, OFF_S = 500, 90
UPDATE_LIMIT_S = 1500
"""Limit of processor time for `Machine.wait_until`."""
MAX_CUT_INTERVAL_S = 12
"""Longest wall-clock time between two power cuts."""
MIN_CUTS, CUTS_WHILE_WRITING = 20, 3
SERIAL_LOG = """
set timeout=0
set line="$line console=ttyS0 mitigations=off systemd.journald.forward_to_console=1"
set line="$line systemd.service_watchdogs=no"
"""
"""Kernel options that the boot loader adds for the trial: messages on the serial line.

The emulated machine is more than ten times slower than a PC while its clock follows the host's:
half a minute without a frame, after which systemd restarts the kiosk, is no fault there.
"""
WITHOUT_GRAPHICS = """
set line="$line systemd.setenv=WLR_RENDERER=pixman systemd.setenv=QT_QUICK_BACKEND=software"
"""
"""As deploy/show-kiosk sets it from the second start on: QEMU has no graphics processor."""
STARTED_STICK, INTERRUPTED_DISK = TRIAL_FOLDER / "answered.img", TRIAL_FOLDER / "half-written.qcow2"
"""A disk after its first start, never written to again; and one after half an update."""
CHAINS = {
    "installed": ("install", "first", "never_draws"),
    "updated": ("stick", "good_update"),
}
"""Chains that run in parallel, one processor each; a part waits for the files that it needs."""
NEVER_DRAWS = """\
mkdir -p $rootmnt/etc/systemd/system/tutorial-kiosk.service.d
printf '[Service]\\nExecStart=\\nExecStart=/bin/sleep infinity\\n' \\
  >$rootmnt/etc/systemd/system/tutorial-kiosk.service.d/never-draws.conf
"""
INITRAMFS_SCRIPT = "scripts/local-bottom/tutorial-kiosk"
START_MESSAGE = "]: Starting tutorial-kiosk.service"
CONFIRMED_MESSAGE, ROLLED_BACK_MESSAGE = "]: this system teaches", "; back to the one before"
REFUSED_MESSAGE = ".raucb: refused:"


@click.command()
@click.option("--image", type=click.Path(exists=True, path_type=Path), help="Default: the newest.")
@click.option("--pulls", default=MIN_CUTS, show_default=True, help="Number of power cuts.")
@click.option("--limit", "limit_min", default=60, show_default=True, help="Minutes for everything.")
@click.option("--only", multiple=True, help="Only these parts.")
def main(image: Path | None, pulls: int, limit_min: int, only: tuple[str, ...]) -> None:
    """Exits with 1 and a message if something differs from docs/deploy.md."""
    if os.geteuid() != 0:
        raise click.ClickException("only root may look into a disk")
    images = sorted(BUILT.glob("*.img"), key=lambda path: path.stat().st_mtime)
    images = [path for path in images if path.name.startswith("tutorial-kiosk-")]
    if image is None and not images:
        raise click.ClickException("no image there: run script/image first")
    signal.signal(signal.SIGALRM, raise_timeout)
    signal.alarm(limit_min * 60)
    trial = Trial(image or images[-1], pulls)
    if not only:
        empty_folder(TRIAL_FOLDER)
    chains = {
        name: [part for part in parts if not only or part in only] for name, parts in CHAINS.items()
    }
    lines = parallel_runs.run(
        {name: partial(trial.run, name, parts) for name, parts in chains.items() if parts}
    )
    if not only and pulls >= MIN_CUTS and is_built_from_these_files(trial.image):
        proof.write(lines)
    click.echo(f"pictures: {TRIAL_FOLDER}")


class Trial:
    """The parts of the trial; each chain of parts runs one machine at a time."""

    def __init__(self, image: Path, pulls: int) -> None:
        self.image = image
        self._pulls = -(-pulls // len(CHAINS))
        """Smallest number of power cuts in each chain."""

    def run(self, chain: str, parts: Sequence[str], report: ProgressReport) -> None:
        """Runs these parts in order."""
        logging.basicConfig(format=f"{chain}: %(message)s", level=logging.INFO)
        self._report, self._folder = report, TRIAL_FOLDER / chain
        self._folder.mkdir(exist_ok=True)
        self._disk, self._stick = self._folder / "disk.img", self._folder / "stick.img"
        for part in parts:
            getattr(self, part)()

    def stick(self) -> None:
        """A UEFI PC makes its first start from the stick; its internal disk stays untouched.

        The other machines start from a BIOS.
        """
        self._make_stick(SERIAL_LOG + WITHOUT_GRAPHICS)
        with self._machine_with_stick("-bios", UEFI_FIRMWARE) as machine:
            self._first_start(machine, "stick", scenarios.complete_the_first_start)
        assert self._disk.stat().st_blocks == 0, "the disk of the PC was written to"
        self._report.write("nothing was written to the disk of the PC")
        self._stick.rename(STARTED_STICK)

    def install(self) -> None:
        """Installs from the second entry of the boot menu; the two confirmations are typed."""
        self._make_stick(SERIAL_LOG + "set default=1\n")
        pictures = empty_folder(TRIAL_FOLDER / "install")
        with self._machine_with_stick() as machine:
            for message, keys in (
                ("asking which disk", "1\n"),
                ("asking whether it is meant", "XOA\n"),
                ("the kiosk is on the disk", "\n"),
            ):
                wait_for(machine, message, FIRST_PICTURE_S)
                machine.screenshot().save(pictures / f"{message}.png")
                machine.type(keys)
            machine.wait_until(lambda: not machine.is_on, "the machine is off", OFF_S)
        self._report.write("installed on the disk of the PC")

    def first(self) -> None:
        """The installed machine, without stick, in 2038: first start and a lesson's first steps.

        Only here the kiosk has to detect by itself that there is no graphics processor. Every
        question is postponed. After that the power is cut at random moments;
        `power_cut.check_disk` checks each disk.
        """
        log_to_serial(self._disk, SERIAL_LOG)
        disk = overlay_disk(self._disk, self._folder / "first.qcow2")
        with Machine(
            disk, self._folder, start_time="2038-02-01", clock_options=HOST_CLOCK
        ) as machine:
            afterwards = partial(self._first_steps_with_cuts, machine, disk)
            self._first_start(machine, "first", scenarios.postpone_all, afterwards)

    def _first_steps_with_cuts(
        self, machine: Machine, disk: Path, reference: ReferenceKiosk
    ) -> None:
        with PowerCuts(machine, disk, MAX_CUT_INTERVAL_S, seed=15).in_background() as cuts:
            scenarios.do_first_steps(reference)
            self._report.write(f"first: {scenarios.do_first_steps.__doc__}")
            cuts.wait_for(self._pulls, FIRST_PICTURE_S)
        self._report.write(f"{cuts.count} power cuts, nothing was lost")

    def good_update(self) -> None:
        """A stick with two bundles, in a machine without any touch.

        The first was tampered with and is refused. The second is installed, starts, shows a lesson
        and is confirmed. The power is cut at random moments from power-on until it is installed.
        """
        stick = self._stick_with(self._tampered_and_good())
        disk = overlay_disk(STARTED_STICK, self._folder / "update.qcow2")
        pictures = empty_folder(TRIAL_FOLDER / "update")
        with (
            Machine(disk, self._folder, clock_options=HOST_CLOCK, no_reboot=True) as machine,
            reference_kiosk_for(machine, pictures, PIN) as reference,
        ):
            machine.plug_in(stick)  # the kiosk looks for a stick for two minutes after a start
            with PowerCuts(machine, disk, MAX_CUT_INTERVAL_S, seed=16).in_background() as cuts:
                self._wait_for_attract_page(machine, reference, "before the update")
                wait_for(machine, REFUSED_MESSAGE, UPDATE_LIMIT_S)
                cuts.wait_for(self._pulls, FIRST_PICTURE_S)
            self._report.write(f"a bundle that was tampered with was refused, {machine.age}")
            self._report.write(f"{cuts.count} power cuts, nothing was lost")
            wait_for(machine, "]: installing good", UPDATE_LIMIT_S)
            with PowerCuts(machine, disk, MAX_CUT_INTERVAL_S, seed=17).in_background() as cuts:
                cuts.wait_for(CUTS_WHILE_WRITING, UPDATE_LIMIT_S)
            self._report.write(f"{cuts.count} power cuts while it was written")
            cuts.last_copy.rename(INTERRUPTED_DISK)
            assert "installing tampered" not in machine.serial.read_text(errors="replace")
            self._wait_for_restart(machine, "good")
        # With time for the minute, on its own clock, in which the system has to prove itself.
        with Machine(disk, self._folder, clock_options=INSTRUCTION_CLOCK) as machine:
            wait_for(machine, CONFIRMED_MESSAGE, UPDATE_LIMIT_S)
            machine.screenshot().save(pictures / "kept.png")
            self._report.write(f"a good update was kept, {machine.age}")
            machine.press_power_button(OFF_S)
        check_disk(disk)
        assert next_slot(disk, self._folder) == "B"

    def never_draws(self) -> None:
        """A disk after a power cut during an update; shows a lesson, and takes another update.

        The kiosk of that update draws no frame, so the update is rolled back; the clock is wrong.
        """
        stick = self._stick_with([self._bundle("never-draws", NEVER_DRAWS)])
        wait_for_file(INTERRUPTED_DISK)
        pictures = empty_folder(TRIAL_FOLDER / "never-draws")
        with (
            Machine(
                INTERRUPTED_DISK, self._folder, clock_options=HOST_CLOCK, no_reboot=True
            ) as machine,
            reference_kiosk_for(machine, pictures, PIN) as reference,
        ):
            machine.plug_in(stick)
            self._wait_for_attract_page(machine, reference, "half an update on the disk")
            wait_for(machine, "]: installing never-draws", UPDATE_LIMIT_S)
            self._wait_for_restart(machine, "never-draws")
        with (
            Machine(
                INTERRUPTED_DISK, self._folder, start_time="1970-01-02", clock_options=HOST_CLOCK
            ) as machine,
            reference_kiosk_for(machine, empty_folder(pictures / "1970"), PIN) as reference,
        ):
            wait_for(machine, ROLLED_BACK_MESSAGE, UPDATE_LIMIT_S)
            self._report.write(f"an update whose kiosk never draws was rolled back, {machine.age}")
            self._wait_for_attract_page(machine, reference, "the previous system again, in 1970")
            machine.press_power_button(OFF_S)
        check_disk(INTERRUPTED_DISK)
        assert next_slot(INTERRUPTED_DISK, self._folder) == "A"

    def _first_start(
        self,
        machine: Machine,
        name: str,
        scenario: Callable[[ReferenceKiosk], None],
        afterwards: Callable[[ReferenceKiosk], None] | None = None,
    ) -> None:
        """Completes the first start by touches, runs `afterwards`, and powers off."""
        pictures = empty_folder(TRIAL_FOLDER / name)
        with reference_kiosk_for(machine, pictures, PIN, is_first_start=True) as reference:
            try:
                reference.wait_until_equal("welcome", FIRST_PICTURE_S)
                starts = start_count(machine)
                self._report.write(f"{name}: first start, {machine.age}, starts: {starts}")
                scenario(reference)
                self._report.write(f"{name}: {scenario.__doc__}")
                if afterwards:
                    afterwards(reference)
            finally:
                machine.screenshot().save(pictures / "last.png")
                machine.press_power_button(OFF_S)
        loudest = machine.loudest_sample()
        self._report.write(f"{name}: the loudest sample at the loudspeaker: {loudest}")
        assert loudest > 1000, "no sound was played"

    def _wait_for_restart(self, machine: Machine, bundle: str) -> None:
        """Waits for the restart into the system that was just installed."""
        machine.wait_until(lambda: not machine.is_on, f"{bundle} is written", UPDATE_LIMIT_S)
        self._report.write(f"{bundle} was written")

    def _wait_for_attract_page(
        self, machine: Machine, reference: ReferenceKiosk, name: str
    ) -> None:
        reference.wait_until_equal("attract", FIRST_PICTURE_S)
        self._report.write(f"{name}: attract page, {machine.age}, starts: {start_count(machine)}")

    def _make_stick(self, serial_log: str) -> None:
        """Makes a larger stick from the image, and an empty disk for the PC."""
        run("cp", "--sparse=always", self.image, self._stick)
        run("truncate", "--size", SIZE, self._stick)
        log_to_serial(self._stick, serial_log)
        self._disk.unlink(missing_ok=True)
        run("truncate", "--size", SIZE, self._disk)

    def _machine_with_stick(self, *options: str) -> Machine:
        disk = ("-drive", f"file={self._disk},format=raw,if=none,id=inside")
        device = ("-device", "virtio-blk-pci,drive=inside")
        both = (*disk, *device, *options)
        return Machine(self._stick, self._folder, *both, is_stick=True, clock_options=HOST_CLOCK)

    def _tampered_and_good(self) -> list[Path]:
        """The two bundles, in the order in which a machine finds them."""
        good = self._bundle("good", "")
        tampered = self._folder / "1-tampered.raucb"
        shutil.copyfile(good, tampered)
        write_at(tampered, tampered.stat().st_size // 2, b"\xff" * SECTOR)
        write_at(tampered, tampered.stat().st_size - 600, bytes(64))
        return [tampered, good.rename(self._folder / "2-good.raucb")]

    def _stick_with(self, bundles: Sequence[Path]) -> Path:
        stick = self._folder / "update-stick.img"
        stick.unlink(missing_ok=True)
        size = sum(bundle.stat().st_size for bundle in bundles)
        run("truncate", "--size", size + (64 << 20), stick)
        run("mkfs.vfat", "-F", "32", stick)
        run("mcopy", "-i", stick, *bundles, "::")
        return stick

    def _bundle(self, name: str, extra_script: str) -> Path:
        """A bundle of the image with another version; `extra_script` runs in its initramfs."""
        content = empty_folder(self._folder / "bundle")
        os.link(BUILT / "system.squashfs", content / "system.squashfs")
        shutil.copy(BUILT / "boot.img", content / "boot.img")
        if extra_script:
            run(
                "mcopy",
                "-n",
                "-i",
                content / "boot.img",
                "::initrd.img",
                self._folder / "initrd.img",
            )
            script = (ROOT / "deploy/image/root/etc/initramfs-tools" / INITRAMFS_SCRIPT).read_text(
                "utf-8"
            )
            script_path = empty_folder(self._folder / "initrd") / INITRAMFS_SCRIPT
            script_path.parent.mkdir(parents=True)
            script_path.write_text(script + extra_script, encoding="utf-8")
            script_path.chmod(0o755)
            archive = subprocess.run(
                ("cpio", "--create", "--format=newc", "--quiet"),
                input=f"scripts\n{Path(INITRAMFS_SCRIPT).parent}\n{INITRAMFS_SCRIPT}\n".encode(),
                cwd=self._folder / "initrd",
                stdout=subprocess.PIPE,
                check=True,
            ).stdout
            initrd = self._folder / "initrd.img"
            aligned_size = -(-initrd.stat().st_size // SECTOR) * SECTOR
            run(
                "truncate", "--size", aligned_size, initrd
            )  # the kernel requires the next archive aligned
            with initrd.open("ab") as file:
                file.write(archive)
            run(
                "mcopy",
                "-o",
                "-i",
                content / "boot.img",
                self._folder / "initrd.img",
                "::initrd.img",
            )
        manifest = f"[update]\ncompatible=tutorial-kiosk-amd64\nversion={name}\n"
        manifest += "[bundle]\nformat=verity\n"
        manifest += "[image.boot]\nfilename=boot.img\n[image.system]\nfilename=system.squashfs\n"
        (content / "manifest.raucm").write_text(manifest)
        bundle = self._folder / f"{name}.raucb"
        bundle.unlink(missing_ok=True)
        signing = (f"--cert={BUILT / 'trial.cert.pem'}", f"--key={BUILT / 'trial.key.pem'}")
        compression = "--mksquashfs-args=-noI -noD -noF -noX"
        run("rauc", "bundle", *signing, compression, content, bundle, stderr=subprocess.STDOUT)
        return bundle


def overlay_disk(base: Path, disk: Path) -> Path:
    """A qcow2 overlay over a raw disk."""
    disk.unlink(missing_ok=True)
    run("qemu-img", "create", "-q", "-f", "qcow2", "-b", base, "-F", "raw", disk)
    return disk


def start_count(machine: Machine) -> int:
    """Number of starts of the kiosk since power-on."""
    return machine.serial.read_text(errors="replace").count(START_MESSAGE)


def wait_for(machine: Machine, message: str, limit_s: float) -> None:
    """Waits until these words appear on the serial line."""

    def is_logged() -> bool:
        return message in machine.serial.read_text(errors="replace")

    machine.wait_until(is_logged, message, limit_s)


def is_built_from_these_files(image: Path) -> bool:
    """Whether the files are the same as in the commit that the image was made from."""
    commit = image.stem.rpartition("-")[2]
    command = ("git", "-C", str(ROOT), "diff", "--quiet", commit, "--", *proof.IMAGE_SOURCES)
    return subprocess.run(command, check=False).returncode == 0


def esp(disk: Path) -> str:
    """The EFI partition of a disk, as an argument for mtools."""
    return f"{disk}@@{4096 * SECTOR}"


def log_to_serial(disk: Path, serial_log: str) -> None:
    """Adds boot loader lines to the disk that make the kernel report on the serial line."""
    config = disk.with_suffix(".cfg")
    config.write_text(serial_log)
    run("mcopy", "-o", "-i", esp(disk), config, "::grub/more.cfg")


def empty_folder(folder: Path) -> Path:
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    main()
