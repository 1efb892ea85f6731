"""Opens a lesson by its number or id, whoever asks: a keyboard, a scanner, a command, the pad."""

from collections.abc import Callable

from kiosk.domain.lesson import Lesson
from kiosk.player.asking import Answer, Outcome
from kiosk.player.visit import Page
from kiosk.ui.shelf import Shelf
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.visit_view_model import VisitViewModel

Tell = Callable[[Answer], None]


class Opener:
    """Finds the lesson away from the window, and asks before it takes one from somebody."""

    def __init__(self, shelf: Shelf, visit: VisitViewModel, staff: StaffViewModel) -> None:
        self._shelf = shelf
        self._visit = visit
        self._staff = staff

    def by_number(self, number: str) -> None:
        """What a person at the kiosk typed or scanned; an unknown number is told kindly."""

        def tell(answer: Answer) -> None:
            if answer.outcome is Outcome.UNKNOWN:
                self._visit.counter.refuse(number)

        self.open(number, tell)

    def open(self, wanted: str, tell: Tell, *, insist: bool = False) -> None:
        """Open a lesson by number or id, and tell what became of that."""
        if not self._shelf.is_filled:
            self._shelf.refresh(lambda: self._find(wanted, tell, insist=insist))
        else:
            self._find(wanted, tell, insist=insist)

    def _find(self, wanted: str, tell: Tell, *, insist: bool) -> None:
        def unknown() -> None:
            self._shelf.near(wanted, lambda near: tell(_unknown(near)))

        self._shelf.open(wanted, lambda lesson: tell(self._show(lesson, insist=insist)), unknown)

    def _show(self, lesson: Lesson, *, insist: bool) -> Answer:
        title = lesson.head.title
        self._visit.someone_touched()
        if self._visit.visit.page is Page.STAFF and self._staff.is_busy:
            return Answer(Outcome.BUSY, title)
        if not insist and self._visit.counter.must_be_asked(lesson):
            self._visit.counter.offer(lesson)
            return Answer(Outcome.ASKED, title)
        self._visit.open_lesson(lesson)
        return Answer(Outcome.SHOWN, title)


def _unknown(near: tuple[Lesson, ...]) -> Answer:
    titles = tuple(f"{lesson.head.number} {lesson.head.title}" for lesson in near)
    return Answer(Outcome.UNKNOWN, near=titles)
