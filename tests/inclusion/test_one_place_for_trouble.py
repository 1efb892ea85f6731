"""The button for trouble keeps its place on the learner's own phone; numbers are not broken."""

import pytest
from window_snapshot import rectangle_of

from kiosk.domain.settings import TextSize
from kiosk.domain.way import Way
from kiosk.headless.ui_driver import items_below, seen_below

LESSON = "vneid-vao-lai"
"""A lesson whose steps on the learner's own phone alternate between pictures and screens."""
VARIANTS = {
    "wide": (1920, 1080, 21.5, TextSize.NORMAL),
    "large": (1920, 1080, 21.5, TextSize.LARGEST),
    "old": (1024, 768, 15, TextSize.LARGEST),
    "tall": (1080, 1920, 32, TextSize.LARGEST),
}
MANY_TROUBLES = 3
CALLED = "Số lạ 09•• ••• •••"


@pytest.fixture
def at_home(make_headless, settings):
    def make(variant):
        width, height, diagonal_in, size = VARIANTS[variant]
        requests = {"diagonal_in": diagonal_in, "text_size": size}
        display = settings.display.model_copy(update=requests)
        of = settings.model_copy(update={"display": display})
        made = make_headless(of=of, width=width, height=height, motion=False)
        made.journey.to_home("vi")
        return made

    return make


@pytest.mark.parametrize("variant", ["wide", "tall"])
def test_the_button_for_trouble_is_found_at_one_place_beside_phone_and_picture(at_home, variant):
    headless = at_home(variant)
    headless.journey.to_lesson(LESSON)
    headless.journey.to_way(Way.OWN_PHONE)
    places, with_phone = set(), set()
    for _ in headless.journey.places(Way.OWN_PHONE):
        if headless.journey.run.step is not None:
            place = rectangle_of(headless.driver.find("trouble"))
            places.add((round(place.x()), round(place.y())))
            with_phone.add(headless.journey.run.step.screen is not None)
    assert with_phone == {True, False}
    assert len(places) == 1


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_is_told_of_three_troubles_is_read_above_them(at_home, variant):
    headless = at_home(variant)
    headless.journey.to_lesson("noi-wifi")
    headless.journey.to_way(Way.OWN_PHONE)
    while (
        len(headless.journey.run.step.troubles if headless.journey.run.step else ()) < MANY_TROUBLES
    ):
        headless.journey.touch_expected()
    headless.driver.touch("trouble")
    headless.driver.settle()
    messages = [item for item in seen_below(headless.kiosk.window.contentItem()) if is_told(item)]
    first = rectangle_of(headless.driver.find("trouble:khong-thay-cai-dat"))
    assert len(messages) == 3
    assert [each.property("sentence") for each in messages if not is_above(each, first)] == []


def is_told(item):
    return bool(item.property("sentence")) and bool(item.property("saysAgain"))


def is_above(item, first):
    return rectangle_of(item).bottom() <= first.top() + 1


def test_the_number_of_who_calls_is_not_broken(at_home):
    headless = at_home("old")
    headless.journey.to_lesson("lua-dao")
    headless.journey.to_way(Way.WATCH)
    while headless.journey.run.number < 3:
        headless.journey.touch_expected()
    headless.driver.wait_for_frame()
    glass = headless.driver.find("phoneScreen")
    texts = [each for each in items_below(glass) if each.inherits("QQuickText")]
    plain = {each.property("text").replace("\N{NO-BREAK SPACE}", " "): each for each in texts}
    name = plain[CALLED]
    assert name.property("text") == CALLED.replace("• •", "•\N{NO-BREAK SPACE}•")
    assert name.property("contentWidth") <= name.width() + 1


def test_a_note_to_copy_does_not_lie_under_the_button(at_home):
    headless = at_home("large")
    headless.journey.to_lesson("noi-wifi")
    headless.journey.to_way(Way.OWN_PHONE)
    while not headless.kiosk.visit.lesson.note.count:
        headless.journey.do_step()
    headless.driver.wait_for_frame()
    button = rectangle_of(headless.driver.find("trouble"))
    letters = [
        rectangle_of(each)
        for each in items_below(headless.kiosk.window.contentItem())
        if each.isVisible() and each.property("copied") is not None
    ]
    assert letters
    assert max(each.bottom() for each in letters) <= button.top()
