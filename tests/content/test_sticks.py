"""Detecting the sticks that are plugged in."""

from dataclasses import replace

import pytest

from kiosk.folders import Folders, folders_from_environment
from kiosk.usb_import import usb_drives


@pytest.fixture
def mounted(tmp_path, monkeypatch):
    """Simulates mounts below a folder instead of the system's mounts."""
    points = set()
    monkeypatch.setattr(
        usb_drives, "MOUNT_POINTS", (str(tmp_path / "media"), str(tmp_path / "none"))
    )
    monkeypatch.setattr(usb_drives.os.path, "ismount", lambda path: str(path) in points)

    def mount(name):
        path = tmp_path / "media" / name
        path.mkdir(parents=True)
        points.add(str(path))
        return path

    return mount


def test_what_is_mounted_is_found_with_or_without_a_users_folder(mounted, tmp_path):
    direct, users = mounted("sda1"), mounted("kiosk/USB-LOP")
    (tmp_path / "media" / "kiosk" / "only-a-folder").mkdir()
    (users / "bai").mkdir()
    found = usb_drives.find_sticks(Folders(home=tmp_path))
    assert [stick.path for stick in found] == [direct, users]
    assert [stick.name for stick in found] == ["sda1", "USB-LOP"]


def test_a_name_that_cannot_be_seen_is_shown_all_the_same(mounted):
    mounted("a\u202eb")
    assert [stick.name for stick in usb_drives.find_sticks(Folders())] == ["a?b"]


def test_folders_that_are_named_are_looked_at_instead(mounted, tmp_path, monkeypatch):
    mounted("sda1")
    (tmp_path / "own" / "USB").mkdir(parents=True)
    (tmp_path / "own" / "link").symlink_to(tmp_path)
    monkeypatch.setenv("KIOSK_STICKS", str(tmp_path / "own"))
    folders = replace(folders_from_environment(), home=tmp_path)
    assert [stick.path.name for stick in usb_drives.find_sticks(folders)] == ["USB"]
