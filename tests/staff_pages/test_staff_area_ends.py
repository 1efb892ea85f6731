"""The staff area closes by itself, and shows no secrets."""

import time
from dataclasses import replace
from threading import current_thread, main_thread

import pytest

from kiosk import staff_pages
from kiosk.player.idle import STAFF_QUIET_S
from kiosk.player.visit import Page
from kiosk.staff.pin import FIRST_WAIT_S, FREE_TRIES, PinFile
from kiosk.staff_pages import page_kinds
from kiosk.ui.background.clock import MonotonicClock
from kiosk.ui.background.jobs import ThreadJobs
from kiosk.ui.staff.staff_view_model import StaffViewModel
from kiosk.ui.visit.visit_view_model import BUSY_LIMIT_S


@pytest.fixture
def wait_s(headless):
    """Advances the clock without a touch."""

    def wait(seconds):
        headless.kiosk.platform.clock.time_s += seconds
        headless.kiosk.visit.check_idle()

    return wait


def test_the_code_of_the_pages_is_loaded_beside_the_window_while_the_pin_is_typed(
    headless, staff, monkeypatch
):
    loaded_by = []
    monkeypatch.setattr(
        staff_pages, "page_kinds", lambda: loaded_by.append(current_thread()) or page_kinds()
    )
    headless.journey.to_home("vi")
    staff.touch("call", "staff-login")
    staff.wait_until(lambda: loaded_by)
    assert main_thread() not in loaded_by


def test_ninety_quiet_seconds_shut_the_door_without_a_question(headless, staff, wait_s):
    staff.open("find")
    staff.type("ho tich")
    wait_s(STAFF_QUIET_S - 1)
    assert headless.journey.visit.page is Page.STAFF
    wait_s(1)
    assert not staff.sees("still-here")
    assert headless.journey.visit.page is Page.ATTRACT
    assert headless.kiosk.staff.property("page") is None
    assert headless.kiosk.staff._made["find"]._typed == ""


def test_each_touch_gives_ninety_seconds_more(headless, staff, wait_s):
    staff.open("languages")
    for _ in range(4):
        wait_s(STAFF_QUIET_S - 5)
        staff.touch("undo") if staff.sees("undo") else staff.touch("hear")
    assert headless.journey.visit.page is Page.STAFF


def test_a_learner_finds_her_step_again(headless, staff, wait_s):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("noi-wifi")
    headless.driver.touch("next")
    run = headless.journey.run
    staff.open("look")
    wait_s(STAFF_QUIET_S)
    assert headless.journey.visit.page is Page.LESSON
    assert headless.journey.run == run
    assert headless.kiosk.staff.property("page") is None


def test_an_abandoned_pin_is_forgotten(headless, staff, wait_s):
    headless.journey.to_home("vi")
    staff.touch("call", "staff-login", "pin:1", "pin:3")
    wait_s(STAFF_QUIET_S)
    assert headless.journey.visit.page is Page.ATTRACT
    assert headless.kiosk.staff.property("typed") == 0


def test_a_page_that_works_is_not_left_alone(headless, staff, wait_s, monkeypatch):
    staff.open("look")
    page_model = type(headless.kiosk.staff.property("page"))
    with monkeypatch.context() as patch:
        patch.setattr(page_model, "is_busy", property(lambda _: True))
        wait_s(STAFF_QUIET_S)
        wait_s(STAFF_QUIET_S)
        assert headless.journey.visit.page is Page.STAFF
    wait_s(1)
    assert headless.journey.visit.page is Page.ATTRACT


def test_a_page_that_works_without_end_is_left_all_the_same(headless, staff, wait_s, monkeypatch):
    staff.open("look")
    page_model = type(headless.kiosk.staff.property("page"))
    monkeypatch.setattr(page_model, "is_busy", property(lambda _: True))
    wait_s(BUSY_LIMIT_S - 1)
    assert headless.journey.visit.page is Page.STAFF
    wait_s(1)
    assert headless.journey.visit.page is Page.ATTRACT


def test_nothing_there_is_spoken_unless_somebody_wants_to_hear_where_she_is(headless, staff, voice):
    headless.journey.to_home("vi")
    staff.touch("call", "staff-login")
    voice.told.clear()
    staff.touch("pin:1", "pin:erase", "hear")
    assert voice.told == [(("vi", "Mời cán bộ nhập mã PIN."),)]
    staff.touch("back")
    staff.come_in()
    voice.told.clear()
    staff.touch("hear", "page:look")
    assert voice.told == [(("vi", "Dành cho cán bộ"),)]
    staff.touch("hear", "back")
    assert voice.told[1:] == [(("vi", "Chữ, màu và tiếng lúc đầu"),)]


def test_every_page_is_entered_and_left_without_a_word(headless, staff, voice):
    staff.come_in()
    voice.told.clear()
    for kind in page_kinds():
        staff.open(kind.name())
        staff.touch("back")
    assert voice.told == []


def test_no_clock_on_the_wall_shortens_or_lengthens_the_wait(headless, folders, monkeypatch):
    pin_file = PinFile(folders.pin)
    pin_file.write(replace(pin_file.read(), failures=FREE_TRIES + 4))
    whole_s = FIRST_WAIT_S * 2**4
    for says_s in (0.0, 4e9):
        monkeypatch.setattr(time, "time", lambda says_s=says_s: says_s)
        door = StaffViewModel(
            pin_file, MonotonicClock(), ThreadJobs(headless.kiosk), headless.kiosk
        )
        door.open_login()
        assert whole_s - 2 <= door.property("waitSeconds") <= whole_s + 1
        door.close_login()
