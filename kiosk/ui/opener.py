"""Opens a lesson by its number or id, whoever asks: a keyboard, a scanner, a command, the pad."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.lesson import Lesson
from kiosk.player.visit import Page
from kiosk.ui.shelf import Shelf
from kiosk.ui.staff_view_model import StaffViewModel
from kiosk.ui.visit_view_model import VisitViewModel


class Outcome(StrEnum):
    """What became of the wish."""

    SHOWN = "shown"
    ASKED = "asked"
    """The person at the kiosk is asked first."""
    UNKNOWN = "unknown"
    BUSY = "busy"
    """Staff are at something in one of their rooms that must not be broken off."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of the wish, and about which lesson."""

    outcome: Outcome
    title: str = ""
    near: tuple[str, ...] = ()
    """For an unknown one: the lessons that may have been meant, with their numbers."""


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
        library = self._shelf.library

        def unknown() -> None:
            near = tuple(f"{one.head.number} {one.head.title}" for one in library.near(wanted))
            tell(Answer(Outcome.UNKNOWN, near=near))

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
