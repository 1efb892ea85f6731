"""Every shipped lesson is played in the real application, in every way."""

import pytest
from test_every_choice_is_heard import ALWAYS, leaves

from kiosk.domain.control_words import CONTROL_WORDS
from kiosk.domain.settings import Settings
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.player.paper_note import rows_of
from kiosk.player.spoken_page import PageContent, said_again
from kiosk.player.visit import Page

LESSONS = sorted(load_library(Folders(home=CHECKOUT)).lessons)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_played_to_the_end_and_every_text_of_it_is_said(make_headless, lesson):
    headless = make_headless(
        of=Settings.model_validate({"wifi": {"name": "Mang-Khach"}}), width=1366, height=768
    )
    headless.journey.to_home("vi")
    headless.journey.to_lesson(lesson)
    only_read = {}
    for way in headless.journey.run.lesson.ways:
        headless.journey.to_way(way)
        for run in headless.journey.places(way):
            assert run.newest_line.text in headless.driver.sentences()
            if unsaid := unsaid_at(headless):
                only_read[f"{way} {run.number}"] = unsaid
    assert headless.journey.visit.page is Page.DONE
    assert only_read == {}


def unsaid_at(headless) -> set[str]:
    """What is read here and cannot be heard, but for the labels of the phone."""
    step = headless.journey.run.step
    if step and step.payload(headless.kiosk.settings):
        return set()
    said = said_at(headless)
    return {
        text
        for text in leaves(headless) - ALWAYS
        if text not in said and not any(text.startswith(each) for each in said)
    }


def said_at(headless) -> set[str]:
    """What can be heard here: by *Hear again*, and by touching the note."""
    visit = headless.journey.visit
    run = visit.run
    lines = [line.text for line in said_again(visit, PageContent())]
    rows = rows_of(run.step, headless.kiosk.settings.wifi) if run.step else ()
    note = [word for row in rows for word in row]
    ways = [CONTROL_WORDS[f"way:{way}"].text for way in Way]
    return {*lines, *note, *ways, run.lesson.head.title, run.goal.text}
