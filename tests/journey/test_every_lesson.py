"""Every shipped lesson is played in the real application, in every way."""

import pytest

from kiosk.domain.settings import Settings
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.player.visit import Page

LESSONS = sorted(load_library(Folders(home=CHECKOUT)).lessons)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_played_to_the_end_and_shows_what_it_tells(headless_of, lesson):
    on = headless_of(
        of=Settings.model_validate({"wifi": {"name": "Mang-Khach"}}), width=1366, height=768
    )
    on.journey.to_home("vi")
    on.journey.to_lesson(lesson)
    for way in on.journey.run.lesson.ways:
        on.journey.to_way(way)
        for run in on.journey.places(way):
            assert run.newest_line.text in on.driver.sentences()
    assert on.journey.visit.page is Page.DONE
