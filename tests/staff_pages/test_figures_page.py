"""Staff view the figures of today and of this month, one chart after the other."""

import pytest

from kiosk.headless.ui_driver import items_below
from kiosk.library.library import load_library
from kiosk.stats.event import Count, Event, Kind
from kiosk.stats.hours import begin_of_day, begin_of_hour, hour_now
from kiosk.stats.identity import key_of, step_identities
from kiosk.stats.store import Store

NOW = begin_of_day(hour_now()) + 12


@pytest.fixture
def lesson(folders):
    return load_library(folders).lessons["vneid-muc"]


@pytest.fixture
def count(folders):
    """Writes counters as the kiosk does."""

    def count(*counts):
        store = Store(folders.stats)
        store.add(counts)
        store.close()

    return count


def at_step(lesson, at, kind, times, choice=""):
    way = next(way for way in lesson.ways if lesson.steps[at].belongs_to(way))
    identity = step_identities(lesson)[at]
    return Count(NOW, Event(kind, lesson.id, way.value, identity, choice, "vi"), times)


@pytest.fixture
def busy(lesson, count):
    """A month with two hard steps: one on a phone, one with a question."""
    tap = next(at for at, s in enumerate(lesson.steps) if s.screen and s.is_exercise)
    ask = next(at for at, step in enumerate(lesson.steps) if step.answers())
    right, wrong = list(lesson.steps[ask].answers().values())[:2]
    earlier = NOW - 24 if begin_of_hour(NOW).day > 1 else NOW
    count(
        Count(NOW, Event(Kind.OPENED, "noi-wifi", language="vi"), 4),
        Count(NOW, Event(Kind.FINISHED, "noi-wifi", language="vi"), 3),
        Count(earlier, Event(Kind.OPENED, "vneid-muc", language="en"), 9),
        at_step(lesson, tap, Kind.SHOWN, 20),
        at_step(lesson, tap, Kind.STUCK, 8),
        at_step(lesson, tap, Kind.LEFT, 2),
        at_step(lesson, ask, Kind.STUCK, 5),
        at_step(lesson, ask, Kind.CHOSE, 6, key_of(wrong)),
        at_step(lesson, ask, Kind.CHOSE, 4, key_of(right)),
    )
    return lesson.steps[tap], lesson.steps[ask]


@pytest.fixture
def look(staff, headless):
    """Opens this month's figures, with the clock at noon of today, and waits for them."""

    def look():
        staff.open("figures")
        page_model = headless.kiosk.staff.property("page")
        page_model.hour = lambda: NOW
        headless.driver.touch("span:month")
        headless.driver.wait_until(lambda: page_model.property("ready"), "the figures")
        headless.driver.wait_for_frame()
        return page_model

    return look


def heading(headless):
    return next(
        item.property("text")
        for item in items_below(headless.kiosk.window.contentItem())
        if item.objectName() == "figures-heading"
    )


def next_page(headless, staff):
    staff.touch("more-figures")
    headless.driver.wait_for_frame()
    return set(staff.texts())


def test_one_picture_after_the_other_and_then_the_first_again(staff, headless, look, lesson, busy):
    tap, ask = busy
    page_model = look()
    assert "Học xong 3" in heading(headless)
    assert {"3/4", "0/9", lesson.head.title} <= set(staff.texts())

    hardest = next_page(headless, staff)
    assert "vướng" in heading(headless)
    assert {tap.line.text, "20", "lần xem", "8", "phải chỉ tay", "2", "bỏ dở"} <= hardest
    assert page_model.hardStep.phone.screenName == tap.screen

    question = next_page(headless, staff)
    assert {ask.line.text, *list(ask.answers().values())[:2], "6", "4"} <= question

    languages = next_page(headless, staff)
    assert "tiếng" in heading(headless)
    assert {"Tiếng Việt", "4", "English", "9"} <= languages

    hours = next_page(headless, staff)
    assert "Giờ" in heading(headless)
    assert {"7", "12", "16", "13"} <= hours

    next_page(headless, staff)
    assert "Học xong" in heading(headless)


def test_today_is_less_than_the_month(staff, headless, look, count):
    count(
        Count(NOW, Event(Kind.OPENED, "noi-wifi", language="vi"), 4),
        Count(NOW - 24 * 40, Event(Kind.OPENED, "noi-wifi", language="vi"), 100),
    )
    page_model = look()
    assert [each.whole for each in page_model.lessons.rows] == [4]
    page_model.hour = lambda: NOW + 24
    staff.touch("span:today")
    headless.driver.wait_until(lambda: not page_model.lessons.count, "an empty day")
    headless.driver.wait_for_frame()
    assert staff.sees("no-figures")


def test_a_step_that_is_no_more_is_told_as_that(staff, headless, look, count):
    gone = Event(Kind.STUCK, "noi-wifi", "alone", "buoc-da-bo", language="vi")
    lost = Event(Kind.STUCK, "bai-da-bo", "alone", "buoc", language="vi")
    opened = Event(Kind.OPENED, "noi-wifi", language="vi")
    count(Count(NOW, opened), Count(NOW, gone, 2), Count(NOW, lost))
    look()
    assert {"Nối Wi\u2011Fi", "Bước này đã được sửa hoặc bỏ.", "2"} <= next_page(headless, staff)
    assert {"bai\u2011da\u2011bo", "Bước này đã được sửa hoặc bỏ."} <= next_page(headless, staff)


def test_nothing_counted_yet_is_said_and_a_damaged_file_too(staff, headless, look, folders):
    page_model = look()
    assert staff.sees("no-figures")
    assert "Chưa có ai học." in staff.texts()
    folders.stats.parent.mkdir(parents=True, exist_ok=True)
    folders.stats.write_bytes(b"Not counters at all." * 500)
    staff.touch("span:today")
    headless.driver.wait_until(lambda: not page_model.property("readable"), "the damage")
    assert any("Không đọc được số liệu" in text for text in staff.texts())


def test_what_has_just_happened_is_there(staff, headless, look):
    headless.kiosk.start_counting()
    headless.journey.to_home("vi")
    headless.journey.to_lesson("noi-wifi")
    headless.driver.touch("home")
    assert headless.kiosk.counting.flush()
    page_model = look()
    [lesson] = page_model.lessons.rows
    assert (lesson.words, lesson.times, lesson.whole) == ("Nối Wi-Fi", 0, 1)


def test_whoever_leaves_while_figures_are_read_sees_none_of_them(staff, headless, look, busy):
    page_model = look()
    page_model.enter()
    staff.touch("back")
    assert not page_model.property("ready")
    headless.driver.wait_for_frame()
    assert not page_model.property("ready")
