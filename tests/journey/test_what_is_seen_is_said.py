"""The displayed sentence is that of the current step."""

from kiosk.domain.step import NEXT
from kiosk.headless.ui_driver import items_below

SHOWN_OTHERWISE = {0x2011: "-", 0xA0: " ", 0x200B: ""}


def read(headless) -> str:
    """The displayed text of the step's sentence."""
    words = next(
        each
        for each in items_below(headless.driver.item("line"))
        if each.inherits("QQuickTextEdit")
    )
    return words.property("text").translate(SHOWN_OTHERWISE)


def test_each_step_shows_its_own_sentence(headless):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    for _ in range(3):
        headless.driver.touch(NEXT)
        assert read(headless) == headless.journey.run.line.text


def test_larger_letters_show_it_too(headless):
    headless.journey.to_home("vi")
    headless.journey.to_lesson("hoc-thu")
    headless.driver.touch(NEXT)
    headless.driver.touch("adjust")
    headless.driver.touch("text-largest")
    headless.driver.touch("adjusted")
    assert read(headless) == headless.journey.run.line.text
