"""Opens a lesson by its number, come-back number or ID."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from kiosk.player import come_back
from kiosk.player.asking import LaunchAnswer, LaunchOutcome
from kiosk.player.come_back import ComeBack
from kiosk.player.typed_number import STAFF_NUMBER
from kiosk.player.visit import Page
from kiosk.ui.background.clock import today
from kiosk.ui.content.lesson_store import LessonStore
from kiosk.ui.staff.staff_view_model import StaffViewModel
from kiosk.ui.visit.visit_view_model import VisitViewModel

if TYPE_CHECKING:
    from kiosk.domain.lesson import Lesson

OnAnswer = Callable[[LaunchAnswer], None]


class LessonLauncher:
    """Finds the lesson in a job; asks the learner before it replaces a lesson in progress."""

    def __init__(
        self, lesson_store: LessonStore, visit: VisitViewModel, staff: StaffViewModel
    ) -> None:
        self._lesson_store = lesson_store
        self.today: Callable[[], date] = today
        self._visit = visit
        self._staff = staff

    def by_number(self, number: str) -> None:
        """Opens the lesson with a typed or scanned number; shows a notice when there is none.

        The staff's number opens the login.
        """
        if number == STAFF_NUMBER:
            if self._visit.visit.page not in (Page.PIN, Page.STAFF):
                self._visit.askPin()
            return

        def on_answer(answer: LaunchAnswer) -> None:
            if answer.outcome is LaunchOutcome.UNKNOWN:
                self._visit.assist.refuse(number)

        self.open(number, on_answer)

    def open(self, wanted: str, on_answer: OnAnswer, *, insist: bool = False) -> None:
        """Opens a lesson by number or ID and reports the outcome; `insist` skips the question."""
        if not self._lesson_store.is_filled:
            self._lesson_store.refresh(lambda: self._find(wanted, on_answer, insist=insist))
        else:
            self._find(wanted, on_answer, insist=insist)

    def _find(self, wanted: str, on_answer: OnAnswer, *, insist: bool) -> None:
        code = come_back.code_of(wanted)
        name = str(code.lesson) if code else wanted
        who = come_back.came_back(code, come_back.week_of(self.today())) if code else None

        def unknown() -> None:
            self._lesson_store.find_similar(name, lambda near: on_answer(_unknown(near)))

        def show(lesson: Lesson) -> None:
            on_answer(self._show(lesson, who, insist=insist))

        self._lesson_store.open(name, show, unknown)

    def _show(self, lesson: Lesson, who: ComeBack | None, *, insist: bool) -> LaunchAnswer:
        title = lesson.head.title
        if self._visit.visit.page is Page.STAFF and self._staff.is_busy:
            return LaunchAnswer(LaunchOutcome.BUSY, title)
        self._visit.restart_idle_timer()
        if not insist and self._visit.assist.must_be_asked(lesson):
            self._visit.assist.offer(lesson, who)
            return LaunchAnswer(LaunchOutcome.ASKED, title)
        self._visit.open_lesson(lesson, who)
        return LaunchAnswer(LaunchOutcome.SHOWN, title)


def _unknown(near: tuple[Lesson, ...]) -> LaunchAnswer:
    titles = tuple(f"{lesson.head.number} {lesson.head.title}" for lesson in near)
    return LaunchAnswer(LaunchOutcome.UNKNOWN, near=titles)
