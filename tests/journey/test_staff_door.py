"""Behind the door: who comes in, and what is told there."""

import shutil
from dataclasses import replace

import pytest
from centre import PIN

from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile
from kiosk.ui.driver import items_below

BROKEN = """\
title: Bài hỏng
number: 99
goal: Bác học.
steps:
  - nói: Câu này viết sai chìa.
"""


@pytest.fixture
def knock(on):
    """Goes to the staff's door and types a PIN there."""

    def knock(pin):
        on.walk.to_home("vi")
        on.driver.touch("call")
        on.driver.touch("staff-door")
        type_pin(on, pin)

    return knock


def type_pin(on, pin):
    for digit in pin:
        on.driver.touch(f"pin:{digit}")
    on.driver.touch("pin:enter")
    on.driver.wait_until(lambda: not on.kiosk.staff.property("checking"), "the check of the PIN")


def told(on):
    seen = (item for item in items_below(on.kiosk.window.contentItem()) if item.isVisible())
    return [item.property("text") for item in seen if item.objectName() == "trouble"]


def test_the_right_pin_lets_staff_in(on, knock):
    knock(PIN)
    assert on.walk.visit.page is Page.STAFF
    assert on.driver.is_seen("end-visit")


def test_a_wrong_pin_does_not(on, knock):
    knock("482916")
    assert on.walk.visit.page is Page.PIN
    assert on.kiosk.staff.property("refused") is True
    type_pin(on, PIN)
    assert on.walk.visit.page is Page.STAFF


def test_after_many_wrong_pins_even_the_right_one_has_to_wait(on, knock, folders):
    record = PinFile(folders.pin).read()
    PinFile(folders.pin).write(replace(record, failures=6))
    knock(PIN)
    assert on.walk.visit.page is Page.PIN
    assert 20 < on.kiosk.staff.property("waitSeconds") <= 40
    on.kiosk.outside.clock.time_s += 40
    on.driver.touch("pin:enter")
    on.driver.wait_until(lambda: on.walk.visit.page is Page.STAFF, "the open door")


def test_what_was_typed_is_neither_shown_nor_told(on, voice):
    on.walk.to_home("vi")
    on.driver.touch("call")
    on.driver.touch("staff-door")
    for digit in "4829":
        on.driver.touch(f"pin:{digit}")
    texts = [str(item.property("text")) for item in items_below(on.kiosk.window.contentItem())]
    assert on.kiosk.staff.property("typed") == 4
    assert not any("4829" in text for text in texts)
    assert voice.saying == ()


def test_from_the_staffs_page_the_kiosk_is_made_ready_for_the_next_person(on, knock):
    knock(PIN)
    on.driver.touch("end-visit")
    assert on.walk.visit.page is Page.ATTRACT


def test_back_leads_out_again_and_the_door_is_shut(on, knock):
    knock(PIN)
    on.driver.touch("back")
    assert on.walk.visit.page is Page.HOME
    on.driver.touch("call")
    on.driver.touch("staff-door")
    assert on.walk.visit.page is Page.PIN


def test_back_leads_from_a_room_to_the_doors_and_home_shuts_them_all(on, knock):
    knock(PIN)
    on.driver.touch("room:health")
    assert not on.driver.is_seen("end-visit")
    on.driver.touch("back")
    assert on.walk.visit.page is Page.STAFF
    assert on.driver.is_seen("end-visit")
    on.driver.touch("room:health")
    on.driver.touch("home")
    assert on.walk.visit.page is Page.HOME
    assert on.kiosk.staff.property("room") is None


def test_leaving_the_kiosk_is_asked_for_by_staff_alone(on, knock):
    left = []
    on.kiosk.staff.leave.connect(lambda: left.append(True))
    knock(PIN)
    on.driver.touch("leave")
    assert left == [True]


def test_without_a_pin_the_door_has_no_keys(stage_of, centre):
    on = stage_of(centre)
    on.walk.to_home("vi")
    on.driver.touch("call")
    on.driver.touch("staff-door")
    assert not on.driver.is_seen("pin:1")


def test_broken_lessons_are_left_out_and_named_on_the_staffs_page(
    on, stage_of, centre, tmp_path, folders
):
    home = tmp_path / "home"
    shutil.copytree(centre, home, symlinks=True)
    (home / "lessons" / "bai-hong.yaml").write_text(BROKEN, encoding="utf-8")
    on = stage_of(home)
    on.walk.to_home("vi")
    assert [tile["name"] for tile in on.kiosk.visit.home.property("tiles")] == ["hoc-thu"]
    on.driver.touch("call")
    on.driver.touch("staff-door")
    type_pin(on, PIN)
    on.driver.touch("room:health")
    assert len(told(on)) == 1
    assert "bai-hong.yaml" in told(on)[0]


def test_a_silent_voice_is_told_there_too(on, voice, knock):
    voice.problemChanged.emit("Máy không có loa.")
    knock(PIN)
    on.driver.touch("room:health")
    (trouble,) = told(on)
    assert trouble.endswith("Máy không có loa.")
