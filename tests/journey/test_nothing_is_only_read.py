"""Every text of every place of every lesson is said, but for the labels of the phone."""

import pytest
from test_every_choice_is_heard import ALWAYS, leaves

from kiosk.domain.control_words import CONTROL_WORDS
from kiosk.domain.way import Way
from kiosk.folders import Folders
from kiosk.library.library import load_library
from kiosk.player.paper_note import rows_of
from kiosk.player.spoken_page import PageContent, said_again
from kiosk.player.visit import Page

ALL_WAYS_OF = "noi-wifi"
"""One lesson in every way; of the others the way that has steps of all kinds."""
LESSONS = sorted(load_library(Folders()).lessons)


def said_at(on):
    """What can be heard here: by *Hear again*, and by touching the note."""
    visit = on.journey.visit
    run = visit.run
    lines = [line.text for line in said_again(visit, PageContent())]
    rows = rows_of(run.step, on.kiosk.settings.wifi) if run.step else ()
    note = [word for row in rows for word in row]
    ways = [CONTROL_WORDS[f"way:{way}"].text for way in Way]
    return {*lines, *note, *ways, run.lesson.head.title, run.goal.text}


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_text_of_a_lesson_is_said_or_a_label_of_the_phone(headless_of, lesson):
    on = headless_of(width=1366, height=768)
    on.journey.to_home("vi")
    on.journey.to_lesson(lesson)
    only_read = {}
    ways = on.journey.run.lesson.ways if lesson == ALL_WAYS_OF else (Way.TOGETHER,)
    for way in ways:
        on.journey.to_way(way)
        while on.journey.visit.page is Page.LESSON and on.journey.run.way is way:
            run, said = on.journey.run, said_at(on)
            unsaid = {
                text
                for text in leaves(on) - ALWAYS
                if text not in said and not any(text.startswith(each) for each in said)
            }
            if unsaid and (not run.step or not run.step.payload(on.kiosk.settings)):
                only_read[f"{way} {run.number}"] = unsaid
            on.driver.touch("next")
    assert only_read == {}
