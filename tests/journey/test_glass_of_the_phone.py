"""Lists that scroll, and messages that slide in, disappear and can be opened again."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.headless.ui_driver import items_below

ROWS = "".join(
    f"    - row: hang-{number}\n      icon: wifi\n      label: Mạng số {number}\n"
    for number in range(1, 15)
)
CODE = "482915"
ARRIVES = f"    arrives: {{from: Ngân hàng Mẫu, text: Ma cua ban la {CODE}}}\n"
LESSON = f"""\
title: Trên mặt kính
number: 11
goal: Bác vuốt được và đọc được tin nhắn.
screens:
  danh-sach:
    - bar: Wi-Fi
{ROWS}  nhap-ma:
    - bar: Nhập mã
    - field: o-ma
      label: Mã
  tin-nhan:
    - bar: Tin nhắn
    - inbox: hop-thu
steps:
  - say: Bác vuốt lên, rồi chạm Mạng số 14.
    screen: danh-sach
    tap: hang-14
    wrong: Chưa đúng. Bác vuốt lên nữa.
  - say: Mã vừa tới trong tin nhắn. Bác gõ mã.
    screen: nhap-ma
{ARRIVES}    type: {{into: o-ma, text: '{CODE}'}}
  - say: Bác chạm vào tin nhắn.
    screen: tin-nhan
{ARRIVES}    tap: hop-thu
    wrong: Chưa đúng. Bác chạm vào tin nhắn.
"""
DRAGS = 6


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "home"
    (home / "lessons").mkdir(parents=True)
    (home / "lessons" / "mat-kinh.yaml").write_text(LESSON, encoding="utf-8")
    for name in ("media", "translations"):
        (home / name).symlink_to(CHECKOUT / name)
    return home


@pytest.fixture
def at_list(make_headless, home):
    headless = make_headless(home, of=Settings.model_validate({"languages": {"hidden": ["en"]}}))
    headless.journey.to_home("vi")
    headless.journey.to_lesson("mat-kinh")
    headless.journey.to_way(Way.TOGETHER)
    headless.journey.touch_expected()
    return headless


def drag_up(headless, name):
    """Drags a finger from a row up over half of the glass, and lifts it."""
    start = headless.driver.middle_of(name)
    window, finger = headless.kiosk.window, headless.driver._finger
    QTest.touchEvent(window, finger).press(0, start, window).commit()
    for step in range(1, 11):
        place = start - QPoint(0, 25 * step)
        QTest.touchEvent(window, finger).move(0, place, window).commit()
        headless.driver.wait_for_frame()
    QTest.touchEvent(window, finger).release(0, start - QPoint(0, 250), window).commit()
    headless.driver.wait_until(
        lambda: not any(each.property("moving") for each in lists(headless)), "rest"
    )
    headless.driver.settle()


def lists(headless):
    everything = items_below(headless.kiosk.window.contentItem())
    return [each for each in everything if each.inherits("QQuickFlickable")]


def rows_in_sight(headless):
    return [number for number in range(1, 15) if headless.driver.is_seen(f"phone:hang-{number}")]


def test_a_list_that_is_longer_than_the_glass_is_swiped(at_list):
    before = at_list.journey.run
    assert 1 in rows_in_sight(at_list)
    assert 14 not in rows_in_sight(at_list)
    for _ in range(DRAGS):
        seen = rows_in_sight(at_list)
        if 14 in seen:
            break
        drag_up(at_list, f"phone:hang-{seen[-2]}")  # the last row may be partly visible
    assert at_list.journey.run == before  # swiping does not count as a touch
    at_list.driver.touch("phone:hang-14")
    assert at_list.journey.run.at == 1


def test_what_is_swiped_is_also_turned_by_touches_alone(at_list):
    while not at_list.driver.is_seen("phone:hang-14"):
        at_list.driver.touch("phone:scroll-down")
    at_list.driver.touch("phone:hang-14")
    assert at_list.journey.run.at == 1


@pytest.fixture
def at_code(at_list):
    at_list.journey.do_step()
    return at_list


def test_a_message_goes_up_as_soon_as_she_types(at_code):
    at_code.driver.wait_until(lambda: at_code.driver.is_seen("phone:arrival"), "the message")
    at_code.journey.touch_expected()
    at_code.driver.wait_until(lambda: not at_code.driver.is_seen("phone:arrival"), "it to go up")


def test_a_message_is_pulled_down_again_and_read(at_code):
    at_code.journey.touch_expected()
    at_code.driver.touch("phone:messages")
    assert at_code.driver.is_seen("phone:shade")
    assert f"Ma cua ban la {CODE}" in at_code.driver.words()
    at_code.driver.touch("phone:shade")
    assert not at_code.driver.is_seen("phone:shade")


def test_nothing_drops_in_over_the_app_that_shows_it(at_code):
    at_code.journey.do_step()
    at_code.driver.wait_for_frame()
    assert at_code.driver.is_seen("phone:hop-thu")
    assert not at_code.driver.is_seen("phone:arrival")
    shown = [item.property("text") for item in items_below(at_code.driver.item("phone:hop-thu"))]
    assert f"Ma cua ban la {CODE}" in shown


def test_a_touch_near_a_key_below_a_long_list_is_meant_for_the_key(at_list):
    """Rows outside the glass, behind the phone's keys, take no touches."""
    run, key = at_list.journey.run, "phone:scroll-down"
    place = at_list.driver.rectangle_of(at_list.driver.find(key))
    rows = [
        item
        for item in items_below(at_list.kiosk.window.contentItem())
        if item.objectName().startswith("phone:hang-")
    ]
    hidden = [row for row in rows if at_list.driver.rectangle_of(row).intersects(place)]
    assert hidden
    at_list.driver.touch_at(QPoint(round(place.left()) - 8, round(place.center().y())))
    at_list.driver.settle()
    assert at_list.journey.run == run
    assert 1 not in rows_in_sight(at_list)
