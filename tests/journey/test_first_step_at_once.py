"""The first step is shown within a second."""

import time

import pytest
from centre import PIN
from keystrokes import Keystrokes
from known_pin import known_record

from kiosk.player.visit import Page
from kiosk.staff.pin import PinFile

LIMIT_S = 1.0
WANTED = {"102": "khai-sinh", "23": "vneid-kich-hoat"}


@pytest.fixture
def headless(make_headless, folders):
    """A kiosk with all shipped content, at its attract page, with a PIN."""
    PinFile(folders.pin).write(known_record(PIN))
    return make_headless()


def by_typing(headless, number):
    keys = Keystrokes(headless)
    headless.journey.to_home("vi")
    keys.type(number)
    return keys.enter


def by_scanning(headless, number):
    return lambda: Keystrokes(headless).scan(f"KIOSK:{number}")


def by_the_pad(headless, number):
    headless.journey.to_home("vi")
    headless.driver.touch("by-number")
    for digit in number:
        headless.driver.touch(f"number:{digit}")
    return lambda: headless.driver.touch("number:open")


def by_looking(headless, number):
    headless.journey.to_home("vi")
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    for digit in PIN:
        headless.driver.touch(f"pin:{digit}")
    headless.driver.touch("pin:enter")
    headless.driver.wait_until(lambda: headless.journey.visit.page is Page.STAFF, "the staff area")
    headless.driver.touch("page:find")
    found = f"found:{WANTED[number]}"
    Keystrokes(headless).type(number)
    headless.driver.wait_until(
        lambda: headless.driver.is_seen(found) and not headless.driver.is_seen("more-found"),
        "the lesson alone",
    )
    headless.driver.wait_for_frame()
    return lambda: headless.driver.touch(found)


@pytest.mark.parametrize("prepare", [by_typing, by_scanning, by_the_pad, by_looking])
def test_the_first_step_is_painted_within_a_second(headless, prepare):
    took_s = []
    for number, lesson in WANTED.items():
        act = prepare(headless, number)
        began_s = time.perf_counter()
        act()
        headless.driver.wait_until(lambda: headless.journey.visit.page is Page.LESSON, "the lesson")
        headless.driver.wait_for_frame()
        took_s.append(round(time.perf_counter() - began_s, 3))
        assert headless.journey.run.lesson.id == lesson
        headless.kiosk.visit.endVisit()
    # The minimum, because the other run may have been slowed by the machine.
    assert min(took_s) <= LIMIT_S, took_s
