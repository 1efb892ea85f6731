"""The handout is printed from the search page, for a citizen at the counter."""

import subprocess

import pytest
from fake_printer import NO_PAPER

from kiosk.domain import prompts
from kiosk.domain.settings import Handout
from kiosk.player.visit import Page


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"handout": Handout(printer="default")})


def print_what_is_found(headless, staff):
    staff.open("find")
    staff.type("khai tu")
    staff.wait_until(lambda: staff.names("found:")[:1] == ["found:khai-tu"])
    staff.touch("print:khai-tu")


def wait_for(headless, staff, state):
    staff.wait_patiently(lambda: headless.kiosk.printing.property("state") == state)


def test_one_touch_prints_the_sheet_of_what_was_found_and_stays_there(
    headless, staff, voice, printer
):
    print_what_is_found(headless, staff)
    assert voice.saying == (("vi", prompts.PRINTING.text),)
    assert prompts.PRINTING.text in staff.texts()
    assert not staff.sees("print:khai-tu"), "one sheet at a time"
    wait_for(headless, staff, "done")
    assert voice.saying == (("vi", prompts.PRINTED.text),)
    assert prompts.PRINTED.text in staff.texts()
    read = subprocess.run(
        ["pdftotext", "-raw", printer.printed, "-"], check=True, capture_output=True
    )
    title = headless.kiosk.lesson_store.library.heads["khai-tu"].title
    assert title in " ".join(read.stdout.decode().split())
    assert headless.journey.visit.page is Page.STAFF


def test_what_was_told_goes_when_one_looks_for_something_else(headless, staff, printer):
    printer.say("state", NO_PAPER)
    print_what_is_found(headless, staff)
    wait_for(headless, staff, "failed")
    assert prompts.NO_PAPER.text in staff.texts()
    staff.type(" x")
    assert prompts.NO_PAPER.text not in staff.texts()


def test_the_button_is_large_enough_for_a_finger(headless, staff):
    staff.open("find")
    name = staff.names("print:")[0]
    place = headless.driver.rectangle_of(headless.driver.find(name))
    a_key = headless.driver.rectangle_of(headless.driver.find("more-found"))
    assert place.width() >= a_key.height()
    assert place.height() >= a_key.height()


def test_without_a_printer_nothing_is_offered(make_headless, headless, staff, settings):
    headless.kiosk.use_settings(settings.model_copy(update={"handout": Handout()}))
    staff.open("find")
    assert staff.names("found:")
    assert staff.names("print:") == []
