"""Simulates power cuts of a running machine and checks the disk after each."""

import json
import random
import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from disk import SECTOR, run
from machine import Machine

from kiosk.folders import CHECKOUT, Folders
from kiosk.settings.file import read_settings
from kiosk.staff.first_start import FirstStartFile, TaskAnswer
from kiosk.staff.pin import PinFile
from kiosk.stats.store import read

STATE = "tutorial-kiosk/.local/state/tutorial-kiosk"
ESP, DATA = 2, 7
"""Numbers of partitions; see deploy/image/layout.sfdisk."""
LARGEST_DISK = "64G"
CLEAN_EXIT_CODES = (0, 1)
"""Exit codes of e2fsck for a file system without remaining errors."""


class PowerCuts:
    """Cuts the power at random moments; the machine itself keeps running.

    Each cut copies the disk and checks the copy at once. The last copy is kept.
    """

    def __init__(self, machine: Machine, disk: Path, max_interval_s: float, seed: int) -> None:
        self._machine, self._max_interval_s = machine, max_interval_s
        self._random = random.Random(seed)
        self.last_copy = disk.with_name(f"{disk.stem}-without-power.qcow2")
        self.count = 0
        self._worker: Future[None] = Future()
        self._is_finished = threading.Event()

    @contextmanager
    def in_background(self) -> Iterator["PowerCuts"]:
        """Cuts the power in a second thread while the block runs.

        Raises:
            Any error found on one of the disks.
        """
        with ThreadPoolExecutor(1) as pool:
            self._worker = pool.submit(self._cut_repeatedly)
            try:
                yield self
            finally:
                self._is_finished.set()
        self._worker.result()

    def wait_for(self, count: int, limit_s: float) -> None:
        """Waits until so many cuts were made."""
        self._machine.wait_until(
            lambda: self._worker.done() or self.count >= count, "power cuts are made", limit_s
        )

    def _cut_repeatedly(self) -> None:
        while not self._is_finished.wait(self._random.uniform(0, self._max_interval_s)):
            self._machine.copy_disk_without_power(self.last_copy)
            check_disk(self.last_copy)
            self.count += 1


def check_disk(disk: Path) -> None:
    """Checks what the next start would find: boot loader, file system and the kiosk's state files.

    The journal is replayed as at each start (deploy/image/root/etc/initramfs-tools); after that the
    file system must have no error. The state files are read by the kiosk's own readers.

    Raises:
        AssertionError, or an error of a reader: data is lost.
    """
    folder = disk.with_suffix(".found")
    run("rm", "-rf", folder)
    folder.mkdir()
    assert next_slot(disk, folder) in ("A", "B")
    data = copy_of_partition(disk, DATA, folder / "data.img")
    checked = subprocess.run(("e2fsck", "-p", str(data)), check=False, capture_output=True)
    assert checked.returncode in CLEAN_EXIT_CODES, checked.stdout
    run("e2fsck", "-fn", data, stderr=subprocess.STDOUT)
    run("debugfs", "-R", f"rdump /tutorial-kiosk {folder}", data, stderr=subprocess.DEVNULL)
    state = folder / STATE
    folders = Folders(CHECKOUT, state, folder / "cache", site=state / "site")
    first_start = FirstStartFile(folders.first_start).read()
    assert first_start, "what was asked at the first start is lost"
    assert first_start.over, "the first start begins again"
    if first_start.answers["pin"] is TaskAnswer.DONE:
        assert PinFile(folders.pin).read(), "the PIN is lost"
    problems = read_settings(folders.config, folders.local_configs)[1]
    assert not problems, problems
    read(folders.stats)
    data.unlink()


def next_slot(disk: Path, folder: Path) -> str:
    """The system, A or B, that the boot loader would start."""
    esp = copy_of_partition(disk, ESP, folder / "esp.img")
    env = folder / "grubenv"
    run("mcopy", "-n", "-o", "-i", esp, "::grub/grubenv", env)
    output = dict(
        line.split("=", 1) for line in run("grub-editenv", env, "list").splitlines() if line
    )
    return next(slot for slot in output["ORDER"].split() if output[f"{slot}_OK"] == "1")


def copy_of_partition(disk: Path, number: int, copy: Path) -> Path:
    """Copies a partition into a file of its own."""
    disk_format = "qcow2" if disk.suffix == ".qcow2" else "raw"
    source = f"file.driver={disk_format},file.file.driver=file,file.file.filename={disk}"
    convert = ("qemu-img", "convert", "-O", "raw", "--image-opts")
    first_mib = copy.with_suffix(".begin")
    run(*convert, f"driver=raw,offset=0,size={1 << 20},{source}", first_mib)
    run("truncate", "--size", LARGEST_DISK, first_mib)  # else sfdisk drops partitions beyond it
    output = json.loads(run("sfdisk", "--json", first_mib, stderr=subprocess.DEVNULL))
    part = output["partitiontable"]["partitions"][number - 1]
    span = f"offset={part['start'] * SECTOR},size={part['size'] * SECTOR}"
    run(*convert, f"driver=raw,{span},{source}", copy)
    return copy
