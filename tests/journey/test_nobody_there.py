"""An idle kiosk asks whether the learner is still there, then clears all traces of the visit."""

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from kiosk.domain import prompts
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below
from kiosk.player.visit import Page, new_visit

MARKER = "Zebra7"
HOLDS_TEXT = ("QString", "QUrl", "QVariant", "QJSValue", "Py")
WARN_S, OWN_PHONE_WARN_S, WIPE_S = 90, 400, 30


def objects_below(root: QObject):
    yield root
    for child in root.children():
        yield from objects_below(child)


def everything_shown(on) -> str:
    """The values of all properties of the window, its items and the view models, as one text."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window = on.kiosk.window
    roots = [*items_below(window.contentItem()), *objects_below(on.kiosk.visit)]
    found = {id(each): each for each in (*roots, window, *objects_below(on.kiosk))}
    return "\n".join(value for each in found.values() for value in values_of(each))


def values_of(item: QObject):
    kind = item.metaObject()
    properties = [kind.property(at) for at in range(kind.propertyCount())]
    yield from [
        str(item.property(each.name()))
        for each in properties
        if each.typeName().startswith(HOLDS_TEXT)
    ]
    # The metaobject of a QML type may be freed before its wrapper, and its address reused.
    if "_QML" in kind.className():
        shiboken6.invalidate(kind)


def write_secret(on):
    on.journey.to_way(Way.TOGETHER)
    while on.journey.run.number < 3:
        on.journey.touch_expected()
    while on.journey.run.progress[0] != MARKER:  # with the keys for capitals and numbers between
        on.journey.touch_expected()


@pytest.fixture
def visitor(on):
    """A visit in English with changed display and voice, in which something was typed."""
    on.journey.to_home("en")
    on.driver.touch("adjust")
    for name in ("text-largest", "contrast-high", "voice-slow", "quieter"):
        on.driver.touch(name)
    on.driver.touch("adjusted")
    on.journey.to_lesson("hoc-thu")
    write_secret(on)
    return on


def test_after_the_time_that_the_centre_set_it_asks_aloud_with_one_big_button(
    on, voice, visitor, wait_s
):
    wait_s(WARN_S - 0.5)
    assert not on.driver.is_seen("still-here")
    wait_s(1)
    assert on.driver.is_seen("still-here")
    assert voice.saying[0] == ("en", f"EN {prompts.STILL_THERE.text}")
    assert f"EN {prompts.STILL_THERE.text}" in on.driver.sentences()
    button = on.driver.rectangle_of(on.driver.find("still-here"))
    assert button.width() * button.height() > 0.02 * 1920 * 1080


@pytest.mark.parametrize("where", ["still-here", "anywhere"])
def test_any_touch_brings_the_step_back_and_does_nothing_else(on, voice, visitor, wait_s, where):
    visit = on.journey.visit
    under = on.driver.middle_of("home")
    wait_s(WARN_S + 1)
    if where == "still-here":
        on.driver.touch("still-here")
    else:
        on.driver.touch_at(under)
    assert not on.driver.is_seen("still-here")
    assert on.journey.visit == visit
    assert voice.saying == (("en", "EN Bác gõ mật khẩu."),)
    wait_s(WARN_S - 2)
    assert not on.driver.is_seen("still-here")


def test_the_touch_after_the_one_that_woke_it_counts_again(on, visitor, wait_s):
    wait_s(WARN_S + 1)
    on.driver.touch("still-here")
    on.driver.touch("home")
    assert on.journey.visit.page is Page.HOME


def test_silence_wipes_the_visit_and_leaves_no_trace(on, voice, visitor, settings, wait_s):
    assert MARKER in everything_shown(on)
    wait_s(WARN_S + 1)
    wait_s(WIPE_S)
    assert on.journey.visit == new_visit(settings)
    assert on.journey.visit.page is Page.ATTRACT
    assert voice.saying == ()
    assert (voice.slow, voice.volume) == (False, settings.voice.volume)
    assert MARKER not in everything_shown(on)


def test_digits_at_the_staffs_door_are_wiped_too(on, wait_s):
    on.journey.to_home("vi")
    on.driver.touch("call")
    on.driver.touch("staff-login")
    for digit in "1357":
        on.driver.touch(f"pin:{digit}")
    assert on.kiosk.staff.property("typed") == 4
    wait_s(WARN_S + 1)
    wait_s(WIPE_S)
    assert on.kiosk.staff.property("typed") == 0
    assert "1357" not in everything_shown(on)


def test_home_at_home_makes_room_for_the_next_person(on, settings):
    on.journey.to_home("en")
    on.driver.touch("home")
    on.driver.touch("leave-yes")
    assert on.journey.visit == new_visit(settings)


def test_home_at_home_asks_first_and_not_where_the_finger_was(on):
    on.journey.to_home("vi")
    before = on.journey.visit
    finger = on.driver.middle_of("home")
    on.driver.touch("home")
    for name in ("leave-yes", "leave-no"):
        answer = on.driver.rectangle_of(on.driver.find(name))
        assert not answer.adjusted(-40, -40, 40, 40).contains(finger)
    on.driver.touch("leave-no")
    assert on.journey.visit == before


def test_on_the_own_phone_it_waits_longer(on, wait_s):
    on.journey.to_home("vi")
    on.journey.to_lesson("hoc-thu")
    on.journey.to_way(Way.OWN_PHONE)
    on.driver.touch(NEXT)
    wait_s(OWN_PHONE_WARN_S - 2)
    assert not on.driver.is_seen("still-here")
    wait_s(3)
    assert on.driver.is_seen("still-here")


def test_the_attract_page_asks_nobody(on, wait_s):
    wait_s(10_000)
    assert on.journey.visit.page is Page.ATTRACT
    assert not on.driver.is_seen("still-here")
