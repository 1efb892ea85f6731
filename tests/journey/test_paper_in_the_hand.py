"""At the end of a lesson: a QR code to take home, and a printed handout with one touch."""

import os
import signal
import subprocess

import pytest
from fake_printer import IDLE, NO_PAPER, PROCESSING
from test_code_on_screen import read_back

from kiosk.domain import prompts
from kiosk.domain.settings import Handout
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.handout.print_jobs import title_of
from kiosk.player.visit import Page


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"handout": Handout(printer="default")})


def to_the_end(headless, language="vi"):
    headless.journey.to_home(language)
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.OWN_PHONE)
    while headless.journey.visit.page is not Page.DONE:
        headless.driver.touch(NEXT)


def state_of(headless):
    return headless.kiosk.printing.property("state")


def wait_for(headless, *states):
    headless.driver.wait_until(lambda: state_of(headless) in states, " or ".join(states))


def assert_told(headless, voice, line):
    assert voice.saying == (("vi", line.text),)
    assert line.text in headless.driver.sentences()


def assert_said(headless, voice, line):
    assert ("vi", line.text) in voice.saying
    assert line.text in headless.driver.sentences()


def test_a_touch_prints_the_sheet_of_this_lesson_and_the_voice_says_so(headless, voice, printer):
    to_the_end(headless)
    headless.driver.touch("print")
    assert state_of(headless) == "working"
    assert_told(headless, voice, prompts.PRINTING)
    assert not headless.driver.is_seen("print")
    wait_for(headless, "done", "failed")
    assert state_of(headless) == "done"
    assert_told(headless, voice, prompts.PRINTED)
    read = subprocess.run(
        ["pdftotext", "-raw", printer.printed, "-"], check=True, capture_output=True
    )
    assert headless.journey.run.lesson.head.goal.split()[0] in read.stdout.decode()


def test_in_another_language_the_sheet_speaks_both(headless, printer):
    to_the_end(headless, "en")
    headless.driver.touch("print")
    wait_for(headless, "done", "failed")
    read = subprocess.run(
        ["pdftotext", "-raw", printer.printed, "-"], check=True, capture_output=True
    )
    title = headless.journey.run.lesson.head.title
    words = " ".join(read.stdout.decode().replace("\N{NON-BREAKING HYPHEN}", "-").split())
    assert f"EN {title}" in words
    asked = headless.kiosk.printing._process.arguments
    assert asked[asked.index("--way") + 1] == Way.OWN_PHONE  # the way that its code opens at home


def test_a_printer_without_paper_sends_to_the_staff_and_may_be_tried_again(
    headless, voice, printer
):
    printer.say("state", NO_PAPER)
    to_the_end(headless)
    headless.driver.touch("print")
    wait_for(headless, "done", "failed")
    assert state_of(headless) == "failed"
    assert_told(headless, voice, prompts.NO_PAPER)
    assert headless.driver.is_seen("print")


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        ("media-jam-error", prompts.PAPER_JAM),
        ("cover-open-error", prompts.COVER_OPEN),
        ("toner-empty-error", prompts.NO_INK),
    ],
)
def test_what_the_printer_lacks_is_told_in_words(headless, voice, printer, reason, line):
    printer.say("state", IDLE.replace("none", reason))
    to_the_end(headless)
    headless.driver.touch("print")
    wait_for(headless, "done", "failed")
    assert_told(headless, voice, line)


def test_of_a_lesson_a_visit_is_given_one_sheet_and_then_a_kind_word(headless, voice, printer):
    to_the_end(headless)
    headless.driver.touch("print")
    wait_for(headless, "done")
    headless.driver.touch("home")
    headless.journey.to_lesson("hoc-thu")
    headless.journey.to_way(Way.OWN_PHONE)
    while headless.journey.visit.page is not Page.DONE:
        headless.driver.touch(NEXT)
    for _ in range(3):
        headless.driver.touch("print")
        assert_told(headless, voice, prompts.PRINTED_BEFORE)
    assert len([line for line in printer.asked if line.startswith("lp ")]) == 1


def test_a_printer_that_never_answers_is_given_up(headless, voice, printer):
    printer.say("hangs")
    headless.kiosk.printing.set_limit(300)
    to_the_end(headless)
    headless.driver.touch("print")
    wait_for(headless, "failed")
    assert_told(headless, voice, prompts.PRINTER_NOT_READY)


def test_a_sheet_that_nobody_waits_for_any_more_is_taken_back(headless, printer):
    printer.say("title", title_of("kiosk-hoc-thu"))
    printer.say("lp-hangs")
    to_the_end(headless)
    headless.driver.touch("print")
    headless.driver.wait_until(
        lambda: any(each[:3] == "lp " for each in printer.asked), "the handing in"
    )
    os.kill(headless.kiosk.printing._process.process_id, signal.SIGKILL)
    wait_for(headless, "failed")
    headless.driver.wait_until(
        lambda: "cancel may-in-7" in printer.asked, "the sheet to be taken back"
    )


def test_at_the_start_what_is_left_from_before_is_taken_back_even_if_the_service_is_late(
    headless, printer
):
    printer.say("title", title_of("kiosk-hoc-thu"))
    printer.say("job-state", "unknown yet")
    headless.kiosk.printing.take_back()
    taking_back = headless.kiosk.printing._taking_back
    headless.driver.wait_until(lambda: taking_back.failures, "the first try to fail")
    printer.say("job-state", PROCESSING)
    headless.driver.wait_until(lambda: not taking_back.failures, "the sheet to be taken back")
    assert "cancel may-in-7" in printer.asked


def test_who_has_left_is_told_nothing_more(headless, voice, printer):
    to_the_end(headless)
    headless.driver.touch("print")
    headless.driver.touch("home")
    headless.driver.wait_until(printer.printed.exists, "the sheet")
    wait_for(headless, "idle")
    assert prompts.PRINTED.text not in [line for said in voice.told for _, line in said]


def test_without_a_printer_there_is_the_code_alone_that_opens_the_centres_page(
    make_headless, centre, settings
):
    address = "https://xa-mau.example/{number}"
    headless = make_headless(
        centre,
        of=settings.model_copy(
            update={"handout": Handout.model_validate({"web_address": address})}
        ),
    )
    to_the_end(headless)
    assert not headless.driver.is_seen("print")
    number = str(headless.journey.run.lesson.head.number)
    headless.driver.wait_until(
        lambda: address.replace("{number}", number) in read_back(headless.driver.picture()),
        "a code to read",
    )


def test_the_code_opens_the_take_home_pages_in_her_language_where_she_stopped(
    make_headless, centre, settings
):
    handout = Handout.model_validate({"web_address": "https://xa-mau.example/hoc/"})
    headless = make_headless(centre, of=settings.model_copy(update={"handout": handout}))
    to_the_end(headless, "en")
    address = f"https://xa-mau.example/hoc/#{headless.journey.run.lesson.head.number}.en.own-phone"
    headless.driver.wait_until(
        lambda: address in read_back(headless.driver.picture()), "a code to read"
    )


def test_what_the_code_is_for_is_said_where_there_is_a_code(headless, voice, settings):
    headless.kiosk.use_settings(settings.model_copy(update={"handout": Handout()}))
    to_the_end(headless)
    assert prompts.SCAN_AT_HOME.text not in [text for _, text in voice.saying]
    handout = Handout.model_validate({"web_address": "https://xa-mau.example/hoc/"})
    headless.kiosk.use_settings(settings.model_copy(update={"handout": handout}))
    headless.driver.touch("hear")
    assert_said(headless, voice, prompts.SCAN_AT_HOME)


def test_with_neither_printer_nor_page_nothing_is_promised(make_headless, centre, settings):
    headless = make_headless(centre, of=settings.model_copy(update={"handout": Handout()}))
    to_the_end(headless)
    assert not headless.driver.is_seen("print")
    assert read_back(headless.driver.picture()) == []
    assert not [said for said in headless.driver.sentences() if "mã" in said]


def test_a_printer_that_staff_set_is_there_at_once(make_headless, centre, settings):
    without = settings.model_copy(update={"handout": Handout()})
    headless = make_headless(centre, of=without)
    to_the_end(headless)
    headless.kiosk.use_settings(settings)
    headless.driver.wait_until(lambda: headless.driver.is_seen("print"), "the button")
