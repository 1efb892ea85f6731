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
def on(headless_of, folders):
    """A kiosk with all shipped content, at its attract page, with a PIN."""
    PinFile(folders.pin).write(known_record(PIN))
    return headless_of()


def by_typing(on, number):
    keys = Keystrokes(on)
    on.journey.to_home("vi")
    keys.type(number)
    return keys.enter


def by_scanning(on, number):
    return lambda: Keystrokes(on).scan(f"KIOSK:{number}")


def by_the_pad(on, number):
    on.journey.to_home("vi")
    on.driver.touch("by-number")
    for digit in number:
        on.driver.touch(f"number:{digit}")
    return lambda: on.driver.touch("number:open")


def by_looking(on, number):
    on.journey.to_home("vi")
    on.driver.touch("call")
    on.driver.touch("staff-login")
    for digit in PIN:
        on.driver.touch(f"pin:{digit}")
    on.driver.touch("pin:enter")
    on.driver.wait_until(lambda: on.journey.visit.page is Page.STAFF, "the staff area")
    on.driver.touch("page:find")
    found = f"found:{WANTED[number]}"
    Keystrokes(on).type(number)
    on.driver.wait_until(
        lambda: on.driver.is_seen(found) and not on.driver.is_seen("more-found"), "the lesson alone"
    )
    on.driver.wait_for_frame()
    return lambda: on.driver.touch(found)


@pytest.mark.parametrize("prepare", [by_typing, by_scanning, by_the_pad, by_looking])
def test_the_first_step_is_painted_within_a_second(on, prepare):
    took_s = []
    for number, lesson in WANTED.items():
        act = prepare(on, number)
        began_s = time.perf_counter()
        act()
        on.driver.wait_until(lambda: on.journey.visit.page is Page.LESSON, "the lesson")
        on.driver.wait_for_frame()
        took_s.append(round(time.perf_counter() - began_s, 3))
        assert on.journey.run.lesson.id == lesson
        on.kiosk.visit.endVisit()
    # The minimum, because the other run may have been slowed by the machine.
    assert min(took_s) <= LIMIT_S, took_s
