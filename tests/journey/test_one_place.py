"""A new kind of step, a new phone element and a new lesson are each added in one place."""

import shutil
import sys
from pathlib import Path

import pytest
from new_parts import LAMP, LAMP_LESSON, WAVE, WAVE_LESSON, write

import kiosk.phone
import kiosk.steps
from kiosk.content.kinds import steps_by_key
from kiosk.domain.step import NEXT
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT
from kiosk.phone import element_kinds
from kiosk.player.visit import Page
from kiosk.steps import step_kinds

KEPT = []
"""Added modules are kept alive, because Qt refers to their types until the process ends."""


def forget_what_was_found():
    for found in (step_kinds, steps_by_key, element_kinds):
        found.cache_clear()


@pytest.fixture
def one_more_folder(tmp_path):
    """Adds a folder to those in which a package looks for its kinds, for the time of the test."""
    opened = []

    def look_also_in(package) -> Path:
        folder = tmp_path / package.__name__
        folder.mkdir()
        package.__path__.append(str(folder))
        opened.append((package, folder, set(sys.modules)))
        forget_what_was_found()
        return folder

    yield look_also_in
    for package, folder, known in opened:
        package.__path__.remove(str(folder))
        added = (
            name
            for name in set(sys.modules) - known
            if name.startswith(package.__name__) and str(folder) in str(sys.modules[name].__file__)
        )
        KEPT.extend(sys.modules.pop(name) for name in tuple(added))
    forget_what_was_found()


@pytest.fixture
def home(tmp_path) -> Path:
    """A home without lessons."""
    made = tmp_path / "home"
    (made / "lessons").mkdir(parents=True)
    for folder in ("media", "translations"):
        (made / folder).symlink_to(CHECKOUT / folder, target_is_directory=True)
    return made


def play(headless, lesson):
    headless.journey.to_home("vi")
    headless.journey.to_lesson(lesson)
    ways = [way for way in Way for _ in headless.journey.places(way)]
    assert headless.journey.visit.page is Page.DONE
    return set(ways)


def test_a_new_kind_of_step_is_one_folder(make_headless, one_more_folder, home):
    folder = one_more_folder(kiosk.steps) / "wave"
    write(folder, WAVE)
    shutil.copy(folder / "example.yaml", home / "lessons" / "vay-tay.yaml")
    headless = make_headless(home)
    assert play(headless, "vay-tay") == set(Way)


def test_its_view_shows_what_every_touch_changes(make_headless, one_more_folder, home):
    folder = one_more_folder(kiosk.steps) / "wave"
    write(folder, WAVE)
    write(home / "lessons", {"vay-tay.yaml": WAVE_LESSON})
    headless = make_headless(home)
    headless.journey.to_home("vi")
    headless.journey.to_lesson("vay-tay")
    headless.journey.to_way(Way.TOGETHER)
    headless.driver.touch(NEXT)
    hand = headless.driver.find("hand")
    assert (hand.property("text"), hand.property("glowing")) == ("2", True)
    headless.driver.touch("hand")
    headless.driver.touch("hand")
    assert (hand.property("text"), hand.property("glowing")) == ("0", False)


def test_a_new_element_of_the_phone_is_one_pair_of_files(make_headless, one_more_folder, home):
    folder = one_more_folder(kiosk.phone)
    write(folder, LAMP)
    write(home / "lessons", {"bat-den.yaml": LAMP_LESSON})
    headless = make_headless(home)
    assert play(headless, "bat-den") == set(Way)


def test_a_new_lesson_is_one_file_wherever_it_lies(make_headless, home):
    lesson = "title: Bài mới\nnumber: 5\ngoal: Bác học.\nsteps:\n  - say: Chào bác.\n"
    write(home / "lessons" / "procedures", {"bai-moi.yaml": lesson})
    headless = make_headless(home)
    assert play(headless, "bai-moi") == {Way.WATCH, Way.TOGETHER, Way.OWN_PHONE}


def test_what_was_added_for_a_test_is_gone_afterwards():
    assert "wave" not in step_kinds()
    assert "lamp" not in element_kinds()
