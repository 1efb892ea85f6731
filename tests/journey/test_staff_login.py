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
def type_in(on):
    """Opens the staff login and types a PIN."""

    def type_in(pin):
        on.journey.to_home("vi")
        on.driver.touch("call")
        on.driver.touch("staff-login")
        type_pin(on, pin)

    return type_in


def type_pin(on, pin):
    for digit in pin:
        on.driver.touch(f"pin:{digit}")
    on.driver.touch("pin:enter")
    on.driver.wait_until(lambda: not on.kiosk.staff.property("checking"), "the check of the PIN")


def told(on):
    seen = (item for item in items_below(on.kiosk.window.contentItem()) if item.isVisible())
    return [item.property("text") for item in seen if item.objectName() == "trouble"]


def test_the_right_pin_lets_staff_in(on, type_in):
    type_in(PIN)
    assert on.journey.visit.page is Page.STAFF
    assert on.driver.is_seen("end-visit")


def test_a_wrong_pin_does_not(on, type_in):
    type_in("482916")
    assert on.journey.visit.page is Page.PIN
    assert on.kiosk.staff.property("refused") is True
    type_pin(on, PIN)
    assert on.journey.visit.page is Page.STAFF


def test_after_many_wrong_pins_even_the_right_one_has_to_wait(on, type_in, folders):
    record = PinFile(folders.pin).read()
    PinFile(folders.pin).write(replace(record, failures=6))
    type_in(PIN)
    assert on.journey.visit.page is Page.PIN
    assert 20 < on.kiosk.staff.property("waitSeconds") <= 40
    on.kiosk.platform.clock.time_s += 40
    on.driver.touch("pin:enter")
    on.driver.wait_until(lambda: on.journey.visit.page is Page.STAFF, "the staff area")


def test_what_was_typed_is_neither_shown_nor_told(on, voice):
    on.journey.to_home("vi")
    on.driver.touch("call")
    on.driver.touch("staff-login")
    for digit in "4829":
        on.driver.touch(f"pin:{digit}")
    texts = [str(item.property("text")) for item in items_below(on.kiosk.window.contentItem())]
    assert on.kiosk.staff.property("typed") == 4
    assert not any("4829" in text for text in texts)
    assert voice.saying == ()


def test_from_the_staffs_page_the_kiosk_is_made_ready_for_the_next_person(on, type_in):
    type_in(PIN)
    on.driver.touch("end-visit")
    assert on.journey.visit.page is Page.ATTRACT


def test_back_leads_out_again_and_the_door_is_shut(on, type_in):
    type_in(PIN)
    on.driver.touch("back")
    assert on.journey.visit.page is Page.HOME
    on.driver.touch("call")
    on.driver.touch("staff-login")
    assert on.journey.visit.page is Page.PIN


def test_back_leads_from_a_page_to_the_tiles_and_home_leaves_the_staff_area(on, type_in):
    type_in(PIN)
    on.driver.turn_to("page:health", "more-pages")
    on.driver.touch("page:health")
    assert not on.driver.is_seen("end-visit")
    on.driver.touch("back")
    assert on.journey.visit.page is Page.STAFF
    assert on.driver.is_seen("end-visit")
    on.driver.turn_to("page:health", "more-pages")
    on.driver.touch("page:health")
    on.driver.touch("home")
    assert on.journey.visit.page is Page.HOME
    assert on.kiosk.staff.property("page") is None


def test_leaving_the_kiosk_is_asked_for_by_staff_alone(on, type_in):
    left = []
    on.kiosk.staff.leave.connect(lambda: left.append(True))
    type_in(PIN)
    on.driver.touch("leave")
    assert left == [True]


def test_where_no_pin_was_set_the_door_opens_only_by_choosing_one(headless_of, centre):
    on = headless_of(centre)
    on.journey.to_home("vi")
    on.driver.touch("call")
    on.driver.touch("staff-login")
    for digit in "482913":
        on.driver.touch(f"pin:{digit}")
    on.driver.touch("pin:enter")
    assert on.journey.visit.page is Page.PIN
    assert not on.kiosk.folders.pin.exists()


def test_broken_lessons_are_left_out_and_named_on_the_staffs_page(
    on, headless_of, centre, tmp_path, folders
):
    home = tmp_path / "home"
    shutil.copytree(centre, home, symlinks=True)
    (home / "lessons" / "bai-hong.yaml").write_text(BROKEN, encoding="utf-8")
    on = headless_of(home)
    on.journey.to_home("vi")
    assert [tile.name for tile in on.kiosk.visit.home.tiles.rows] == ["hoc-thu"]
    on.driver.touch("call")
    on.driver.touch("staff-login")
    type_pin(on, PIN)
    on.driver.turn_to("page:health", "more-pages")
    on.driver.touch("page:health")
    assert len(told(on)) == 1
    assert "bai-hong.yaml" in told(on)[0]


def test_a_silent_voice_is_told_there_too(on, voice, type_in):
    voice.problemChanged.emit("Máy không có loa.")
    type_in(PIN)
    on.driver.turn_to("page:health", "more-pages")
    on.driver.touch("page:health")
    (trouble,) = told(on)
    assert trouble.endswith("Máy không có loa.")


@pytest.fixture
def keys(on):
    return Keystrokes(on)


def test_a_real_keyboard_types_the_pin_and_its_enter_ends_it(on, keys):
    on.kiosk.visit.askPin()
    keys.type("111111")
    on.driver.wait_until(lambda: on.kiosk.staff.property("typed") == 6, "the digits")
    for _ in range(6):
        keys.strike(Qt.Key.Key_Backspace)
    assert on.kiosk.staff.property("typed") == 0
    keys.type(PIN)
    keys.enter()
    on.driver.wait_until(lambda: on.journey.visit.page is Page.STAFF, "the staff's pages")
    assert on.kiosk.visit.assist.typing == ""


@pytest.mark.parametrize("way", ["keyboard", "pad", "lesson"])
def test_staff_have_a_door_of_their_own_that_calls_nobody(on, keys, way):
    on.kiosk.begin_to_count()
    on.journey.to_home("vi")
    match way:
        case "keyboard":
            keys.type(STAFF_NUMBER)
            keys.enter()
        case "pad":
            on.driver.touch("by-number")
            for digit in STAFF_NUMBER:
                on.driver.touch(f"number:{digit}")
            on.driver.touch("number:open")
        case "lesson":
            on.journey.to_lesson("hoc-thu")
            on.driver.touch("mark")
            on.driver.touch("mark")
            on.driver.touch("overlay:staff")
    assert on.journey.visit.page is Page.PIN
    assert on.driver.is_seen("pin:1")
    type_pin(on, PIN)
    assert on.journey.visit.page is Page.STAFF
    assert calls(on) == 0


def calls(on):
    assert on.kiosk.counting.flush()
    counts = read(on.kiosk.folders.stats)
    return sum(count.times for count in counts if count.event.kind is Kind.CALLED)


def test_staff_who_come_in_by_the_call_are_not_counted_and_citizens_are(on, type_in):
    on.kiosk.begin_to_count()
    type_in(PIN)
    assert on.journey.visit.page is Page.STAFF
    on.kiosk.visit.endVisit()
    assert calls(on) == 0

    on.journey.to_home("vi")
    on.driver.touch("call")
    on.kiosk.visit.endVisit()
    type_in("482916")
    on.kiosk.visit.endVisit()
    assert calls(on) == 2


def test_a_call_that_staff_answer_by_the_pin_only_later_is_counted(on, type_in, monkeypatch):
    monkeypatch.setattr(counting, "CALL_TAKEN_BACK_MS", 0)
    on.kiosk.begin_to_count()
    on.journey.to_home("vi")
    on.driver.touch("call")
    on.driver.wait_until(lambda: not on.kiosk.counting._call_stands.isActive(), "a minute")
    on.driver.touch("staff-login")
    type_pin(on, PIN)
    assert on.journey.visit.page is Page.STAFF
    assert calls(on) == 1


def words_on_screen(on):
    words = " ".join(str(item.property("text") or "") for item in on.driver._seen())
    return words.replace("\u00a0", " ")


def test_staff_read_and_hear_vietnamese_whatever_the_citizen_has_chosen(on, voice):
    on.kiosk.begin_to_count()
    on.journey.to_home("en")
    on.kiosk.visit.askPin()
    on.driver.wait_for_frame()
    assert "Mời cán bộ nhập mã PIN." in words_on_screen(on)
    type_pin(on, PIN)
    on.driver.wait_for_frame()
    assert "Dành cho cán bộ" in words_on_screen(on)
    assert on.kiosk.visit.shown_language == "vi"
    on.driver.touch("hear")
    assert [language for language, _ in voice.saying] == ["vi"]

    on.driver.touch("back")
    on.driver.wait_for_frame()
    assert on.journey.visit.language == "en"
    assert on.kiosk.visit.shown_language == "en"
    assert on.kiosk.counting.flush()
    chosen = [
        count.event.language
        for count in read(on.kiosk.folders.stats)
        if count.event.kind is Kind.LANGUAGE
    ]
    assert chosen == ["en"]
