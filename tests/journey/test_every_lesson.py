"""Every shipped lesson is played through in the real application, in every way."""

import pytest

from kiosk.content.library import load_library
from kiosk.domain.settings import Settings
from kiosk.folders import CHECKOUT, Folders
from kiosk.player.visit import Page

LESSONS = sorted(load_library(Folders(home=CHECKOUT)).lessons)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_played_to_the_end_and_shows_what_it_tells(stage_of, lesson):
    on = stage_of(CHECKOUT, of=Settings.model_validate({"wifi": {"name": "Mang-Khach"}}))
    on.walk.to_home("vi")
    on.walk.to_lesson(lesson)
    for way in on.walk.run.lesson.ways:
        on.walk.to_way(way)
        for run in on.walk.places(way):
            assert run.newest_line.text in on.driver.sentences()
    assert on.walk.visit.page is Page.DONE
