"""Power cuts while the kiosk writes to a real ext4: all acknowledged data are intact.

The file system is stopped as by a power cut (EXT4_IOC_SHUTDOWN, without flushing its journal),
mounted again and checked. A longer run by hand: `KIOSK_CUTS=200 pytest` with this file.
"""

import os
import random
import shutil
import struct
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

CUTS = int(os.environ.get("KIOSK_CUTS", "5"))
LATEST_S = 0.2
MKFS = shutil.which("mkfs.ext4", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
SHUTDOWN, WITHOUT_FLUSHING = 0x8004587D, struct.pack("I", 2)
"""EXT4_IOC_SHUTDOWN and EXT4_GOING_FLAGS_NOLOGFLUSH of the kernel."""
VICTIM = Path(__file__).with_name("power_cut_victim.py")
HOME = Path(__file__).parents[2]
FOLDERS = (HOME, HOME / "tests", *(HOME / "tests" / name for name in ("content", "narration")))


class Disk:
    """A disk image with ext4, mounted through a loop device."""

    def __init__(self, folder: Path) -> None:
        self._image, self._kept = folder / "disk.img", folder / "kept.img"
        self.root = folder / "disk"
        self.root.mkdir()
        with self._image.open("wb") as file:
            file.truncate(24_000_000)
        subprocess.run([MKFS, "-q", "-F", self._image], check=True)

    def mount(self) -> None:
        result = subprocess.run(
            ["mount", "-o", "loop", self._image, self.root],
            check=False,
            capture_output=True,
            text=True,
        )
        if result.returncode:
            raise PermissionError(result.stderr)

    def unmount(self) -> None:
        subprocess.run(["umount", self.root], check=True)

    def keep(self) -> None:
        """Saves the image, which must not be mounted, for restoring it later."""
        shutil.copyfile(self._image, self._kept)

    def as_kept(self) -> None:
        shutil.copyfile(self._kept, self._image)

    def cut(self) -> None:
        """Stops all writes to the disk."""
        import fcntl  # noqa: PLC0415 - of Linux

        handle = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, SHUTDOWN, WITHOUT_FLUSHING)
        finally:
            os.close(handle)

    def close(self) -> None:
        while self.root.is_mount():
            subprocess.run(["umount", "-l", self.root], check=True)


@pytest.fixture
def disk(tmp_path):
    if sys.platform != "linux" or os.geteuid() or not MKFS:
        pytest.skip("only root mounts a disk, where there is ext4")
    disk = Disk(tmp_path)
    try:
        disk.mount()
        disk.unmount()
    except PermissionError as problem:
        pytest.skip(f"no disk can be mounted here: {problem}")
    yield disk
    disk.close()


class Victim:
    """The process that writes, and its output."""

    def __init__(self, sort: str, root: Path) -> None:
        paths = os.pathsep.join(map(str, FOLDERS))
        self._process = subprocess.Popen(
            [sys.executable, VICTIM, sort, root],
            env={**os.environ, "PYTHONPATH": paths},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self._rest = b""
        self._latest: dict[str, int] = {}
        self.until("ready")

    def ask(self, word: str) -> None:
        self._latest = {}
        self._process.stdin.write(f"{word}\n".encode())

    def until(self, last: str) -> dict[str, int]:
        """The last number printed with each word since `ask`, once `last` was printed."""
        while last not in self._latest:
            self._read()
        return {"told": 0, "kept": 0} | self._latest

    def so_far(self) -> dict[str, int]:
        """The last number printed with each word since `ask`, without waiting for more."""
        os.set_blocking(self._process.stdout.fileno(), False)
        try:
            self._read()
        finally:
            os.set_blocking(self._process.stdout.fileno(), True)
        return {"told": 0, "kept": 0} | self._latest

    def _read(self) -> None:
        content = self._process.stdout.read(1 << 20)
        if content == b"":
            raise AssertionError("it has died")
        *lines, self._rest = (self._rest + (content or b"")).split(b"\n")
        self._latest |= {word.decode(): int(number) for word, number in map(bytes.split, lines)}

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@pytest.fixture
def victim_on(disk):
    victims = []

    def start(sort):
        disk.mount()
        victims.append(Victim(sort, disk.root))
        disk.unmount()
        disk.keep()
        return victims[-1]

    yield start
    for each in victims:
        with suppress(OSError):
            each.close()


@pytest.mark.parametrize("sort", ["counts", "file", "take-over", "voices"])
def test_what_was_acknowledged_is_there_and_nothing_is_half(sort, disk, victim_on):
    victim, dice = victim_on(sort), random.Random(sort)
    for _ in range(CUTS):
        disk.as_kept()
        disk.mount()
        victim.ask("write")
        victim.until("told")
        time.sleep(dice.uniform(0, LATEST_S))
        before = victim.so_far()  # Linux may acknowledge one more write in the moment of the cut
        disk.cut()
        reported = victim.until("dead")["told"]
        disk.unmount()
        disk.mount()
        victim.ask("look")
        found = victim.until("found")["found"]
        disk.unmount()
        assert before["kept"] <= found <= reported
