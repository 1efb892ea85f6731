"""Each intended touch of a trembling, slow or resting hand, and each key, counts once."""

import pytest
from journey import LESSON
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from window_snapshot import GROUNDS, is_target, painted, rectangle_of

from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.ui.window import near_touch

WOBBLE_PX = 40
TREMBLING_S = 0.06
LONG_HOLD_S = 1.5


class Finger:
    """A finger on the touch screen."""

    def __init__(self, headless, number=0):
        self.headless = headless
        self.number = number
        self.glass = headless.driver._finger
        self.clock = headless.kiosk.platform.clock

    def _events(self):
        return QTest.touchEvent(self.headless.kiosk.window, self.glass)

    def press(self, place):
        self._events().press(self.number, place, self.headless.kiosk.window).commit()

    def move(self, place):
        self._events().move(self.number, place, self.headless.kiosk.window).commit()

    def release(self, place):
        self._events().release(self.number, place, self.headless.kiosk.window).commit()


@pytest.fixture
def counted(headless):
    """The kiosk in a lesson, and a list of the names of all touches accepted from now on."""
    headless.journey.to_home("vi")
    headless.journey.to_lesson(LESSON)
    headless.journey.to_way(Way.WATCH)
    headless.driver.touch(NEXT)
    headless.kiosk.platform.clock.time_s += 5
    names = []
    headless.kiosk.gate.accepted.connect(names.append)
    return names


def test_a_trembling_finger_counts_once(headless, counted):
    place, finger = headless.driver.middle_of("hear"), Finger(headless)

    finger.press(place)
    for away in (12, -25, WOBBLE_PX, -WOBBLE_PX, 7):
        finger.move(place + QPoint(away, away // 4))
    finger.release(place + QPoint(7, 1))

    assert counted == ["hear"]


def test_a_finger_on_a_button_does_not_wait_until_all_others_are_looked_at(
    headless, counted, monkeypatch
):
    looked = []
    monkeypatch.setattr(near_touch, "_buttons", looked.append)

    headless.driver.touch("hear")

    assert counted == ["hear"]
    assert looked == []


def test_sliding_off_takes_the_touch_back(headless, counted):
    place, finger = headless.driver.middle_of(NEXT), Finger(headless)
    step = headless.journey.run.at

    finger.press(place)
    finger.move(place - QPoint(0, 150))
    finger.move(place - QPoint(0, 300))
    finger.release(place - QPoint(0, 300))

    assert counted == []
    assert headless.journey.run.at == step


def test_a_finger_beside_what_goes_away_before_it_is_lifted_touches_nothing(headless, counted):
    finger, next_place = Finger(headless), rectangle_of(headless.driver.item(NEXT))
    beside = QPoint(round(next_place.center().x()), round(next_place.top()) - 3)

    finger.press(beside)
    headless.kiosk.visit.goHome()
    headless.kiosk.visit.endVisit()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finger.release(beside)

    assert counted == []


def test_a_long_hold_is_an_ordinary_touch(headless, counted):
    place, finger = headless.driver.middle_of("hear"), Finger(headless)
    ended = []

    finger.press(place)
    QTimer.singleShot(int(LONG_HOLD_S * 1000), lambda: ended.append(True))
    headless.driver.wait_until(lambda: ended, "the long hold")
    headless.kiosk.platform.clock.time_s += LONG_HOLD_S
    finger.release(place)

    assert counted == ["hear"]


def test_two_strikes_within_half_a_second_count_once(headless, counted):
    place, finger, clock = (
        headless.driver.middle_of("hear"),
        Finger(headless),
        headless.kiosk.platform.clock,
    )

    for _ in range(8):  # 0.06 s apart, 0.42 s in total
        finger.press(place)
        finger.release(place)
        clock.time_s += TREMBLING_S
    assert counted == ["hear"]

    clock.time_s += 0.5
    finger.press(place)
    finger.release(place)
    assert counted == ["hear", "hear"]


def test_a_touch_meant_for_the_screen_before_does_not_count(headless, counted):
    finger, clock = Finger(headless), headless.kiosk.platform.clock
    headless.driver.touch(NEXT)
    step = headless.journey.run.at
    clock.time_s += 0.2

    place = headless.driver.middle_of(NEXT)
    finger.press(place)
    finger.release(place)

    assert headless.journey.run.at == step


def test_a_second_finger_does_nothing_while_a_palm_rests(headless, counted):
    palm, finger = Finger(headless), Finger(headless, number=1)
    window = headless.kiosk.window
    resting, wanted = headless.driver.middle_of("home"), headless.driver.middle_of("hear")

    palm.press(resting)
    both = palm._events()
    both.stationary(0)
    both.press(1, wanted, window).commit()
    both = palm._events()
    both.stationary(0)
    both.release(1, wanted, window).commit()
    assert counted == []

    finger.number = 0
    palm.move(resting - QPoint(0, 300))
    palm.release(resting - QPoint(0, 300))
    headless.driver.touch("hear")
    assert counted == ["hear"]


def test_a_pressed_button_looks_pressed_in_the_next_frame(headless, counted):
    item = headless.driver.find("hear")
    place, finger = headless.driver.middle_of("hear"), Finger(headless)
    where = headless.driver.rectangle_of(item).toRect()
    before = headless.driver.picture().copy(where)

    finger.press(place)
    headless.driver.wait_for_frame()
    pressed = headless.kiosk.window.grabWindow().copy(where)
    finger.release(place)

    assert pressed != before


KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_each_key_that_means_yes_activates(headless, counted, key):
    headless.driver.find("hear").forceActiveFocus(Qt.FocusReason.TabFocusReason)

    headless.driver.press_key(key)

    assert counted == ["hear"]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_a_held_key_activates_once(headless, counted, key):
    headless.driver.find("hear").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    window = headless.kiosk.window

    QTest.keyPress(window, key)
    for _ in range(10):
        headless.kiosk.platform.clock.time_s += 0.6
        for event in repeated(key):
            QGuiApplication.sendEvent(window, event)
    QTest.keyRelease(window, key)

    assert counted == ["hear"]


def repeated(key):
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        yield QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", True)


def tab_round(headless):
    """The names of the items in Tab order, until it returns to the first."""
    window = headless.kiosk.window
    names = []
    for _ in range(120):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        item = window.activeFocusItem()
        if item is None or item.objectName() in names:
            return names
        names.append(item.objectName())
    raise AssertionError(f"Tab goes on and on: {names}")


def reachable(headless):
    return [
        item
        for item in painted(headless.kiosk.window.contentItem())
        if is_target(item) and item.isEnabled() and item.objectName() not in GROUNDS
    ]


def in_reading_order(headless, names):
    """The pairs of targets out of reading order: the earlier lies entirely below the later one."""
    places = {item.objectName(): rectangle_of(item) for item in reachable(headless)}
    return [
        (earlier, later)
        for at, later in enumerate(names)
        for earlier in names[:at]
        if places[earlier].top() > places[later].bottom()
        and places[earlier].left() < places[later].right()
        and places[later].left() < places[earlier].right()
    ]


PAGES = {
    "attract": (),
    "language": ("begin",),
    "home": ("begin", "language:vi"),
    "adjust": ("begin", "language:vi", "adjust"),
    "call": ("begin", "language:vi", "call"),
    "pin": ("begin", "language:vi", "call", "staff-login"),
    "make": ("begin", "language:vi", f"lesson:{LESSON}"),
    "lesson": ("begin", "language:vi", f"lesson:{LESSON}", "make:android", NEXT),
    "ways": ("begin", "language:vi", f"lesson:{LESSON}", "make:android", "ways"),
    "together": (
        "begin",
        "language:vi",
        f"lesson:{LESSON}",
        "make:android",
        "ways",
        "way:together",
        NEXT,
        NEXT,
    ),
}


@pytest.fixture
def screen_reader(request):
    """Sets whether a screen reader is active; an earlier test may have changed it."""
    QAccessible.setActive(request.param)
    yield request.param
    QAccessible.setActive(False)


@pytest.mark.parametrize("screen_reader", [True], indirect=True)
def test_with_a_screen_reader_tab_reaches_the_sentence_too(screen_reader, headless):
    for name in PAGES["together"]:
        headless.driver.wait_until(lambda name=name: headless.driver.is_seen(name), name)
        headless.driver.touch(name)

    names = tab_round(headless)

    assert "line" in names
    headless.driver.item("line").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    touched = []
    headless.kiosk.speaker.voice.sentenceTouched.connect(
        lambda sentence, _: touched.append(sentence)
    )
    headless.driver.press_key(Qt.Key.Key_Return)
    assert touched == [headless.journey.run.line.text]


@pytest.mark.parametrize("screen_reader", [False], indirect=True)
@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_in_reading_order_and_is_never_caught(screen_reader, headless, page):
    for name in PAGES[page]:
        headless.driver.wait_until(lambda name=name: headless.driver.is_seen(name), name)
        headless.driver.touch(name)
    if page == "make":
        headless.driver.wait_until(lambda: headless.driver.is_seen("make:android"), "the question")
    headless.driver.wait_for_frame()

    names = tab_round(headless)

    assert set(names) == {item.objectName() for item in reachable(headless)}
    assert in_reading_order(headless, names) == []
