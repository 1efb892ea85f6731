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
def test_a_lesson_is_played_to_the_end_and_every_text_of_it_is_said(headless_of, lesson):
    on = headless_of(
        of=Settings.model_validate({"wifi": {"name": "Mang-Khach"}}), width=1366, height=768
    )
    on.journey.to_home("vi")
    on.journey.to_lesson(lesson)
    only_read = {}
    for way in on.journey.run.lesson.ways:
        on.journey.to_way(way)
        for run in on.journey.places(way):
            assert run.newest_line.text in on.driver.sentences()
            if unsaid := unsaid_at(on):
                only_read[f"{way} {run.number}"] = unsaid
    assert on.journey.visit.page is Page.DONE
    assert only_read == {}


def unsaid_at(on) -> set[str]:
    """What is read here and cannot be heard, but for the labels of the phone."""
    step = on.journey.run.step
    if step and step.payload(on.kiosk.settings):
        return set()
    said = said_at(on)
    return {
        text
        for text in leaves(on) - ALWAYS
        if text not in said and not any(text.startswith(each) for each in said)
    }


def said_at(on) -> set[str]:
    """What can be heard here: by *Hear again*, and by touching the note."""
    visit = on.journey.visit
    run = visit.run
    lines = [line.text for line in said_again(visit, PageContent())]
    rows = rows_of(run.step, on.kiosk.settings.wifi) if run.step else ()
    note = [word for row in rows for word in row]
    ways = [CONTROL_WORDS[f"way:{way}"].text for way in Way]
    return {*lines, *note, *ways, run.lesson.head.title, run.goal.text}
