"""Where Next leads to."""

from kiosk.player import counter, lesson_run
from kiosk.player.visit import Page, Visit, turn_home_page, with_run


def onward(visit: Visit, lessons: int) -> Visit:
    """The visit after Next was touched; `lessons`: how many are offered."""
    if visit.page is Page.LESSON and visit.run:
        return with_run(visit, lesson_run.onward(visit.run))
    if visit.page is Page.HOME:
        return turn_home_page(visit, lessons)
    return counter.after_done(visit) if visit.page is Page.DONE else visit
