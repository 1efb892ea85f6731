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
def headless(make_headless, made):
    def narrator(_settings, _folders, parent):
        made.append(FakeNarrator(parent))
        return made[-1]

    return make_headless(CHECKOUT, narrator=narrator)


@pytest.fixture
def said(headless, made):
    """Returns all that is spoken for the current page, as one text."""

    def is_reported(*, again: bool = True) -> str:
        if again:
            headless.driver.touch("hear")
        return "\n".join(sentence for _, sentence in made[-1].saying)

    return is_reported


def unsaid(headless, reported):
    """The sentences and buttons of the current page that are not among the spoken texts."""
    left = {text for text in headless.driver.sentences() if text not in reported}
    for item in items_below(headless.kiosk.window.contentItem()):
        name = item.objectName()
        if not item.inherits("QQuickAbstractButton") or name in NOT_HERS or not item.isEnabled():
            continue
        if name.startswith("phone:") or not item.isVisible() or not headless.driver.is_seen(name):
            continue
        word = CONTROL_WORDS.get(name)
        deed = headless.kiosk.visit.worded(word.text) if word else ""
        text = item.property("text") or item.property("spokenName")
        if any(map(str.isalpha, text)) and text not in reported and not (deed and deed in reported):
            left.add(text)
    return left


def to_lesson(headless):
    headless.journey.to_home("vi")
    headless.journey.to_lesson(LESSON)


def test_language_page(headless, said):
    headless.journey.to_language_page()
    assert unsaid(headless, said()) == set()


def test_every_page_of_home(headless, said):
    headless.journey.to_home("vi")
    for page in range(headless.kiosk.visit.home.pageCount):
        assert headless.journey.visit.home_page == page
        assert unsaid(headless, said()) == set()
        headless.driver.touch("next")


def test_the_pictures_of_phones(headless, said):
    headless.journey.to_home("vi")
    headless.journey.to_tile(LESSON)
    headless.driver.wait_until(
        lambda: headless.journey.visit.page is Page.PHONE, "which phone she holds"
    )
    assert unsaid(headless, said()) == set()


@pytest.mark.parametrize("sheet", ["adjust", "language", "ways"])
def test_sheets_upon_a_lesson(headless, said, sheet):
    to_lesson(headless)
    headless.driver.touch(sheet)
    assert unsaid(headless, said()) == set()


def test_calling_staff(headless, said):
    to_lesson(headless)
    headless.driver.touch("call")
    assert unsaid(headless, said(again=False)) == set()


def test_troubles_and_what_helps(headless, said):
    to_lesson(headless)
    headless.journey.to_way(Way.OWN_PHONE)
    while not troubles_of(headless.journey.run):
        headless.driver.touch("next")
    headless.driver.touch("trouble")
    assert unsaid(headless, said()) == set()
    first = next(each for each in headless.kiosk.visit.sheets.troubles.rows)
    headless.driver.touch(f"trouble:{first.name}")
    while headless.driver.is_seen("trouble-tried"):
        assert unsaid(headless, said()) == set()
        headless.driver.touch("trouble-tried")
    assert unsaid(headless, said()) == set()


def test_the_end_of_a_lesson(headless, said):
    to_lesson(headless)
    headless.journey.to_way(Way.OWN_PHONE)
    while headless.journey.visit.page is Page.LESSON:
        headless.driver.touch("next")
    assert headless.journey.visit.page is Page.DONE
    assert unsaid(headless, said()) == set()


def test_leaving_and_the_question_whether_somebody_is_there(headless, said):
    to_lesson(headless)
    headless.driver.touch("home")
    assert unsaid(headless, said()) == set()
    headless.driver.touch("home")
    assert unsaid(headless, said()) == set()
    headless.kiosk.visit.check_idle_after(100)
    assert CONTROL_WORDS["still-here"].text in said(again=False)


def test_staff_can_be_called_upon_every_sheet_of_a_lesson(headless):
    to_lesson(headless)
    call(headless, "ways")
    headless.driver.touch("ways-close")
    headless.journey.to_way(Way.OWN_PHONE)
    while not headless.driver.is_seen("trouble"):
        headless.driver.touch("next")
    call(headless, "trouble")
    headless.driver.touch("trouble-close")
    headless.driver.touch("home")
    call(headless, "home")
    assert headless.journey.visit.leaving


def call(headless, opener):
    headless.driver.touch(opener)
    headless.driver.touch("call")
    assert headless.journey.visit.calling_staff
    headless.driver.touch("staff-came")
    assert not headless.journey.visit.calling_staff
