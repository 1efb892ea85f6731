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
def make_disk_image(tmp_path):
    """Makes a disk image from the files in the folder."""

    def make_disk(name="disk"):
        disk = tmp_path / f"{name}.img"
        run("truncate", "--size", SIZE, disk)
        run("sfdisk", "--quiet", disk, input=LAYOUT.read_text())
        grubenv = tmp_path / "grubenv"
        run("grub-editenv", grubenv, "create")
        run("grub-editenv", grubenv, "set", "ORDER=A B", "A_OK=1", "B_OK=0")
        esp = power_cut.copy_of_partition(disk, power_cut.ESP, tmp_path / "esp.img")
        run("mkfs.vfat", "-F", "32", esp)
        run("mmd", "-i", esp, "::grub")
        run("mcopy", "-i", esp, grubenv, "::grub/grubenv")
        data = power_cut.copy_of_partition(disk, power_cut.DATA, tmp_path / "data.img")
        run("mkfs.ext4", "-q", "-d", tmp_path / "data", data)
        for part, start in ((esp, 4096), (data, 6950912)):
            how = ("conv=notrunc,sparse", "oflag=seek_bytes", "bs=1M", "status=none")
            run("dd", f"if={part}", f"of={disk}", f"seek={start * SECTOR}", *how)
        return disk

    return make_disk


def test_an_intact_disk_passes(state, make_disk_image):
    disk = make_disk_image()
    check_disk(disk)
    assert power_cut.next_slot(disk, disk.parent) == "A"


def test_an_overlay_disk_is_checked(state, make_disk_image, tmp_path):
    above = tmp_path / "above.qcow2"
    run("qemu-img", "create", "-q", "-f", "qcow2", "-b", make_disk_image(), "-F", "raw", above)
    check_disk(above)


def test_a_half_written_pin_is_detected(state, make_disk_image):
    state.pin.write_bytes(state.pin.read_bytes()[:20])
    with pytest.raises(DamagedPinError):
        check_disk(make_disk_image())


def test_a_lost_first_start_is_detected(state, make_disk_image):
    state.first_start.unlink()
    with pytest.raises(AssertionError, match="first start"):
        check_disk(make_disk_image())


def test_a_damaged_file_system_is_detected(state, make_disk_image):
    disk = make_disk_image()
    write_at(disk, 6950912 * SECTOR, bytes(64 * SECTOR))
    with pytest.raises(AssertionError):
        check_disk(disk)
