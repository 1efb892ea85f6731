"""Keys that change whenever another page or step is shown."""

from kiosk.player.lesson_run import LessonRun
from kiosk.player.visit import Visit


def screen_key_in_lesson(run: LessonRun | None) -> tuple[object, ...]:
    """Returns a key that changes with each step, also when a step is repeated."""
    return (run.lesson.id, run.way, run.at, len(run.history)) if run else ()


def screen_key_of(visit: Visit) -> tuple[object, ...]:
    """Returns a key that changes with each page, step, and sheet that covers them."""
    upon = (
        visit.pending_offer,
        visit.pad is not None,
        visit.in_overlay,
        visit.leaving,
        visit.trouble,
    )
    return (visit.page, visit.series, *upon, *screen_key_in_lesson(visit.run))
