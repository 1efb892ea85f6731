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


def everything_shown(headless) -> str:
    """The values of all properties of the window, its items and the view models, as one text."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window = headless.kiosk.window
    roots = [*items_below(window.contentItem()), *objects_below(headless.kiosk.visit)]
    found = {id(each): each for each in (*roots, window, *objects_below(headless.kiosk))}
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


def write_secret(headless):
    headless.journey.to_way(Way.TOGETHER)
    while headless.journey.run.number < 3:
        headless.journey.touch_expected()
    while (
        headless.journey.run.progress[0] != MARKER
    ):  # with the keys for capitals and numbers between
        headless.journey.touch_expected()


@pytest.fixture
def visitor(headless):
    """A visit in English with changed display and voice, in which something was typed."""
    headless.journey.to_home("en")
    headless.driver.touch("adjust")
    for name in ("text-largest", "contrast-high", "voice-slow", "quieter"):
        headless.driver.touch(name)
    headless.driver.touch("adjusted")
    headless.journey.to_lesson("hoc-thu")
    write_secret(headless)
    return headless


def test_after_the_time_that_the_centre_set_it_asks_aloud_with_one_big_button(
    headless, voice, visitor, wait_s
):
    wait_s(WARN_S - 0.5)
    assert not headless.driver.is_seen("still-here")
    wait_s(1)
    assert headless.driver.is_seen("still-here")
    assert voice.saying[0] == ("en", f"EN {prompts.STILL_THERE.text}")
    assert f"EN {prompts.STILL_THERE.text}" in headless.driver.sentences()
    button = headless.driver.rectangle_of(headless.driver.find("still-here"))
    assert button.width() * button.height() > 0.02 * 1920 * 1080


@pytest.mark.parametrize("where", ["still-here", "anywhere"])
def test_any_touch_brings_the_step_back_and_does_nothing_else(
    headless, voice, visitor, wait_s, where
):
    visit = headless.journey.visit
    under = headless.driver.middle_of("home")
    wait_s(WARN_S + 1)
    if where == "still-here":
        headless.driver.touch("still-here")
    else:
        headless.driver.touch_at(under)
    assert not headless.driver.is_seen("still-here")
    assert headless.journey.visit == visit
    assert voice.saying == (("en", "EN Bác gõ mật khẩu."),)
    wait_s(WARN_S - 2)
    assert not headless.driver.is_seen("still-here")


def test_the_touch_after_the_one_that_woke_it_counts_again(headless, visitor, wait_s):
    wait_s(WARN_S + 1)
    headless.driver.touch("still-here")
    headless.driver.touch("home")
    assert headless.journey.visit.page is Page.HOME


def test_silence_wipes_the_visit_and_leaves_no_trace(headless, voice, visitor, settings, wait_s):
    assert MARKER in everything_shown(headless)
    wait_s(WARN_S + 1)
    wait_s(WIPE_S)
    assert headless.journey.visit == new_visit(settings)
    assert headless.journey.visit.page is Page.ATTRACT
    assert voice.saying == ()
    assert (voice.slow, voice.volume) == (False, settings.voice.volume)
    assert MARKER not in everything_shown(headless)


def test_digits_at_the_staffs_door_are_wiped_too(headless, wait_s):
    headless.journey.to_home("vi")
    headless.driver.touch("call")
    headless.driver.touch("staff-login")
    for digit in "1357":
        headless.driver.touch(f"pin:{digit}")
    assert headless.kiosk.staff.property("typed") == 4
    wait_s(WARN_S + 1)
    wait_s(WIPE_S)
    assert headless.kiosk.staff.property("typed") == 0
    assert "1357" not in everything_shown(headless)


def test_home_at_home_makes_room_for_the_next_person(headless, settings):
    headless.journey.to_home("en")
    headless.driver.touch("home")
    headless.driver.touch("leave-yes")
    assert headless.journey.visit == new_visit(settings)


def test_home_at_home_asks_first_and_not_where_the_finger_was(headless):
    headless.journey.to_home("vi")
    before = headless.journey.visit
    finger = headless.driver.middle_of("home")
    headless.driver.touch("home")
    for name in ("leave-yes", "leave-no"):
        answer = headless.driver.rectangle_of(headless.driver.find(name))
        assert not answer.adjusted(-40, -40, 40, 40).contains(finger)
    headless.driver.touch("leave-no")
    assert headless.journey.visit == before


def test_on_the_own_phone_it_waits_longer(headless, wait_s):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.OWN_PHONE)
    headless.driver.touch(NEXT)
    wait_s(OWN_PHONE_WARN_S - 2)
    assert not headless.driver.is_seen("still-here")
    wait_s(3)
    assert headless.driver.is_seen("still-here")


def test_the_attract_page_asks_nobody(headless, wait_s):
    wait_s(10_000)
    assert headless.journey.visit.page is Page.ATTRACT
    assert not headless.driver.is_seen("still-here")
