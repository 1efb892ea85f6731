"""Boots what script/image made in QEMU: first start, sound, pulled plugs, updates, clocks."""

import logging
import os
import random
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import guide
import proof
import walks
from disk import SECTOR, run, write_at
from machine import Machine
from try_guide import PIN, Report, too_late
from twin import Twin, twin_of

ROOT = guide.GUIDE.parents[1]
BUILT = ROOT / "build" / "image"
FOLDER = ROOT / "build" / "machine" / "image"
SIZE = "6G"
UEFI = "/usr/share/ovmf/OVMF.fd"
FIRST_PICTURE_S, OFF_S = 500, 90
UPDATED_S = 1500
"""What the machine may work for it: see `Machine.wait_until`."""
PULLED_AFTER_S = (3, 60)
ENOUGH_PULLS = 20
TELLING = """
set timeout=0
set line="$line console=ttyS0 mitigations=off systemd.journald.forward_to_console=1"
"""
"""For the trial, the boot loader adds that the machine tells by its serial line what it does."""
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
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    signal.signal(signal.SIGALRM, too_late)
    signal.alarm(limit_min * 60)
    trial = Trial(image or found[-1], pulls)
    for name, part in trial.parts().items():
        if not only or name in only:
            part()
    if not only and pulls >= ENOUGH_PULLS and is_made_of_these_files(trial.image):
        proof.write(trial.told)
    click.echo(f"pictures: {FOLDER}")


class Trial:
    """The parts of it, one after the other, on one disk."""

    def __init__(self, image: Path, pulls: int) -> None:
        self.image, self._pulls = image, pulls
        self._report = Report()
        self.told = self._report.told
        self._disk, self._stick = FOLDER / "disk.img", FOLDER / "stick.img"
        FOLDER.mkdir(parents=True, exist_ok=True)

    def parts(self) -> dict[str, Callable[[], None]]:
        """In their order."""
        return {
            "stick": self.from_the_stick,
            "install": self.install_on_the_disk,
            "first": self.first_start,
            "again": self.second_start,
            "pulls": self.pulls,
            "tampered": self.tampered_update,
            "good": self.good_update,
            "dead": self.update_that_never_draws,
        }

    def from_the_stick(self) -> None:
        """A UEFI PC with an empty disk starts from the stick; not a byte of its disk is written.

        The other parts start from a BIOS.
        """
        self._make_stick(TELLING)
        pictures = fresh(FOLDER / "stick")
        with (
            self._machine_with_stick("-bios", UEFI) as machine,
            twin_of(machine, pictures, PIN, is_first_start=True) as twin,
        ):
            twin.look("welcome", FIRST_PICTURE_S)
            self._report.tell(f"from the stick, by UEFI: first start, {machine.age}")
            machine.push_power_button(OFF_S)
        assert self._disk.stat().st_blocks == 0, "the disk of the PC was written to"
        self._report.tell("not a byte of the disk of the PC was written")

    def install_on_the_disk(self) -> None:
        """The second line of the boot menu; the number of the disk and the word are typed."""
        self._make_stick(TELLING + "set default=1\n")
        pictures = fresh(FOLDER / "install")
        with self._machine_with_stick() as machine:
            for asked, typed in (
                ("asking which disk", "1\n"),
                ("asking whether it is meant", "XOA\n"),
                ("the kiosk is on the disk", "\n"),
            ):
                self._wait_for(machine, asked, FIRST_PICTURE_S)
                machine.picture().save(pictures / f"{asked}.png")
                machine.type(typed)
            machine.wait_until(lambda: not machine.is_on, "the machine is off", OFF_S)
        self._report.tell("installed on the disk of the PC")

    def first_start(self) -> None:
        """What is asked on the screen of the installed machine, by touches; the stick is out."""
        tell_by_serial(self._disk, TELLING)
        pictures = fresh(FOLDER / "first")
        with (
            self._machine() as machine,
            twin_of(machine, pictures, PIN, is_first_start=True) as twin,
        ):
            try:
                twin.look("welcome", FIRST_PICTURE_S)
                self._report.tell(f"first start, {machine.age}")
                walks.answer_the_first_start(twin)
                self._report.tell("the PIN is set, the touch panel tried; the rest for later")
            finally:
                machine.picture().save(pictures / "last.png")
                machine.push_power_button(OFF_S)
        loudest = machine.loudest_heard()
        self._report.tell(f"switched off; the loudest sample at the loudspeaker: {loudest}")
        assert loudest > 1000, "nothing was heard"

    def second_start(self) -> None:
        """It has kept the PIN, greets, and teaches a lesson's first steps."""
        self._teaches("again", walks.learn)

    def pulls(self) -> None:
        """At any moment; then it teaches all the same, also with a clock whose battery is dead."""
        chance = random.Random(15)
        for _ in range(self._pulls):
            with self._machine() as machine:
                limit_s = chance.uniform(*PULLED_AFTER_S)
                machine.wait_until(lambda m=machine, s=limit_s: m.worked_s > s, "on", limit_s * 2)
                machine.pull_the_plug()
        self._report.tell(f"the plug was pulled {self._pulls} times")
        self._teaches("after-pulls-in-1970", clock="1970-01-02T00:00:00")

    def tampered_update(self) -> None:
        """One bit of the bundle is another."""
        bundle = self._bundle("tampered", "")
        write_at(bundle, bundle.stat().st_size // 2, b"\xff" * SECTOR)
        end = bundle.stat().st_size
        write_at(bundle, end - 600, bytes(64))
        with self._machine() as machine:
            self._offer(machine, bundle)
            self._wait_for(machine, REFUSED, UPDATED_S)
            machine.push_power_button(OFF_S)
        self._report.tell("a bundle that was tampered with was refused")
        assert self._slot_of_next_start() == "A"

    def good_update(self) -> None:
        """The plug is pulled while it is written; then it is installed, started and kept.

        It teaches also at the end of 32 bits.
        """
        bundle = self._bundle("good", "")
        with self._machine() as machine:
            self._offer(machine, bundle)
            self._wait_for(machine, "]: installing ", UPDATED_S)
            worked_s = machine.worked_s
            machine.wait_until(lambda: machine.worked_s > worked_s + 20, "half of it", 60)
            machine.pull_the_plug()
        self._report.tell("the plug was pulled while an update was written")
        with self._machine() as machine:
            self._offer(machine, bundle)
            self._wait_for(machine, CONFIRMED, UPDATED_S)
            self._report.tell(f"a good update was installed and kept, {machine.age}")
            machine.push_power_button(OFF_S)
        assert self._slot_of_next_start() == "B"
        self._teaches("updated-in-2038", clock="2038-02-01T00:00:00")

    def update_that_never_draws(self) -> None:
        """Installed, started, found not to teach, taken back."""
        before = self._slot_of_next_start()
        bundle = self._bundle("never-draws", BREAK)
        pictures = fresh(FOLDER / "taken-back")
        with self._machine() as machine, twin_of(machine, pictures, PIN) as twin:
            self._offer(machine, bundle)
            self._wait_for(machine, WENT_BACK, UPDATED_S)
            self._report.tell(f"an update whose kiosk never draws was found out, {machine.age}")
            twin.look("attract", FIRST_PICTURE_S)
            self._report.tell(f"the system before teaches again, {machine.age}")
            machine.push_power_button(OFF_S)
        assert self._slot_of_next_start() == before

    def _machine(self, clock: str = "") -> Machine:
        return Machine(self._disk, FOLDER, clock=clock)

    def _make_stick(self, telling: str) -> None:
        """What script/image made, on a larger stick; and an empty disk for the PC."""
        run("cp", "--sparse=always", self.image, self._stick)
        run("truncate", "--size", SIZE, self._stick)
        tell_by_serial(self._stick, telling)
        self._disk.unlink(missing_ok=True)
        run("truncate", "--size", SIZE, self._disk)

    def _machine_with_stick(self, *more: str) -> Machine:
        disk = ("-drive", f"file={self._disk},format=raw,if=none,id=inside")
        device = ("-device", "virtio-blk-pci,drive=inside")
        return Machine(self._stick, FOLDER, *disk, *device, *more, is_stick=True)

    def _teaches(
        self, name: str, walk: Callable[[Twin], None] | None = None, clock: str = ""
    ) -> None:
        pictures = fresh(FOLDER / name)
        with self._machine(clock) as machine, twin_of(machine, pictures, PIN) as twin:
            try:
                twin.look("attract", FIRST_PICTURE_S)
                starts = machine.serial.read_text(errors="replace").count(STARTING)
                self._report.tell(f"{name}: attract page, {machine.age}, starts: {starts}")
                if walk:
                    walk(twin)
                    self._report.tell(f"{name}: {walk.__doc__.splitlines()[0]}")
            finally:
                machine.picture().save(pictures / "last.png")
                machine.push_power_button(OFF_S)

    def _wait_for(self, machine: Machine, words: str, limit_s: float) -> None:
        def told() -> bool:
            return words in machine.serial.read_text(errors="replace")

        machine.wait_until(told, words, limit_s)

    def _offer(self, machine: Machine, bundle: Path) -> None:
        """On a stick of its own."""
        stick = FOLDER / "update-stick.img"
        stick.unlink(missing_ok=True)
        run("truncate", "--size", bundle.stat().st_size + (64 << 20), stick)
        run("mkfs.vfat", "-F", "32", stick)
        run("mcopy", "-i", stick, bundle, "::update.raucb")
        machine.plug_in(stick)

    def _bundle(self, name: str, spoil: str) -> Path:
        """The system of the image under another version, with more in its first script."""
        content = fresh(FOLDER / "bundle")
        os.link(BUILT / "system.squashfs", content / "system.squashfs")
        shutil.copy(BUILT / "boot.img", content / "boot.img")
        if spoil:
            run("mcopy", "-n", "-i", content / "boot.img", "::initrd.img", FOLDER / "initrd.img")
            script = (ROOT / "deploy/image/root/etc/initramfs-tools" / HOOK).read_text("utf-8")
            place = fresh(FOLDER / "initrd") / HOOK
            place.parent.mkdir(parents=True)
            place.write_text(script + spoil, encoding="utf-8")
            place.chmod(0o755)
            more = subprocess.run(
                ("cpio", "--create", "--format=newc", "--quiet"),
                input=f"scripts\n{Path(HOOK).parent}\n{HOOK}\n".encode(),
                cwd=FOLDER / "initrd",
                stdout=subprocess.PIPE,
                check=True,
            ).stdout
            initrd = FOLDER / "initrd.img"
            whole = -(-initrd.stat().st_size // SECTOR) * SECTOR
            run("truncate", "--size", whole, initrd)  # the kernel wants the next one aligned
            with initrd.open("ab") as file:
                file.write(more)
            run("mcopy", "-o", "-i", content / "boot.img", FOLDER / "initrd.img", "::initrd.img")
        manifest = f"[update]\ncompatible=tutorial-kiosk-amd64\nversion={name}\n"
        manifest += "[bundle]\nformat=verity\n"
        manifest += "[image.boot]\nfilename=boot.img\n[image.system]\nfilename=system.squashfs\n"
        (content / "manifest.raucm").write_text(manifest)
        bundle = FOLDER / f"{name}.raucb"
        bundle.unlink(missing_ok=True)
        pair = (f"--cert={BUILT / 'trial.cert.pem'}", f"--key={BUILT / 'trial.key.pem'}")
        run("rauc", "bundle", *pair, content, bundle, stderr=subprocess.STDOUT)
        return bundle

    def _slot_of_next_start(self) -> str:
        env = FOLDER / "grubenv"
        run("mcopy", "-n", "-i", esp(self._disk), "::grub/grubenv", env)
        told = dict(
            line.split("=", 1) for line in run("grub-editenv", env, "list").splitlines() if line
        )
        return next(slot for slot in told["ORDER"].split() if told[f"{slot}_OK"] == "1")


def is_made_of_these_files(image: Path) -> bool:
    """Whether what stands here is still what stands in the commit that the image was made of."""
    commit = image.stem.rpartition("-")[2]
    same = ("git", "-C", str(ROOT), "diff", "--quiet", commit, "--", *proof.PLACES)
    return subprocess.run(same, check=False).returncode == 0


def esp(disk: Path) -> str:
    """Where mtools find the EFI partition of a disk."""
    return f"{disk}@@{4096 * SECTOR}"


def tell_by_serial(disk: Path, telling: str) -> None:
    """The boot loader of this disk has the kernel tell what it does."""
    more = FOLDER / "more.cfg"
    more.write_text(telling)
    run("mcopy", "-o", "-i", esp(disk), more, "::grub/more.cfg")


def fresh(folder: Path) -> Path:
    """An empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


if __name__ == "__main__":
    main()
