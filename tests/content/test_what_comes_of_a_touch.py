"""A task finished on the phone shows a visible result."""

from dataclasses import replace

from kiosk.domain.lesson import Lesson
from kiosk.domain.way import Way
from kiosk.folders import CHECKOUT, Folders
from kiosk.library.library import load_library
from kiosk.player.lesson_run import LessonRun, begin, demonstrate, next_step
from kiosk.steps import kind_of

ONLY_READ = ("row",)
"""Elements that are touched only to be read, without a result."""
MIN_TOUCHED = 120


def test_the_page_of_the_phone_changes_with_what_was_touched():
    touched = [
        (run, demonstrate(run))
        for lesson in load_library(Folders(home=CHECKOUT)).lessons.values()
        if Way.WATCH in lesson.ways
        for run in touches(lesson)
    ]
    same = [
        f"{run.lesson.id} {run.at + 1}: {run.line.text}"
        for run, after in touched
        if after.screen == run.screen and not leads_to_a_camera(run)
    ]
    assert same == []
    assert len(touched) >= MIN_TOUCHED


def touches(lesson: Lesson) -> list[LessonRun]:
    """The steps at which the kiosk touches a button, an app or a key of a call."""
    found = []
    for at in lesson.positions(Way.WATCH):
        step = lesson.steps[at]
        if kind_of(step) != "tap":
            continue
        run = replace(begin(lesson, Way.WATCH), at=at, progress=step.begin())
        kinds = [each.key for each in run.screen.elements if run.expected in each.targets]
        if kinds and kinds[0] not in ONLY_READ:
            found.append(run)
    return found


def leads_to_a_camera(run: LessonRun) -> bool:
    """Whether the next step is a camera held over papers, drawn beside the phone."""
    following = next_step(run)
    return following.step is not None and kind_of(following.step) == "scan"
