"""The simulated phone as a learner first sees it at a step, for previews and pictures."""

from dataclasses import replace

from kiosk.domain.lesson import Lesson
from kiosk.domain.placement import NEXT
from kiosk.player.lesson_run import LessonRun, begin
from kiosk.ui.visit.phone_view_model import PhoneScene


def run_at(lesson: Lesson, at: int) -> LessonRun:
    """Returns a run of the lesson at the beginning of this step."""
    step = lesson.steps[at]
    way = next((way for way in lesson.ways if step.belongs_to(way)), lesson.ways[0])
    return replace(begin(lesson, way), at=at, progress=step.begin())


def scene_of(run: LessonRun) -> PhoneScene:
    """Returns the phone's scene of a run, with the expected target glowing."""
    return PhoneScene(
        screen=run.screen,
        field_contents=run.field_contents,
        glowing=run.shown_target if run.shown_target != NEXT else "",
    )
