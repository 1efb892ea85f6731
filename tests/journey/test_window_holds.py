"""The window cannot be left, hidden or broken by keys, mouse or several fingers, also at random."""

import random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.player.visit import Page
from kiosk.ui.window.guarded_keys import HARMLESS_KEYS
from kiosk.ui.window.window_guard import WindowGuard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

RANDOM_ACTS = 2000
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)


OF_OTHERS = []
"""Windows kept open by other tests."""


@pytest.fixture(autouse=True)
def windows_of_others(qapp):
    OF_OTHERS[:] = QGuiApplication.topLevelWindows()


@pytest.fixture
def at_home(headless):
    headless.journey.to_home("vi")
    guard = next(each for each in headless.kiosk.window.children() if isinstance(each, WindowGuard))
    guard.lock()
    headless.driver.wait_for_frame()
    return headless


def fills_the_screen(headless):
    window = headless.kiosk.window
    assert window.isVisible()
    assert window.visibility() is QQuickWindow.Visibility.FullScreen
    ours = [each for each in QGuiApplication.topLevelWindows() if each not in OF_OTHERS]
    assert ours == [window]


def press(headless, key, modifiers):
    """Sends a key event to the window (QTest supports only some keys)."""
    headless.kiosk.platform.clock.time_s += 1
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QGuiApplication.sendEvent(headless.kiosk.window, QKeyEvent(kind, key.value, modifiers))


def test_no_key_leaves_the_page_or_the_window(at_home):
    press(at_home, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert at_home.driver.is_seen(at_home.kiosk.window.activeFocusItem().objectName())
    visit = at_home.journey.visit
    for modifiers in MODIFIERS:
        plain = modifiers is Qt.KeyboardModifier.NoModifier
        for key in Qt.Key:
            if not (plain and key in HARMLESS_KEYS):
                press(at_home, key, modifiers)
                assert at_home.journey.visit == visit, (modifiers, key)
    QGuiApplication.processEvents()
    fills_the_screen(at_home)


def test_tab_and_space_reach_every_page_as_touches_do(headless):
    headless.driver.press_key(Qt.Key.Key_Tab)
    headless.driver.press_key(Qt.Key.Key_Space)
    assert headless.journey.visit.page is Page.LANGUAGE


def test_closing_is_refused(at_home):
    assert at_home.kiosk.window.close() is False
    QGuiApplication.processEvents()
    fills_the_screen(at_home)


def test_a_window_that_was_made_small_fills_the_screen_again(at_home):
    at_home.kiosk.window.showMinimized()
    full = QQuickWindow.Visibility.FullScreen
    at_home.driver.wait_until(
        lambda: at_home.kiosk.window.visibility() is full, "the window to fill the screen"
    )
    fills_the_screen(at_home)


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_mouse_buttons_do_nothing(at_home, button):
    visit = at_home.journey.visit
    for name in ("home", "lesson:hoc-thu", "call"):
        at_home.kiosk.platform.clock.time_s += 1
        QTest.mouseClick(at_home.kiosk.window, button, pos=at_home.driver.middle_of(name))
    assert at_home.journey.visit == visit
    QTest.mouseClick(
        at_home.kiosk.window, Qt.MouseButton.LeftButton, pos=at_home.driver.middle_of("call")
    )
    assert at_home.journey.visit.calling_staff


def test_the_wheel_does_nothing(at_home):
    visit = at_home.journey.visit
    place = QPointF(at_home.driver.middle_of("lesson:hoc-thu"))
    for modifiers in MODIFIERS:
        turned = QWheelEvent(
            place,
            place,
            QPoint(0, 0),
            QPoint(0, 240),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QGuiApplication.sendEvent(at_home.kiosk.window, turned)
    assert at_home.journey.visit == visit


def test_two_fingers_that_spread_do_nothing(at_home):
    visit, window = at_home.journey.visit, at_home.kiosk.window
    finger = at_home.driver._finger
    left, right = QPoint(300, 300), QPoint(320, 300)
    QTest.touchEvent(window, finger).press(0, left, window).press(1, right, window).commit()
    for step in range(1, 10):
        moved = QTest.touchEvent(window, finger)
        moved.move(0, left - QPoint(20 * step, 0), window)
        moved.move(1, right + QPoint(20 * step, 0), window).commit()
    lifted = QTest.touchEvent(window, finger)
    lifted.release(0, left - QPoint(180, 0), window)
    lifted.release(1, right + QPoint(180, 0), window).commit()
    assert at_home.journey.visit == visit
    fills_the_screen(at_home)


def test_a_finger_that_slides_off_a_button_does_not_press_it(at_home):
    visit, window = at_home.journey.visit, at_home.kiosk.window
    finger, start = at_home.driver._finger, at_home.driver.middle_of("call")
    QTest.touchEvent(window, finger).press(0, start, window).commit()
    QTest.touchEvent(window, finger).move(0, start - QPoint(0, 400), window).commit()
    QTest.touchEvent(window, finger).release(0, start - QPoint(0, 400), window).commit()
    assert at_home.journey.visit == visit


def test_two_thousand_random_touches_and_keys_never_leave_the_journey(at_home, voice):
    """Any Python error or Qt warning also fails the test."""
    dice = random.Random(20261124)
    window = at_home.kiosk.window
    keys = list(Qt.Key)
    pages = set()
    for _ in range(RANDOM_ACTS):
        if dice.random() < 0.15:
            press(at_home, dice.choice(keys), dice.choice(MODIFIERS))
        else:
            place = QPoint(dice.randrange(window.width()), dice.randrange(window.height()))
            at_home.driver.touch_at(place)
        if dice.random() < 0.05:
            voice.finish()
        pages.add(at_home.journey.visit.page)
        assert at_home.journey.visit.page in set(Page) - {Page.STAFF}
        assert at_home.kiosk.visit.property("page") == at_home.journey.visit.page.value
    assert {Page.HOME, Page.LESSON} <= pages
    fills_the_screen(at_home)
