"""The image for a stick or a disk: its parts agree, and no disk is written without confirmation."""

import importlib.machinery
import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from small_home import centre

from kiosk.folders import Folders
from kiosk.library import indexing
from kiosk.library.index import Stamp
from kiosk.library.indexing import Indexer, indexed_library

ROOT = Path(__file__).parents[2]
IMAGE_FILES = ROOT / "deploy" / "image"
ETC = IMAGE_FILES / "root" / "etc"
INITRAMFS_SCRIPT = ETC / "initramfs-tools/scripts/local-bottom/tutorial-kiosk"
SHELL_SCRIPTS = sorted(
    path
    for path in IMAGE_FILES.rglob("*")
    if path.is_file() and path.read_bytes().startswith(b"#!/bin/sh")
)
LESSON = "title: a\nnumber: 98\ngoal: b\nsteps:\n  - say: c\n"
CONSOLE_COLUMNS = 64
"""On a screen of 1024 pixels, with a font of double size."""
UNITS = sorted((ETC / "systemd/system").glob("*.service"))


def load_program(path):
    loader = importlib.machinery.SourceFileLoader(path.name.replace("-", "_"), str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def image():
    return load_program(ROOT / "script" / "image")


@pytest.fixture(scope="module")
def installer():
    return load_program(IMAGE_FILES / "install-on-disk")


def layout_numbers():
    lines = re.findall(r"^(\d): .*name=kiosk-(\S+)$", layout_text(), re.MULTILINE)
    return {name: int(number) for number, name in lines}


def layout_text():
    return (IMAGE_FILES / "layout.sfdisk").read_text("utf-8")


def test_all_files_use_the_same_partition_numbers(image, installer):
    numbers = layout_numbers()
    assert numbers == {**image.PARTITION_NUMBERS, "bios": 1}
    assert installer.PARTITIONS.items() <= numbers.items()
    text = re.findall(r"(\d)\) name=(\S+) ;;", INITRAMFS_SCRIPT.read_text("utf-8"))
    assert {name: int(number) for number, name in text} == image.PARTITION_NUMBERS
    grub = (IMAGE_FILES / "grub.cfg").read_text("utf-8")
    for slot in "ab":
        assert f"gpt{numbers[f'boot-{slot}']}" in grub
        assert f"set system=gpt{numbers[f'system-{slot}']}" in grub


def test_both_systems_have_partitions_of_equal_size(image):
    sizes = image.partition_sectors()
    assert sizes["system-a"] == sizes["system-b"]
    assert sizes["boot-a"] == sizes["boot-b"]


@pytest.mark.skipif(not shutil.which("sfdisk"), reason="fdisk is not on this machine")
def test_sfdisk_accepts_the_layout(image, tmp_path):
    disk = tmp_path / "disk.img"
    with disk.open("wb") as file:
        file.truncate(8 << 30)
    result = subprocess.run(
        ["sfdisk", "--quiet", str(disk)],
        input=image.layout(),
        text=True,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    made = subprocess.run(
        ["sfdisk", "--json", str(disk)], capture_output=True, text=True, check=True
    ).stdout
    names = [part["name"] for part in json.loads(made)["partitiontable"]["partitions"]]
    assert names == [f"kiosk-{name}" for name in layout_numbers()]


def test_rauc_uses_the_boot_loaders_names_of_the_systems():
    text = (ETC / "rauc/system.conf").read_text("utf-8")
    for number, slot in enumerate("ab"):
        part = text.partition(f"[slot.system.{number}]")[2].partition("[slot.boot")[0]
        assert f"/system-{slot}\n" in part
        assert f"bootname={slot.upper()}" in part
    assert "bundle-formats=-plain" in text


@pytest.mark.parametrize("script", SHELL_SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_well_formed(script):
    assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0
    assert script.stat().st_mode & 0o111 or script.name == "lock"


@pytest.mark.skipif(not shutil.which("grub-script-check"), reason="GRUB is not on this machine")
def test_the_boot_loader_can_read_its_file():
    assert (
        subprocess.run(["grub-script-check", str(IMAGE_FILES / "grub.cfg")], check=False).returncode
        == 0
    )


def test_nobody_gets_a_prompt_or_changes_a_line_of_the_boot_menu():
    grub = (IMAGE_FILES / "grub.cfg").read_text("utf-8")
    assert 'set superusers="nobody"' in grub
    assert "password" not in grub.replace("has no password", "")
    entries = re.findall(r"^\s*menuentry .*", grub, re.MULTILINE)
    assert entries
    assert all("--unrestricted" in entry for entry in entries)


def test_programs_of_the_units_are_there():
    started = [
        program
        for unit in UNITS
        for program in re.findall(
            r"^ExecStart=(/opt/tutorial-kiosk/\S+)", unit.read_text(), re.MULTILINE
        )
    ]
    assert len(started) >= 4
    for program in started:
        path = ROOT / Path(program).relative_to("/opt/tutorial-kiosk")
        assert path.stat().st_mode & 0o111, path


def test_packages_are_named_once(image):
    own = [
        line
        for line in (IMAGE_FILES / "packages.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert own == sorted(set(own))
    shared = (ROOT / "script/system-packages.txt").read_text("utf-8")
    both = {line.split()[2] for line in shared.splitlines() if line.startswith(("need", "want"))}
    assert not both & set(own)
    assert {"cage", "rauc", "linux-image-amd64"} <= set(image.packages())


LSBLK = json.dumps(
    {
        "blockdevices": [
            {
                "path": "/dev/sda",
                "size": 250_000_000_000,
                "model": "SSD ",
                "type": "disk",
                "ro": False,
            },
            {
                "path": "/dev/sdb",
                "size": 16_000_000_000,
                "model": "Stick",
                "type": "disk",
                "ro": False,
            },
            {
                "path": "/dev/sdc",
                "size": 4_000_000_000,
                "model": "small",
                "type": "disk",
                "ro": False,
            },
            {"path": "/dev/sr0", "size": 9_000_000_000, "model": "DVD", "type": "rom", "ro": True},
            {
                "path": "/dev/zram0",
                "size": 9_000_000_000,
                "model": None,
                "type": "disk",
                "ro": False,
            },
        ]
    }
)


def test_only_large_enough_disks_other_than_the_stick_are_offered(installer):
    found = installer.disks(LSBLK, "/dev/sdb")
    assert [str(disk) for disk in found] == ["SSD, 250 GB (/dev/sda)"]


def disks_written_after(installer, monkeypatch, *inputs):
    """Runs the installer with a disk of 8 GB and these inputs; returns the disks written to."""
    written, answers = [], iter(inputs)
    reported = {"path": "/dev/sdx", "size": 8 << 30, "model": "Disk", "type": "disk", "ro": False}
    monkeypatch.setattr(installer, "lsblk", lambda: json.dumps({"blockdevices": [reported]}))
    done = subprocess.CompletedProcess((), 0)
    monkeypatch.setattr(installer.subprocess, "run", lambda *_, **__: done)
    monkeypatch.setattr(installer, "install", written.append)
    monkeypatch.setattr("builtins.input", lambda: next(answers))
    with pytest.raises(SystemExit):
        installer.main()
    return written


def test_each_question_of_the_installer_is_on_the_screen(installer, monkeypatch, capsys):
    assert disks_written_after(installer, monkeypatch, "1", "xoa", "") == ["/dev/sdx"]
    shown = capsys.readouterr().out
    assert "Gõ số của ổ đĩa" in shown
    assert "Disk, 9 GB (/dev/sdx)" in shown
    assert f"gõ {installer.CONFIRMATION}" in shown
    assert "Rút USB ra" in shown
    assert all(len(line) <= CONSOLE_COLUMNS for line in shown.splitlines()), shown


@pytest.mark.parametrize("inputs", [("",), ("2",), ("x",), ("1", ""), ("1", "có")])
def test_nothing_is_installed_without_the_number_and_the_word(installer, monkeypatch, inputs):
    assert disks_written_after(installer, monkeypatch, *inputs) == []


def test_only_the_used_part_of_a_system_is_copied(installer, tmp_path):
    length = 5_000_001
    system, other = tmp_path / "system", tmp_path / "other"
    head = b"hsqs".ljust(installer.SQUASHFS_LENGTH_AT, b"x") + length.to_bytes(8, "little")
    system.write_bytes(head.ljust(20_000_000, b"x"))
    other.write_bytes(bytes(3_000_000))
    assert length <= installer.used_bytes(str(system)) < length + installer.MIB
    assert installer.used_bytes(str(other)) == 3_000_000


def test_the_index_that_comes_with_the_image_is_up_to_date_there(image, tmp_path, monkeypatch):
    home = centre(tmp_path / "home", {"goi-chau": LESSON})
    folders = Folders(home, tmp_path / "state", tmp_path / "cache")
    indexed_library(folders)
    (index,) = folders.cache.glob("lessons-*.db")
    epoch = 1_700_000_000
    image.date_index(index, epoch)
    monkeypatch.setattr(
        indexing, "_stamp", lambda stat: Stamp(epoch * 10**9, epoch * 10**9, stat.st_size)
    )  # the times that squashfs gives each file
    indexer = Indexer(folders)
    assert indexer.refresh(indexer.load(), at_most=0).unread == 0
    assert [each.name for each in folders.cache.glob("lessons-*")] == [index.name]


def test_a_lesson_of_another_date_is_read_again(image, tmp_path):
    home = centre(tmp_path / "home", {"goi-chau": LESSON})
    folders = Folders(home, tmp_path / "state", tmp_path / "cache")
    indexed_library(folders)
    (index,) = folders.cache.glob("lessons-*.db")
    image.date_index(index, 1_700_000_000)
    indexer = Indexer(folders)
    assert indexer.refresh(indexer.load(), at_most=0).unread == 1
