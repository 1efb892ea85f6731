"""The checks of a disk after a power cut."""

import shutil

import power_cut
import pytest
from disk import SECTOR, run, write_at
from power_cut import check_disk

from kiosk.folders import CHECKOUT, Folders
from kiosk.staff.first_start import FirstStart, FirstStartFile, TaskAnswer
from kiosk.staff.pin import DamagedPinError, PinFile, record_of

TOOLS = ("qemu-img", "sfdisk", "mkfs.vfat", "mkfs.ext4", "mcopy", "grub-editenv", "debugfs")
LAYOUT = CHECKOUT / "deploy" / "image" / "layout.sfdisk"
SIZE = "3600M"
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="the tools of script/try-image are not there"
)


@pytest.fixture
def state(tmp_path):
    """The kiosk's state folder for the data partition, with a PIN and an answered first start."""
    state = tmp_path / "data" / power_cut.STATE
    folders = Folders(CHECKOUT, state, state / "cache", site=state / "site")
    PinFile(folders.pin).write(record_of("204816"))
    answered = FirstStart().opened("pin").answered(TaskAnswer.DONE)
    FirstStartFile(folders.first_start).write(answered.finished())
    return folders


@pytest.fixture
def disk_of(tmp_path):
    """Makes a disk image from the files in the folder."""

    def made(name="disk"):
        disk = tmp_path / f"{name}.img"
        run("truncate", "--size", SIZE, disk)
        run("sfdisk", "--quiet", disk, input=LAYOUT.read_text())
        env = tmp_path / "grubenv"
        run("grub-editenv", env, "create")
        run("grub-editenv", env, "set", "ORDER=A B", "A_OK=1", "B_OK=0")
        esp = power_cut.copy_of_partition(disk, power_cut.ESP, tmp_path / "esp.img")
        run("mkfs.vfat", "-F", "32", esp)
        run("mmd", "-i", esp, "::grub")
        run("mcopy", "-i", esp, env, "::grub/grubenv")
        data = power_cut.copy_of_partition(disk, power_cut.DATA, tmp_path / "data.img")
        run("mkfs.ext4", "-q", "-d", tmp_path / "data", data)
        for part, start in ((esp, 4096), (data, 6950912)):
            how = ("conv=notrunc,sparse", "oflag=seek_bytes", "bs=1M", "status=none")
            run("dd", f"if={part}", f"of={disk}", f"seek={start * SECTOR}", *how)
        return disk

    return made


def test_a_whole_disk_is_found_whole(state, disk_of):
    disk = disk_of()
    check_disk(disk)
    assert power_cut.next_slot(disk, disk.parent) == "A"


def test_what_lies_above_another_disk_is_looked_into(state, disk_of, tmp_path):
    above = tmp_path / "above.qcow2"
    run("qemu-img", "create", "-q", "-f", "qcow2", "-b", disk_of(), "-F", "raw", above)
    check_disk(above)


def test_a_pin_that_is_half_written_is_found(state, disk_of):
    state.pin.write_bytes(state.pin.read_bytes()[:20])
    with pytest.raises(DamagedPinError):
        check_disk(disk_of())


def test_a_first_start_that_is_lost_is_found(state, disk_of):
    state.first_start.unlink()
    with pytest.raises(AssertionError, match="first start"):
        check_disk(disk_of())


def test_a_spoilt_file_system_is_found(state, disk_of):
    disk = disk_of()
    write_at(disk, 6950912 * SECTOR, bytes(64 * SECTOR))
    with pytest.raises(AssertionError):
        check_disk(disk)
