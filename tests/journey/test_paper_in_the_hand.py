"""At the end of a lesson: a code to take home, and the sheet from the printer by one touch."""

import subprocess

import pytest
from fake_printer import NO_PAPER
from test_code_on_screen import read_back

from kiosk.domain import prompts
from kiosk.domain.settings import Handout
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.player.visit import Page


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"handout": Handout(printer="default")})


def to_the_end(on, language="vi"):
    on.walk.to_home(language)
    on.walk.to_lesson("hoc-thu")
    on.walk.to_way(Way.OWN_PHONE)
    while on.walk.visit.page is not Page.DONE:
        on.driver.touch(NEXT)


def state_of(on):
    return on.kiosk.printing.property("state")


def wait_for(on, *states):
    on.driver.wait_until(lambda: state_of(on) in states, " or ".join(states))


def assert_told(on, voice, line):
    assert voice.saying == (("vi", line.text),)
    assert line.text in on.driver.sentences()


def test_a_touch_prints_the_sheet_of_this_lesson_and_the_voice_says_so(on, voice, printer):
    to_the_end(on)
    on.driver.touch("print")
    assert state_of(on) == "working"
    assert_told(on, voice, prompts.PRINTING)
    assert not on.driver.is_seen("print")
    wait_for(on, "done", "failed")
    assert state_of(on) == "done"
    assert_told(on, voice, prompts.PRINTED)
    read = subprocess.run(
        ["pdftotext", "-raw", printer.printed, "-"], check=True, capture_output=True
    )
    assert on.walk.run.lesson.head.goal.split()[0] in read.stdout.decode()


def test_in_another_language_the_sheet_speaks_both(on, printer):
    to_the_end(on, "en")
    on.driver.touch("print")
    wait_for(on, "done", "failed")
    read = subprocess.run(
        ["pdftotext", "-raw", printer.printed, "-"], check=True, capture_output=True
    )
    title = on.walk.run.lesson.head.title
    words = " ".join(read.stdout.decode().replace("\N{NON-BREAKING HYPHEN}", "-").split())
    assert f"EN {title}" in words


def test_a_printer_without_paper_sends_to_the_staff_and_may_be_tried_again(on, voice, printer):
    printer.say("state", NO_PAPER)
    to_the_end(on)
    on.driver.touch("print")
    wait_for(on, "done", "failed")
    assert state_of(on) == "failed"
    assert_told(on, voice, prompts.NO_PAPER)
    assert on.driver.is_seen("print")


def test_a_printer_that_never_answers_is_given_up(on, voice, printer):
    printer.say("hangs")
    on.kiosk.printing.set_limit(300)
    to_the_end(on)
    on.driver.touch("print")
    wait_for(on, "failed")
    assert_told(on, voice, prompts.PRINTER_NOT_READY)


def test_who_has_left_is_told_nothing_more(on, voice, printer):
    to_the_end(on)
    on.driver.touch("print")
    on.driver.touch("home")
    on.driver.wait_until(printer.printed.exists, "the sheet")
    wait_for(on, "idle")
    assert prompts.PRINTED.text not in [line for said in voice.told for _, line in said]


def test_without_a_printer_there_is_the_code_alone(stage_of, centre, settings):
    on = stage_of(centre, of=settings.model_copy(update={"handout": Handout()}))
    to_the_end(on)
    assert not on.driver.is_seen("print")
    number = on.walk.run.lesson.head.number
    on.driver.wait_until(
        lambda: f"KIOSK:{number}" in read_back(on.driver.picture()), "a code to read"
    )


def test_a_printer_that_staff_set_is_there_at_once(stage_of, centre, settings):
    without = settings.model_copy(update={"handout": Handout()})
    on = stage_of(centre, of=without)
    to_the_end(on)
    on.kiosk.use_settings(settings)
    on.driver.wait_until(lambda: on.driver.is_seen("print"), "the button")
