"""The staff area: logging in, and the messages of the login page."""

import shutil
from dataclasses import replace

import pytest
from centre import PIN
from keystrokes import Keystrokes
from PySide6.QtCore import Qt

from kiosk.headless.ui_driver import items_below
from kiosk.player.typed_number import STAFF_NUMBER
from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile
from kiosk.stats.event import Kind
from kiosk.stats.store import read
from kiosk.ui.visit import counting

BROKEN = """\
title: Bài hỏng
number: 99
goal: Bác học.
steps:
  - nói: Câu này viết sai chìa.
"""


@pytest.fixture
def type_in(headless):
    """Opens the staff login and types a PIN."""

    def type_in(pin):
        headless.journey.to_home("vi")
        headless.driver.touch("call")
        headless.driver.touch("staff-login")
        type_pin(headless, pin)

    return type_in


def type_pin(headless, pin):
    for digit in pin:
        headless.driver.touch(f"pin:{digit}")
    headless.driver.touch("pin:enter")
    headless.driver.wait_until(
        lambda: not headless.kiosk.staff.property("checking"), "the check of the PIN"
    )


def troubles_shown(headless):
    seen = (item for item in items_below(headless.kiosk.window.contentItem()) if item.isVisible())
    return [item.property("text") for item in seen if item.objectName() == "trouble"]


def test_the_right_pin_lets_staff_in(headless, type_in):
    type_in(PIN)
    assert headless.journey.visit.page is Page.STAFF
    assert headless.driver.is_seen("end-visit")


def test_a_wrong_pin_does_not(headless, type_in):
    type_in("482916")
    assert headless.journey.visit.page is Page.PIN
    assert headless.kiosk.staff.property("refused") is True
    type_pin(headless, PIN)
    assert headless.journey.visit.page is Page.STAFF


def test_after_many_wrong_pins_even_the_right_one_has_to_wait(headless, type_in, folders):
    record = PinFile(folders.pin).read()
    PinFile(folders.pin).write(replace(record, failures=6))
    type_in(PIN)
    assert headless.journey.visit.page is Page.PIN
    assert 20 < headless.kiosk.staff.property("waitSeconds") <= 40
    headless.kiosk.platform.clock.time_s += 40
    headless.driver.touch("pin:enter")
    headless.driver.wait_until(lambda: headless.journey.visit.page is Page.STAFF, "the staff area")


def test_what_was_typed_is_neither_shown_nor_told(headless, voice):
    headless.journey.to_home("vi")
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    for digit in "4829":
        headless.driver.touch(f"pin:{digit}")
    texts = [
        str(item.property("text")) for item in items_below(headless.kiosk.window.contentItem())
    ]
    assert headless.kiosk.staff.property("typed") == 4
    assert not any("4829" in text for text in texts)
    assert voice.saying == ()


def test_from_the_staffs_page_the_kiosk_is_made_ready_for_the_next_person(headless, type_in):
    type_in(PIN)
    headless.driver.touch("end-visit")
    assert headless.journey.visit.page is Page.ATTRACT


def test_back_leads_out_again_and_the_door_is_shut(headless, type_in):
    type_in(PIN)
    headless.driver.touch("back")
    assert headless.journey.visit.page is Page.HOME
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    assert headless.journey.visit.page is Page.PIN


def test_back_leads_from_a_page_to_the_tiles_and_home_leaves_the_staff_area(headless, type_in):
    type_in(PIN)
    headless.driver.turn_pages_to("page:health", "more-pages")
    headless.driver.touch("page:health")
    assert not headless.driver.is_seen("end-visit")
    headless.driver.touch("back")
    assert headless.journey.visit.page is Page.STAFF
    assert headless.driver.is_seen("end-visit")
    headless.driver.turn_pages_to("page:health", "more-pages")
    headless.driver.touch("page:health")
    headless.driver.touch("home")
    assert headless.journey.visit.page is Page.HOME
    assert headless.kiosk.staff.property("page") is None


def test_leaving_the_kiosk_is_asked_for_by_staff_alone(headless, type_in):
    left = []
    headless.kiosk.staff.leave.connect(lambda: left.append(True))
    type_in(PIN)
    headless.driver.touch("leave")
    assert left == [True]


def test_where_no_pin_was_set_the_door_opens_only_by_choosing_one(make_headless, centre):
    headless = make_headless(centre)
    headless.journey.to_home("vi")
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    for digit in "482913":
        headless.driver.touch(f"pin:{digit}")
    headless.driver.touch("pin:enter")
    assert headless.journey.visit.page is Page.PIN
    assert not headless.kiosk.folders.pin.exists()


def test_broken_lessons_are_left_out_and_named_on_the_staffs_page(
    headless, make_headless, centre, tmp_path, folders
):
    home = tmp_path / "home"
    shutil.copytree(centre, home, symlinks=True)
    (home / "lessons" / "bai-hong.yaml").write_text(BROKEN, encoding="utf-8")
    headless = make_headless(home)
    headless.journey.to_home("vi")
    assert [tile.name for tile in headless.kiosk.visit.home.tiles.rows] == ["hoc-thu"]
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    type_pin(headless, PIN)
    headless.driver.turn_pages_to("page:health", "more-pages")
    headless.driver.touch("page:health")
    assert len(troubles_shown(headless)) == 1
    assert "bai-hong.yaml" in troubles_shown(headless)[0]


def test_a_silent_voice_is_told_there_too(headless, voice, type_in):
    voice.problemChanged.emit("Máy không có loa.")
    type_in(PIN)
    headless.driver.turn_pages_to("page:health", "more-pages")
    headless.driver.touch("page:health")
    (trouble,) = troubles_shown(headless)
    assert trouble.endswith("Máy không có loa.")


@pytest.fixture
def keys(headless):
    return Keystrokes(headless)


def test_a_real_keyboard_types_the_pin_and_its_enter_ends_it(headless, keys):
    headless.kiosk.visit.askPin()
    keys.type("111111")
    headless.driver.wait_until(lambda: headless.kiosk.staff.property("typed") == 6, "the digits")
    for _ in range(6):
        keys.strike(Qt.Key.Key_Backspace)
    assert headless.kiosk.staff.property("typed") == 0
    keys.type(PIN)
    keys.enter()
    headless.driver.wait_until(
        lambda: headless.journey.visit.page is Page.STAFF, "the staff's pages"
    )
    assert headless.kiosk.visit.assist.typing == ""


@pytest.mark.parametrize("way", ["keyboard", "pad", "lesson"])
def test_staff_have_a_door_of_their_own_that_calls_nobody(headless, keys, way):
    headless.kiosk.start_counting()
    headless.journey.to_home("vi")
    match way:
        case "keyboard":
            keys.type(STAFF_NUMBER)
            keys.enter()
        case "pad":
            headless.driver.touch("by-number")
            for digit in STAFF_NUMBER:
                headless.driver.touch(f"number:{digit}")
            headless.driver.touch("number:open")
        case "lesson":
            headless.journey.to_lesson("hoc-thu")
            headless.driver.touch("mark")
            headless.driver.touch("mark")
            headless.driver.touch("overlay:staff")
    assert headless.journey.visit.page is Page.PIN
    assert headless.driver.is_seen("pin:1")
    type_pin(headless, PIN)
    assert headless.journey.visit.page is Page.STAFF
    assert calls(headless) == 0


def calls(headless):
    assert headless.kiosk.counting.flush()
    counts = read(headless.kiosk.folders.stats)
    return sum(count.times for count in counts if count.event.kind is Kind.CALLED)


def test_staff_who_come_in_by_the_call_are_not_counted_and_citizens_are(headless, type_in):
    headless.kiosk.start_counting()
    type_in(PIN)
    assert headless.journey.visit.page is Page.STAFF
    headless.kiosk.visit.endVisit()
    assert calls(headless) == 0

    headless.journey.to_home("vi")
    headless.driver.touch("call")
    headless.kiosk.visit.endVisit()
    type_in("482916")
    headless.kiosk.visit.endVisit()
    assert calls(headless) == 2


def test_a_call_that_staff_answer_by_the_pin_only_later_is_counted(headless, type_in, monkeypatch):
    monkeypatch.setattr(counting, "CALL_TAKEN_BACK_MS", 0)
    headless.kiosk.start_counting()
    headless.journey.to_home("vi")
    headless.driver.touch("call")
    headless.driver.wait_until(
        lambda: not headless.kiosk.counting._call_stands.isActive(), "a minute"
    )
    headless.driver.touch("staff-login")
    type_pin(headless, PIN)
    assert headless.journey.visit.page is Page.STAFF
    assert calls(headless) == 1


def words_on_screen(headless):
    words = " ".join(str(item.property("text") or "") for item in headless.driver._seen())
    return words.replace("\u00a0", " ")


def test_staff_read_and_hear_vietnamese_whatever_the_citizen_has_chosen(headless, voice):
    headless.kiosk.start_counting()
    headless.journey.to_home("en")
    headless.kiosk.visit.askPin()
    headless.driver.wait_for_frame()
    assert "Mời cán bộ nhập mã PIN." in words_on_screen(headless)
    type_pin(headless, PIN)
    headless.driver.wait_for_frame()
    assert "Dành cho cán bộ" in words_on_screen(headless)
    assert headless.kiosk.visit.shown_language == "vi"
    headless.driver.touch("hear")
    assert [language for language, _ in voice.saying] == ["vi"]

    headless.driver.touch("back")
    headless.driver.wait_for_frame()
    assert headless.journey.visit.language == "en"
    assert headless.kiosk.visit.shown_language == "en"
    assert headless.kiosk.counting.flush()
    chosen = [
        count.event.language
        for count in read(headless.kiosk.folders.stats)
        if count.event.kind is Kind.LANGUAGE
    ]
    assert chosen == ["en"]
