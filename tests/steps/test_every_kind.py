"""Requirements for every kind of step; a new kind is found and tested automatically."""

import shutil
from pathlib import Path

import pytest

from kiosk.content.media import media_in
from kiosk.content.reader import read_lesson
from kiosk.domain.step import NEXT, ViewPlace
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.player.lesson_run import begin, touch
from kiosk.player.visit import Page
from kiosk.steps import folder_of, kind_of, step_kinds, view_model_of
from kiosk.steps.step_view_model import StepViewModel

KINDS = sorted(step_kinds())
LONGEST = 40
"""Largest number of touches for an example."""


def test_the_nine_lessons_kinds_are_there():
    assert {"ask", "explain", "order", "qr", "tap", "type"} <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_its_folder_is_whole(kind):
    folder = folder_of(kind)
    files = {"__init__.py", "step.py", "example.yaml"}
    if step_kinds()[kind].place is not ViewPlace.NOWHERE:
        files |= {f"{kind}_view_model.py", f"{kind.title().replace('_', '')}View.qml"}
    assert files <= {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("kind", KINDS)
def test_its_view_model_is_one_of_steps(kind):
    assert issubclass(view_model_of(kind), StepViewModel)


def test_no_two_kinds_are_told_by_the_same_key():
    keys = [each.key for each in step_kinds().values()]
    assert len(keys) == len(set(keys))


def example(kind):
    return read_lesson(folder_of(kind) / "example.yaml", media_in(Folders()))


@pytest.mark.parametrize("kind", KINDS)
def test_its_example_is_a_lesson_without_problems_that_uses_it(kind):
    reading = example(kind)
    assert reading.problems == ()
    assert kind in {kind_of(step) for step in reading.lesson.steps}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_an_author_may_write_is_described_in_both_languages(kind):
    undescribed = [
        name
        for name, field in step_kinds()[kind].model_fields.items()
        if " | " not in (field.description or "")
    ]
    assert undescribed == []


@pytest.mark.parametrize("kind", KINDS)
def test_its_end_is_reached_by_what_it_expects(kind):
    for step in example(kind).lesson.steps:
        progress = step.begin()
        for _ in range(LONGEST):
            reply = step.respond(progress, step.expects(progress))
            assert reply.right
            progress = reply.progress
            if reply.done or step.expects(progress) == NEXT:
                break
        assert reply.done or step.expects(progress) == NEXT


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_is_never_right_enough_to_lead_on(kind):
    for step in example(kind).lesson.steps:
        if step.is_exercise:
            reply = step.respond(step.begin(), "nothing")
            assert not reply.done
            assert reply.progress == step.begin()


@pytest.mark.parametrize("kind", KINDS)
def test_its_example_is_played_to_the_end_in_every_way(kind):
    lesson = example(kind).lesson
    for way in lesson.ways:
        run = begin(lesson, way)
        for _ in range(LONGEST):
            run = touch(run, run.expected)
        assert run.over


@pytest.fixture
def home(tmp_path) -> Path:
    """A home whose lessons are the examples."""
    made = tmp_path / "home"
    (made / "lessons").mkdir(parents=True)
    for folder in ("media", "translations"):
        (made / folder).symlink_to(CHECKOUT / folder, target_is_directory=True)
    for number, kind in enumerate(KINDS, start=1):
        text = (folder_of(kind) / "example.yaml").read_text(encoding="utf-8")
        lesson = text.replace("\nnumber: 1\n", f"\nnumber: {number}\n")
        (made / "lessons" / f"{kind}.yaml").write_text(lesson, encoding="utf-8")
    shutil.copy(CHECKOUT / "config.yaml", made)
    return made


def test_all_examples_play_in_the_real_window(make_headless, home, folders):
    headless = make_headless(home)
    assert set(load_library(Folders(home=home)).lessons) == set(KINDS)
    headless.journey.to_home("vi")
    for kind in KINDS:
        headless.journey.to_lesson(kind)
        ways = {way for way in Way for _ in headless.journey.places(way)}
        assert ways == set(headless.journey.run.lesson.ways), kind
        assert headless.journey.visit.page is Page.DONE
        headless.driver.touch("home")
