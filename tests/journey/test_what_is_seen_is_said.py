"""The displayed sentence is that of the current step."""

from kiosk.domain.step import NEXT
from kiosk.headless.ui_driver import items_below

SHOWN_OTHERWISE = {0x2011: "-", 0xA0: " ", 0x200B: ""}


def read(on) -> str:
    """The displayed text of the step's sentence."""
    words = next(
        each for each in items_below(on.driver.item("line")) if each.inherits("QQuickTextEdit")
    )
    return words.property("text").translate(SHOWN_OTHERWISE)


def test_each_step_shows_its_own_sentence(on):
    on.journey.to_home("vi")
    on.journey.to_lesson("hoc-thu")
    for _ in range(3):
        on.driver.touch(NEXT)
        assert read(on) == on.journey.run.line.text


def test_larger_letters_show_it_too(on):
    on.journey.to_home("vi")
    on.journey.to_lesson("hoc-thu")
    on.driver.touch(NEXT)
    on.driver.touch("adjust")
    on.driver.touch("text-largest")
    on.driver.touch("adjusted")
    assert read(on) == on.journey.run.line.text
