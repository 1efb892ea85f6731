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
FILE_SYSTEM_UUID = "7b1d3f0e-5a0f-4a3e-9c0d-6b1f6d3c2a11"
"""The UUID of the file system."""
BIND_MOUNTED = ("dev", "dev/pts", "proc", "sys")


def run(*command: object, **options) -> str:
    """Runs a command and returns its output."""
    arguments = [str(word) for word in command]
    result = subprocess.run(arguments, check=False, stdout=subprocess.PIPE, text=True, **options)
    if result.returncode:
        raise RuntimeError(f"{' '.join(arguments)}: {result.returncode}\n{result.stdout[-2000:]}")
    return result.stdout.strip()


def fresh_debian(release: int, folder: Path) -> Path:
    """A tar file of a minimal Debian without a desktop; built if it does not exist yet."""
    archive = folder / f"debian-{release}.tar"
    if not archive.exists():
        unfinished = archive.with_name(f"unfinished-{archive.name}")
        options = (f"--include={PACKAGES}", SUITES[release], unfinished, MIRROR)
        run("mmdebstrap", "--quiet", "--variant=important", *options)
        unfinished.rename(archive)
    return archive


def install(archive: Path, disk: Path) -> None:
    """Prepares an empty disk as Debian's installer does."""
    disk.unlink(missing_ok=True)
    run("truncate", "--size", SIZE, disk)
    run("sfdisk", "--quiet", disk, input=f"label: dos\nstart={START}, bootable\n")
    with partition(disk) as device:
        run("mkfs.ext4", "-q", "-U", FILE_SYSTEM_UUID, device)
    with mounted(disk) as root:
        # /dev in the new root is by now a mount of this machine's /dev.
        run("tar", "--extract", "--file", archive, "--exclude=./dev/*", "--directory", root)
        (root / "etc/fstab").write_text(f"UUID={FILE_SYSTEM_UUID} / ext4 errors=remount-ro 0 1\n")
        (root / "etc/hostname").write_text("ki-ot\n")
        in_chroot(root, "update-grub")
        grub, core = root / "usr/lib/grub/i386-pc", root / "boot/grub/core.img"
        shutil.copytree(grub, root / "boot/grub/i386-pc", dirs_exist_ok=True)
        modules = ("biosdisk", "part_msdos", "ext2")
        prefix = "--prefix=(hd0,msdos1)/boot/grub"
        options = ("grub-mkimage", "-O", "i386-pc", "-o", "/boot/grub/core.img", prefix, *modules)
        in_chroot(root, *options)
        # grub-install needs a device with partitions, which not every host creates for a file.
        write_at(disk, 0, (grub / "boot.img").read_bytes()[:BOOT_CODE])
        write_at(disk, SECTOR, core.read_bytes())


def write_at(disk: Path, offset: int, content: bytes) -> None:
    """Writes at a byte offset outside the partition."""
    with disk.open("r+b") as file:
        file.seek(offset)
        file.write(content)


def in_chroot(root: Path, *command: str) -> str:
    """Runs a command in the new system and returns its output and errors."""
    return run("chroot", root, *command, stderr=subprocess.STDOUT)


@contextmanager
def partition(disk: Path) -> Iterator[str]:
    """The disk's only partition as a device; one at a time on this machine."""
    # update-grub resolves a loop device to its file, which the new system cannot see, and finds the
    # UUID only where udev links it.
    device_node, uuid_link = Path("/dev/new-disk1"), Path("/dev/disk/by-uuid", FILE_SYSTEM_UUID)
    with ExitStack() as stack:
        device = run("losetup", "--find", "--show", "--offset", START * SECTOR, disk)
        stack.callback(run, "losetup", "--detach", device)
        os.mknod(device_node, stat.S_IFBLK | 0o600, Path(device).stat().st_rdev)
        stack.callback(device_node.unlink)
        uuid_link.parent.mkdir(parents=True, exist_ok=True)
        uuid_link.symlink_to(device_node)
        stack.callback(uuid_link.unlink)
        yield str(device_node)


@contextmanager
def mounted(disk: Path, shared_paths: Sequence[Path] = ()) -> Iterator[Path]:
    """Mounts the disk for work as root; `shared_paths` of this machine are bind-mounted."""
    root = disk.with_name(f"{disk.name}.root")
    root.mkdir(exist_ok=True)
    with ExitStack() as stack:
        stack.callback(root.rmdir)

        def mount(*arguments: str | Path) -> None:
            run("mount", *arguments)
            stack.callback(run, "umount", arguments[-1])

        mount(stack.enter_context(partition(disk)), root)
        for name in BIND_MOUNTED:
            (root / name).mkdir(exist_ok=True)
            mount("--bind", f"/{name}", root / name)
        (root / "run").mkdir(exist_ok=True)
        mount("-t", "tmpfs", "tmpfs", root / "run")
        for path in shared_paths:
            target = root / path.relative_to("/")
            if path.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.touch()
            mount("--bind", path, target)
        yield root


@contextmanager
def host_name_resolution(root: Path) -> Iterator[None]:
    """Gives the new system this machine's name resolution."""
    resolv_conf = root / "etc/resolv.conf"
    before = resolv_conf.read_bytes() if resolv_conf.exists() else None
    shutil.copy("/etc/resolv.conf", resolv_conf)
    try:
        yield
    finally:
        resolv_conf.unlink()
        if before is not None:
            resolv_conf.write_bytes(before)
