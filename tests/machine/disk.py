"""A disk with a fresh Debian, as Debian's installer leaves it, and access to its files."""

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

SIZE = "8G"
MIRROR = "http://deb.debian.org/debian"
SUITES = {12: "bookworm", 13: "trixie"}
PACKAGES = "linux-image-amd64,grub-pc,initramfs-tools,systemd-sysv"
"""Packages that the installer adds to those of priority "important"."""
SECTOR, START, BOOT_CODE = 512, 2048, 440
NUMBER = "7b1d3f0e-5a0f-4a3e-9c0d-6b1f6d3c2a11"
"""The UUID of the file system."""
SEEN_IN_EACH_ROOM = ("dev", "dev/pts", "proc", "sys")


def run(*command: object, **more) -> str:
    """Runs a command and returns its output."""
    words = [str(word) for word in command]
    told = subprocess.run(words, check=False, stdout=subprocess.PIPE, text=True, **more)
    if told.returncode:
        raise RuntimeError(f"{' '.join(words)}: {told.returncode}\n{told.stdout[-2000:]}")
    return told.stdout.strip()


def fresh_debian(release: int, folder: Path) -> Path:
    """A tar file of a minimal Debian without a desktop; built if it does not exist yet."""
    packed = folder / f"debian-{release}.tar"
    if not packed.exists():
        unfinished = packed.with_name(f"unfinished-{packed.name}")
        what = (f"--include={PACKAGES}", SUITES[release], unfinished, MIRROR)
        run("mmdebstrap", "--quiet", "--variant=important", *what)
        unfinished.rename(packed)
    return packed


def install(packed: Path, disk: Path) -> None:
    """Prepares an empty disk as Debian's installer does."""
    disk.unlink(missing_ok=True)
    run("truncate", "--size", SIZE, disk)
    run("sfdisk", "--quiet", disk, input=f"label: dos\nstart={START}, bootable\n")
    with partition(disk) as device:
        run("mkfs.ext4", "-q", "-U", NUMBER, device)
    with opened(disk) as root:
        # /dev in the new root is by now a mount of this machine's /dev.
        run("tar", "--extract", "--file", packed, "--exclude=./dev/*", "--directory", root)
        (root / "etc/fstab").write_text(f"UUID={NUMBER} / ext4 errors=remount-ro 0 1\n")
        (root / "etc/hostname").write_text("ki-ot\n")
        in_chroot(root, "update-grub")
        grub, core = root / "usr/lib/grub/i386-pc", root / "boot/grub/core.img"
        shutil.copytree(grub, root / "boot/grub/i386-pc", dirs_exist_ok=True)
        modules = ("biosdisk", "part_msdos", "ext2")
        prefix = "--prefix=(hd0,msdos1)/boot/grub"
        making = ("grub-mkimage", "-O", "i386-pc", "-o", "/boot/grub/core.img", prefix, *modules)
        in_chroot(root, *making)
        # grub-install needs a device with partitions, which not every host creates for a file.
        write_at(disk, 0, (grub / "boot.img").read_bytes()[:BOOT_CODE])
        write_at(disk, SECTOR, core.read_bytes())


def write_at(disk: Path, place: int, content: bytes) -> None:
    """Writes at a byte offset outside the partition."""
    with disk.open("r+b") as file:
        file.seek(place)
        file.write(content)


def in_chroot(root: Path, *command: str) -> str:
    """Runs a command in the new system and returns its output and errors."""
    return run("chroot", root, *command, stderr=subprocess.STDOUT)


@contextmanager
def partition(disk: Path) -> Iterator[str]:
    """The disk's only partition as a device; one at a time on this machine."""
    # update-grub resolves a loop device to its file, which the new system cannot see, and finds the
    # UUID only where udev links it.
    named, by_number = Path("/dev/new-disk1"), Path("/dev/disk/by-uuid", NUMBER)
    with ExitStack() as stack:
        device = run("losetup", "--find", "--show", "--offset", START * SECTOR, disk)
        stack.callback(run, "losetup", "--detach", device)
        os.mknod(named, stat.S_IFBLK | 0o600, Path(device).stat().st_rdev)
        stack.callback(named.unlink)
        by_number.parent.mkdir(parents=True, exist_ok=True)
        by_number.symlink_to(named)
        stack.callback(by_number.unlink)
        yield str(named)


@contextmanager
def opened(disk: Path, seen: Sequence[Path] = ()) -> Iterator[Path]:
    """Mounts the disk for work as root; the paths in `seen` of this machine are visible in it."""
    root = disk.with_name(f"{disk.name}.root")
    root.mkdir(exist_ok=True)
    with ExitStack() as stack:
        stack.callback(root.rmdir)

        def mount(*arguments: str | Path) -> None:
            run("mount", *arguments)
            stack.callback(run, "umount", arguments[-1])

        mount(stack.enter_context(partition(disk)), root)
        for name in SEEN_IN_EACH_ROOM:
            (root / name).mkdir(exist_ok=True)
            mount("--bind", f"/{name}", root / name)
        (root / "run").mkdir(exist_ok=True)
        mount("-t", "tmpfs", "tmpfs", root / "run")
        for each in seen:
            place = root / each.relative_to("/")
            if each.is_dir():
                place.mkdir(parents=True, exist_ok=True)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.touch()
            mount("--bind", each, place)
        yield root


@contextmanager
def names_of_hosts(root: Path) -> Iterator[None]:
    """Gives the new system this machine's name resolution."""
    there = root / "etc/resolv.conf"
    before = there.read_bytes() if there.exists() else None
    shutil.copy("/etc/resolv.conf", there)
    try:
        yield
    finally:
        there.unlink()
        if before is not None:
            there.write_bytes(before)
