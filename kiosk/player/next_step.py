"""The effect of Next."""

from kiosk.player import lesson_run, staff_assist
from kiosk.player.visit import Page, Visit, turn_home_page, with_run


def next_step(visit: Visit, lessons: int) -> Visit:
    """Returns the visit after Next was touched; `lessons` is the number of tiles."""
    if visit.page is Page.LESSON and visit.run:
        return with_run(visit, lesson_run.next_step(visit.run))
    if visit.page is Page.HOME:
        return turn_home_page(visit, lessons)
    return staff_assist.after_done(visit) if visit.page is Page.DONE else visit
