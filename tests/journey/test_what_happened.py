"""Events at the real kiosk are counted at once, without any personal data."""

import random
import shutil
import time
from dataclasses import replace

import pytest
from centre import PIN

from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player.events import events_between
from kiosk.player.visit import Page
from kiosk.stats.event import Kind
from kiosk.stats.hours import hour_now
from kiosk.stats.store import read

LETTERS = "qwertyuiopasdfghjklzxcvbnm0123456789"


@pytest.fixture
def counted(headless, folders):
    """Counts of the events on disk by kind, after a flush."""
    headless.kiosk.start_counting()

    def times(kind):
        assert headless.kiosk.counting.flush()
        found = [count for count in read(folders.stats) if count.event.kind is kind]
        return sum(count.times for count in found)

    return times


def finish_lesson(headless):
    headless.journey.to_lesson("hoc-thu")
    while headless.journey.visit.page is Page.LESSON:
        headless.journey.touch_expected()


def test_a_lesson_that_was_finished_is_on_the_disk(headless, folders, counted):
    headless.journey.to_home("en")
    finish_lesson(headless)
    assert headless.journey.visit.page is Page.DONE
    assert [counted(kind) for kind in (Kind.BEGUN, Kind.OPENED, Kind.FINISHED)] == [1, 1, 1]
    assert counted(Kind.WENT_THROUGH) == len(Way)
    for count in read(folders.stats):
        assert hour_now() - 1 <= count.hour <= hour_now()
        assert count.event.kind is Kind.BEGUN or count.event.language == "en"


def test_a_kiosk_that_is_shut_has_written_everything(headless, folders, counted):
    headless.journey.to_home("vi")
    finish_lesson(headless)
    headless.kiosk.counting.close()
    assert Kind.FINISHED in {count.event.kind for count in read(folders.stats)}


def test_nothing_that_was_typed_and_no_pin_gets_into_the_file(headless, folders, counted, wait_s):
    draw = random.Random(7)
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    typed = []
    for way in (Way.TOGETHER, Way.ALONE):
        headless.journey.to_way(way)
        while headless.journey.is_on(way):
            for _ in range(4):
                letter = draw.choice(LETTERS)
                if headless.driver.is_seen(f"key:{letter}"):
                    headless.driver.touch(f"key:{letter}")
                    typed.append(letter)
            if not headless.journey.is_on(way):
                break
            headless.journey.touch_expected()
    assert len(typed) > 20
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    for digit in PIN:
        headless.driver.touch(f"pin:{digit}")
    assert counted(Kind.WRONG) > 5
    headless.kiosk.visit.endVisit()
    assert counted(Kind.LEFT) == 1
    content = b"".join(file.read_bytes() for file in folders.stats.parent.glob("stats.sqlite*"))
    for secret in ("Zebra77", "Zebr", "key:", PIN, PIN[:4], "".join(typed[:4])):
        assert secret.encode() not in content, secret
        assert secret.encode("utf-16-le") not in content, secret


def test_a_touch_does_not_wait_for_counting(headless, counted):
    headless.journey.to_home("vi")
    took_s = []
    counting = headless.kiosk.counting

    def timed(before, after):
        began = time.thread_time()
        counting.take(before, after)
        took_s.append(time.thread_time() - began)

    headless.kiosk.visit.visitChanged.disconnect(counting.take)
    headless.kiosk.visit.visitChanged.connect(timed)
    finish_lesson(headless)
    assert counted(Kind.FINISHED) == 1
    assert len(took_s) > 20
    assert sorted(took_s)[len(took_s) * 95 // 100] < 0.001


def test_a_hundred_steps_are_told_apart_within_a_millisecond(headless, counted):
    """The most expensive event: a step at the end of a lesson with a hundred steps."""
    headless.journey.to_home("vi")
    finish_lesson(headless)
    lesson = headless.journey.run.lesson
    steps = tuple(lesson.steps[at % len(lesson.steps)] for at in range(100))
    run = type(headless.journey.run)(lesson.model_copy(update={"steps": steps}), Way.WATCH, at=97)
    before = replace(headless.journey.visit, page=Page.LESSON, run=run)
    after = replace(before, run=replace(run, at=98, history=(97,)))
    began = time.thread_time()
    for _ in range(20):
        assert events_between(before, after)
    assert (time.thread_time() - began) / 20 < 0.001


def test_staff_are_told_of_a_file_that_cannot_be_written_and_learners_are_not(
    headless, folders, caplog
):
    shutil.rmtree(folders.state, ignore_errors=True)
    folders.state.write_text("A file where the folder should be: nobody can write below it.")
    headless.kiosk.start_counting()
    headless.journey.to_home("vi")
    finish_lesson(headless)
    assert headless.journey.visit.page is Page.DONE
    headless.driver.wait_until(lambda: headless.kiosk.staff.property("troubles"), "the trouble")
    [trouble] = headless.kiosk.staff.property("troubles")
    assert "không ghi được số liệu" in trouble
    assert trouble not in headless.kiosk.visit.property("lines")


def test_a_clock_that_is_set_back_only_moves_the_hour(headless, folders, counted):
    headless.journey.to_home("vi")
    hours = iter([500_000, 300_000])
    headless.kiosk.counting._hour = lambda: next(hours, 300_000)
    headless.journey.to_lesson("hoc-thu")
    headless.driver.touch(NEXT)
    assert headless.kiosk.counting.flush()
    assert {500_000, 300_000} <= {count.hour for count in read(folders.stats)}
