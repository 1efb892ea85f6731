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
import proof
import side_by_side
import walks
from disk import SECTOR, run, write_at
from machine import HOST_CLOCK, INSTRUCTION_CLOCK, Machine
from power_cut import PowerCuts, check_disk, next_slot
from side_by_side import Report, wait_for_file
from try_guide import PIN, too_late
from twin import Twin, twin_of

ROOT = guide.GUIDE.parents[1]
BUILT = ROOT / "build" / "image"
FOLDER = ROOT / "build" / "machine" / "image"
SIZE = "6G"
UEFI = "/usr/share/ovmf/OVMF.fd"
FIRST_PICTURE_S, OFF_S = 500, 90
UPDATED_S = 1500
"""Limit of processor time for `Machine.wait_until`."""
MAX_BETWEEN_PULLS_S = 12
"""Longest wall-clock time between two power cuts."""
ENOUGH_PULLS, PULLS_WHILE_WRITING = 20, 3
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
ANSWERED, HALF_WRITTEN = FOLDER / "answered.img", FOLDER / "half-written.qcow2"
"""A disk after its first start, never written to again; and one after half an update."""
CHAINS = {
    "installed": ("install", "first", "never_draws"),
    "updated": ("stick", "good_update"),
}
"""Chains that run in parallel, one processor each; a part waits for the files that it needs."""
BREAK = """\
mkdir -p $rootmnt/etc/systemd/system/tutorial-kiosk.service.d
printf '[Service]\\nExecStart=\\nExecStart=/bin/sleep infinity\\n' \\
  >$rootmnt/etc/systemd/system/tutorial-kiosk.service.d/never-draws.conf
"""
HOOK = "scripts/local-bottom/tutorial-kiosk"
STARTING = "]: Starting tutorial-kiosk.service"
CONFIRMED, WENT_BACK = "]: this system teaches", "; back to the one before"
REFUSED = ".raucb: refused:"


@click.command()
@click.option("--image", type=click.Path(exists=True, path_type=Path), help="Default: the newest.")
@click.option(
    "--pulls", default=ENOUGH_PULLS, show_default=True, help="How often the plug is pulled."
)
@click.option("--limit", "limit_min", default=60, show_default=True, help="Minutes for everything.")
@click.option("--only", multiple=True, help="Only these parts.")
def main(image: Path | None, pulls: int, limit_min: int, only: tuple[str, ...]) -> None:
    """Ends with 1 and words where something is not as docs/deploy.md says."""
    if os.geteuid() != 0:
        raise click.ClickException("only root may look into a disk")
    found = sorted(BUILT.glob("*.img"), key=lambda path: path.stat().st_mtime)
    found = [path for path in found if path.name.startswith("tutorial-kiosk-")]
    if image is None and not found:
        raise click.ClickException("no image there: run script/image first")
    signal.signal(signal.SIGALRM, too_late)
    signal.alarm(limit_min * 60)
    trial = Trial(image or found[-1], pulls)
    if not only:
        fresh(FOLDER)
    chains = {
        name: [part for part in parts if not only or part in only] for name, parts in CHAINS.items()
    }
    told = side_by_side.run(
        {name: partial(trial.run, name, parts) for name, parts in chains.items() if parts}
    )
    if not only and pulls >= ENOUGH_PULLS and is_made_of_these_files(trial.image):
        proof.write(told)
    click.echo(f"pictures: {FOLDER}")


class Trial:
    """The parts of the trial; each chain of parts runs one machine at a time."""

    def __init__(self, image: Path, pulls: int) -> None:
        self.image = image
        self._pulls = -(-pulls // len(CHAINS))
        """Smallest number of power cuts in each chain."""

    def run(self, chain: str, parts: Sequence[str], report: Report) -> None:
        """Runs these parts in order."""
        logging.basicConfig(format=f"{chain}: %(message)s", level=logging.INFO)
        self._report, self._own = report, FOLDER / chain
        self._own.mkdir(exist_ok=True)
        self._disk, self._stick = self._own / "disk.img", self._own / "stick.img"
        for part in parts:
            getattr(self, part)()

    def stick(self) -> None:
        """A UEFI PC makes its first start from the stick; its internal disk stays untouched.

        The other machines start from a BIOS.
        """
        self._make_stick(SERIAL_LOG + WITHOUT_GRAPHICS)
        with self._machine_with_stick("-bios", UEFI) as machine:
            self._first_start(machine, "stick", walks.answer_the_first_start)
        assert self._disk.stat().st_blocks == 0, "the disk of the PC was written to"
        self._report.tell("not a byte of the disk of the PC was written")
        self._stick.rename(ANSWERED)

    def install(self) -> None:
        """Installs from the second entry of the boot menu; the two confirmations are typed."""
        self._make_stick(SERIAL_LOG + "set default=1\n")
        pictures = fresh(FOLDER / "install")
        with self._machine_with_stick() as machine:
            for asked, typed in (
                ("asking which disk", "1\n"),
                ("asking whether it is meant", "XOA\n"),
                ("the kiosk is on the disk", "\n"),
            ):
                wait_for(machine, asked, FIRST_PICTURE_S)
                machine.picture().save(pictures / f"{asked}.png")
                machine.type(typed)
            machine.wait_until(lambda: not machine.is_on, "the machine is off", OFF_S)
        self._report.tell("installed on the disk of the PC")

    def first(self) -> None:
        """The installed machine, without stick, in 2038: first start and a lesson's first steps.

        Only here the kiosk has to detect by itself that there is no graphics processor. Every
        question is left for later. After that the power is cut at random moments;
        `power_cut.check_disk` checks each disk.
        """
        log_to_serial(self._disk, SERIAL_LOG)
        disk = on_top_of(self._disk, self._own / "first.qcow2")
        with Machine(disk, self._own, clock="2038-02-01", pace=HOST_CLOCK) as machine:
            more = partial(self._learn, machine, disk)
            self._first_start(machine, "first", walks.leave_all_for_later, more)

    def _learn(self, machine: Machine, disk: Path, twin: Twin) -> None:
        with PowerCuts(machine, disk, MAX_BETWEEN_PULLS_S, seed=15).in_background() as cuts:
            walks.learn(twin)
            self._report.tell(f"first: {walks.learn.__doc__}")
            cuts.wait_for(self._pulls, FIRST_PICTURE_S)
        self._report.tell(f"the plug was pulled {cuts.count} times, nothing was lost")

    def good_update(self) -> None:
        """A stick with two bundles, in a machine without any touch.

        The first was tampered with and is refused. The second is installed, starts, shows a lesson
        and is confirmed. The power is cut at random moments from power-on until it is installed.
        """
        stick = self._stick_with(self._tampered_and_good())
        disk = on_top_of(ANSWERED, self._own / "update.qcow2")
        pictures = fresh(FOLDER / "update")
        with (
            Machine(disk, self._own, pace=HOST_CLOCK, ends_at_reboot=True) as machine,
            twin_of(machine, pictures, PIN) as twin,
        ):
            machine.plug_in(stick)  # the kiosk looks for a stick for two minutes after a start
            with PowerCuts(machine, disk, MAX_BETWEEN_PULLS_S, seed=16).in_background() as cuts:
                self._attract(machine, twin, "before the update")
                wait_for(machine, REFUSED, UPDATED_S)
                cuts.wait_for(self._pulls, FIRST_PICTURE_S)
            self._report.tell(f"a bundle that was tampered with was refused, {machine.age}")
            self._report.tell(f"the plug was pulled {cuts.count} times, nothing was lost")
            wait_for(machine, "]: installing good", UPDATED_S)
            with PowerCuts(machine, disk, MAX_BETWEEN_PULLS_S, seed=17).in_background() as cuts:
                cuts.wait_for(PULLS_WHILE_WRITING, UPDATED_S)
            self._report.tell(f"the plug was pulled {cuts.count} times while it was written")
            cuts.last.rename(HALF_WRITTEN)
            assert "installing tampered" not in machine.serial.read_text(errors="replace")
            self._until_it_starts_anew(machine, "good")
        # With time for the minute, on its own clock, in which the system has to prove itself.
        with Machine(disk, self._own, pace=INSTRUCTION_CLOCK) as machine:
            wait_for(machine, CONFIRMED, UPDATED_S)
            machine.picture().save(pictures / "kept.png")
            self._report.tell(f"a good update was kept, {machine.age}")
            machine.push_power_button(OFF_S)
        check_disk(disk)
        assert next_slot(disk, self._own) == "B"

    def never_draws(self) -> None:
        """A disk after a power cut during an update; shows a lesson, and takes another update.

        The kiosk of that update draws no frame, so the update is rolled back; the clock is wrong.
        """
        stick = self._stick_with([self._bundle("never-draws", BREAK)])
        wait_for_file(HALF_WRITTEN)
        pictures = fresh(FOLDER / "never-draws")
        with (
            Machine(HALF_WRITTEN, self._own, pace=HOST_CLOCK, ends_at_reboot=True) as machine,
            twin_of(machine, pictures, PIN) as twin,
        ):
            machine.plug_in(stick)
            self._attract(machine, twin, "half an update on the disk")
            wait_for(machine, "]: installing never-draws", UPDATED_S)
            self._until_it_starts_anew(machine, "never-draws")
        with (
            Machine(HALF_WRITTEN, self._own, clock="1970-01-02", pace=HOST_CLOCK) as machine,
            twin_of(machine, fresh(pictures / "1970"), PIN) as twin,
        ):
            wait_for(machine, WENT_BACK, UPDATED_S)
            self._report.tell(f"an update whose kiosk never draws was found out, {machine.age}")
            self._attract(machine, twin, "the system before again, in 1970")
            machine.push_power_button(OFF_S)
        check_disk(HALF_WRITTEN)
        assert next_slot(HALF_WRITTEN, self._own) == "A"

    def _first_start(
        self,
        machine: Machine,
        name: str,
        answer: Callable[[Twin], None],
        more: Callable[[Twin], None] | None = None,
    ) -> None:
        """Answers the questions of the first start by touches, runs `more`, and powers off."""
        pictures = fresh(FOLDER / name)
        with twin_of(machine, pictures, PIN, is_first_start=True) as twin:
            try:
                twin.wait_until_alike("welcome", FIRST_PICTURE_S)
                starts = starts_of(machine)
                self._report.tell(f"{name}: first start, {machine.age}, starts: {starts}")
                answer(twin)
                self._report.tell(f"{name}: {answer.__doc__}")
                if more:
                    more(twin)
            finally:
                machine.picture().save(pictures / "last.png")
                machine.push_power_button(OFF_S)
        loudest = machine.loudest_heard()
        self._report.tell(f"{name}: the loudest sample at the loudspeaker: {loudest}")
        assert loudest > 1000, "nothing was heard"

    def _until_it_starts_anew(self, machine: Machine, bundle: str) -> None:
        """Waits for the restart into the system that was just installed."""
        machine.wait_until(lambda: not machine.is_on, f"{bundle} is written", UPDATED_S)
        self._report.tell(f"{bundle} was written")

    def _attract(self, machine: Machine, twin: Twin, name: str) -> None:
        twin.wait_until_alike("attract", FIRST_PICTURE_S)
        self._report.tell(f"{name}: attract page, {machine.age}, starts: {starts_of(machine)}")

    def _make_stick(self, serial_log: str) -> None:
        """Makes a larger stick from the image, and an empty disk for the PC."""
        run("cp", "--sparse=always", self.image, self._stick)
        run("truncate", "--size", SIZE, self._stick)
        log_to_serial(self._stick, serial_log)
        self._disk.unlink(missing_ok=True)
        run("truncate", "--size", SIZE, self._disk)

    def _machine_with_stick(self, *more: str) -> Machine:
        disk = ("-drive", f"file={self._disk},format=raw,if=none,id=inside")
        device = ("-device", "virtio-blk-pci,drive=inside")
        both = (*disk, *device, *more)
        return Machine(self._stick, self._own, *both, is_stick=True, pace=HOST_CLOCK)

    def _tampered_and_good(self) -> list[Path]:
        """The two bundles, in the order in which a machine finds them."""
        good = self._bundle("good", "")
        tampered = self._own / "1-tampered.raucb"
        shutil.copyfile(good, tampered)
        write_at(tampered, tampered.stat().st_size // 2, b"\xff" * SECTOR)
        write_at(tampered, tampered.stat().st_size - 600, bytes(64))
        return [tampered, good.rename(self._own / "2-good.raucb")]

    def _stick_with(self, bundles: Sequence[Path]) -> Path:
        stick = self._own / "update-stick.img"
        stick.unlink(missing_ok=True)
        size = sum(bundle.stat().st_size for bundle in bundles)
        run("truncate", "--size", size + (64 << 20), stick)
        run("mkfs.vfat", "-F", "32", stick)
        run("mcopy", "-i", stick, *bundles, "::")
        return stick

    def _bundle(self, name: str, spoil: str) -> Path:
        """The system of the image under another version, with `spoil` added to its first script."""
        content = fresh(self._own / "bundle")
        os.link(BUILT / "system.squashfs", content / "system.squashfs")
        shutil.copy(BUILT / "boot.img", content / "boot.img")
        if spoil:
            run("mcopy", "-n", "-i", content / "boot.img", "::initrd.img", self._own / "initrd.img")
            script = (ROOT / "deploy/image/root/etc/initramfs-tools" / HOOK).read_text("utf-8")
            place = fresh(self._own / "initrd") / HOOK
            place.parent.mkdir(parents=True)
            place.write_text(script + spoil, encoding="utf-8")
            place.chmod(0o755)
            more = subprocess.run(
                ("cpio", "--create", "--format=newc", "--quiet"),
                input=f"scripts\n{Path(HOOK).parent}\n{HOOK}\n".encode(),
                cwd=self._own / "initrd",
                stdout=subprocess.PIPE,
                check=True,
            ).stdout
            initrd = self._own / "initrd.img"
            whole = -(-initrd.stat().st_size // SECTOR) * SECTOR
            run("truncate", "--size", whole, initrd)  # the kernel requires the next archive aligned
            with initrd.open("ab") as file:
                file.write(more)
            run("mcopy", "-o", "-i", content / "boot.img", self._own / "initrd.img", "::initrd.img")
        manifest = f"[update]\ncompatible=tutorial-kiosk-amd64\nversion={name}\n"
        manifest += "[bundle]\nformat=verity\n"
        manifest += "[image.boot]\nfilename=boot.img\n[image.system]\nfilename=system.squashfs\n"
        (content / "manifest.raucm").write_text(manifest)
        bundle = self._own / f"{name}.raucb"
        bundle.unlink(missing_ok=True)
        pair = (f"--cert={BUILT / 'trial.cert.pem'}", f"--key={BUILT / 'trial.key.pem'}")
        packed = "--mksquashfs-args=-noI -noD -noF -noX"
        run("rauc", "bundle", *pair, packed, content, bundle, stderr=subprocess.STDOUT)
        return bundle


def on_top_of(raw: Path, disk: Path) -> Path:
    """A qcow2 overlay over a raw disk."""
    disk.unlink(missing_ok=True)
    run("qemu-img", "create", "-q", "-f", "qcow2", "-b", raw, "-F", "raw", disk)
    return disk


def starts_of(machine: Machine) -> int:
    """Number of starts of the kiosk since power-on."""
    return machine.serial.read_text(errors="replace").count(STARTING)


def wait_for(machine: Machine, words: str, limit_s: float) -> None:
    """Waits until these words appear on the serial line."""

    def told() -> bool:
        return words in machine.serial.read_text(errors="replace")

    machine.wait_until(told, words, limit_s)


def is_made_of_these_files(image: Path) -> bool:
    """Whether the files are the same as in the commit that the image was made from."""
    commit = image.stem.rpartition("-")[2]
    same = ("git", "-C", str(ROOT), "diff", "--quiet", commit, "--", *proof.PLACES)
    return subprocess.run(same, check=False).returncode == 0


def esp(disk: Path) -> str:
    """The EFI partition of a disk, as an argument for mtools."""
    return f"{disk}@@{4096 * SECTOR}"


def log_to_serial(disk: Path, serial_log: str) -> None:
    """Adds boot loader lines to the disk that make the kernel report on the serial line."""
    more = disk.with_suffix(".cfg")
    more.write_text(serial_log)
    run("mcopy", "-o", "-i", esp(disk), more, "::grub/more.cfg")


def fresh(folder: Path) -> Path:
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    main()
