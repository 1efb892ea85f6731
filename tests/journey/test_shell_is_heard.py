"""Every choice outside the lessons is spoken, with the shipped lessons."""

import pytest
from fakes import FakeNarrator

from kiosk.domain.control_words import CONTROL_WORDS
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.headless.ui_driver import items_below
from kiosk.player.trouble_help import troubles_of
from kiosk.player.visit import Page

LESSON = "noi-wifi"
NOT_HERS = {"mark"}
"""Buttons that only staff touch."""


@pytest.fixture
def made():
    return []


@pytest.fixture
def on(headless_of, made):
    def narrator(_settings, _folders, parent):
        made.append(FakeNarrator(parent))
        return made[-1]

    return headless_of(CHECKOUT, narrator=narrator)


@pytest.fixture
def said(on, made):
    """Returns all that is spoken for the current page, as one text."""

    def told(*, again: bool = True) -> str:
        if again:
            on.driver.touch("hear")
        return "\n".join(sentence for _, sentence in made[-1].saying)

    return told


def unsaid(on, told):
    """The sentences and buttons of the current page that are not among the spoken texts."""
    left = {text for text in on.driver.sentences() if text not in told}
    for item in items_below(on.kiosk.window.contentItem()):
        name = item.objectName()
        if not item.inherits("QQuickAbstractButton") or name in NOT_HERS or not item.isEnabled():
            continue
        if name.startswith("phone:") or not item.isVisible() or not on.driver.is_seen(name):
            continue
        word = CONTROL_WORDS.get(name)
        deed = on.kiosk.visit.worded(word.text) if word else ""
        text = item.property("text") or item.property("spokenName")
        if any(map(str.isalpha, text)) and text not in told and not (deed and deed in told):
            left.add(text)
    return left


def to_lesson(on):
    on.journey.to_home("vi")
    on.journey.to_lesson(LESSON)


def test_language_page(on, said):
    on.journey.to_language_page()
    assert unsaid(on, said()) == set()


def test_every_page_of_home(on, said):
    on.journey.to_home("vi")
    for page in range(on.kiosk.visit.home.pageCount):
        assert on.journey.visit.home_page == page
        assert unsaid(on, said()) == set()
        on.driver.touch("next")


def test_the_pictures_of_phones(on, said):
    on.journey.to_home("vi")
    on.journey.to_tile(LESSON)
    on.driver.wait_until(lambda: on.journey.visit.page is Page.PHONE, "which phone she holds")
    assert unsaid(on, said()) == set()


@pytest.mark.parametrize("sheet", ["adjust", "language", "ways"])
def test_sheets_upon_a_lesson(on, said, sheet):
    to_lesson(on)
    on.driver.touch(sheet)
    assert unsaid(on, said()) == set()


def test_calling_staff(on, said):
    to_lesson(on)
    on.driver.touch("call")
    assert unsaid(on, said(again=False)) == set()


def test_troubles_and_what_helps(on, said):
    to_lesson(on)
    on.journey.to_way(Way.OWN_PHONE)
    while not troubles_of(on.journey.run):
        on.driver.touch("next")
    on.driver.touch("trouble")
    assert unsaid(on, said()) == set()
    first = next(each for each in on.kiosk.visit.sheets.troubles.rows)
    on.driver.touch(f"trouble:{first.name}")
    while on.driver.is_seen("trouble-tried"):
        assert unsaid(on, said()) == set()
        on.driver.touch("trouble-tried")
    assert unsaid(on, said()) == set()


def test_the_end_of_a_lesson(on, said):
    to_lesson(on)
    on.journey.to_way(Way.OWN_PHONE)
    while on.journey.visit.page is Page.LESSON:
        on.driver.touch("next")
    assert on.journey.visit.page is Page.DONE
    assert unsaid(on, said()) == set()


def test_leaving_and_the_question_whether_somebody_is_there(on, said):
    to_lesson(on)
    on.driver.touch("home")
    assert unsaid(on, said()) == set()
    on.driver.touch("home")
    assert unsaid(on, said()) == set()
    on.kiosk.visit.check_idle_after(100)
    assert CONTROL_WORDS["still-here"].text in said(again=False)


def test_staff_can_be_called_upon_every_sheet_of_a_lesson(on):
    to_lesson(on)
    call(on, "ways")
    on.driver.touch("ways-close")
    on.journey.to_way(Way.OWN_PHONE)
    while not on.driver.is_seen("trouble"):
        on.driver.touch("next")
    call(on, "trouble")
    on.driver.touch("trouble-close")
    on.driver.touch("home")
    call(on, "home")
    assert on.journey.visit.leaving


def call(on, opener):
    on.driver.touch(opener)
    on.driver.touch("call")
    assert on.journey.visit.calling_staff
    on.driver.touch("staff-came")
    assert not on.journey.visit.calling_staff
