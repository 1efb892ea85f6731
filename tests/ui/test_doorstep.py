"""The attract page as it was last seen, until the kiosk behind it is ready."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from kiosk.folders import CHECKOUT, Folders
from kiosk.ui.application import application
from kiosk.ui.doorstep import Doorstep, Snapshot, read_snapshot, stamp_of, write_snapshot
from kiosk.ui.driver import Driver

SNAPSHOT = Snapshot(
    stamp="today",
    renderer="software",
    centreName="Trung tâm xã Mẫu",
    languages=(
        {"code": "vi", "name": "Tiếng Việt", "greeting": "Xin chào!", "invitation": "Chạm"},
    ),
    contrast="warm",
    textSize="normal",
    diagonalIn=21.5,
    distanceFactor=1.0,
    family="Andika",
    capRatio=0.725,
)


def same(one: Snapshot | None, other: Snapshot) -> bool:
    return one is not None and replace(one, languages=tuple(one.languages)) == other


def test_what_was_written_is_read_while_it_is_true(tmp_path):
    write_snapshot(tmp_path / "state" / "doorstep.json", SNAPSHOT)
    assert same(read_snapshot(tmp_path / "state" / "doorstep.json", "today"), SNAPSHOT)
    assert read_snapshot(tmp_path / "state" / "doorstep.json", "tomorrow") is None


@pytest.mark.parametrize("damaged", ["", "[]", "{}", '{"stamp": "today"}', "\0"])
def test_a_damaged_file_is_as_none(tmp_path, damaged):
    path = tmp_path / "doorstep.json"
    path.write_text(damaged, encoding="utf-8")
    assert read_snapshot(path, "today") is None


def test_the_stamp_changes_with_the_settings(tmp_path):
    path = tmp_path / "config.yaml"
    none = stamp_of([path])
    path.write_text("centre: {name: A}", encoding="utf-8")
    first = stamp_of([path])
    path.write_text("centre: {name: B}", encoding="utf-8")
    assert len({none, first, stamp_of([path])}) == 3


def test_a_touch_on_the_doorstep_is_remembered(qapp, qtbot):
    pictures = Folders(home=CHECKOUT).pictures
    doorstep = Doorstep(SNAPSHOT, pictures, QSize(1280, 720))
    seen = []
    doorstep.show(full_screen=False, then=lambda: seen.append(True))
    qtbot.waitUntil(lambda: seen == [True])
    Driver(doorstep._window).touch("begin")
    assert doorstep.leave()


def test_an_untouched_doorstep_leaves_quietly(qapp, qtbot):
    doorstep = Doorstep(SNAPSHOT, Folders(home=CHECKOUT).pictures, QSize(1280, 720))
    seen = []
    doorstep.show(full_screen=False, then=lambda: seen.append(True))
    qtbot.waitUntil(lambda: seen == [True])
    assert application() is qapp
    assert not doorstep.leave()


def test_the_kiosk_writes_down_what_its_attract_page_shows(on):
    snapshot = on.kiosk.snapshot("today")
    assert snapshot.centreName == on.kiosk.settings.centre.name
    assert [each["code"] for each in snapshot.languages] == ["vi", "en"]
    assert snapshot.family == "Andika"
