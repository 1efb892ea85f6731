"""Lists the lessons that need attention."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from kiosk.authoring.inspection import today
from kiosk.content.age import outdated_checks
from kiosk.content.problems import START, Problem, problem_at
from kiosk.content.verification import Standing
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import LessonHead
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.finding_row import FindingRow, problem_text
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.standing import Checkable, note_of, read_checkable
from kiosk.ui.background.jobs import LatestWork, Ok, Result

#: In the staff's page of lessons: where in a lesson's file a mistake is; %1 is a number.
LINE = gettext_noop("Dòng %1")
#: In the staff's page of lessons, after who found that a fact is no longer true: what to do.
MEND = gettext_noop("Sửa bài, rồi kiểm lại ở trang Kiểm dữ kiện.")
#: In the staff's page of lessons, after who looked at a lesson's facts before: what to do.
LOOK_AGAIN = gettext_noop("Kiểm lại ở trang Kiểm dữ kiện.")
TO_DO = {
    Standing.DIFFERS: MEND,
    Standing.MENDED: LOOK_AGAIN,
    Standing.CHANGED: LOOK_AGAIN,
    Standing.OLD: LOOK_AGAIN,
}
"""The instruction for each standing that calls for an action."""


@qml_type
class LessonsPageModel(PageModel):
    """Lists files with mistakes and lessons whose facts are outdated, changed or old."""

    title = gettext_noop("Bài cần sửa")
    icon = "list"
    order = 70

    changed = Signal()

    findings = ShownList(FindingRow)
    """The lessons that need attention, each with the reason."""

    _shows: Properties["LessonsPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._work = LatestWork(context.jobs)
        self._looked_at: tuple[Checkable, ...] = ()
        self._open = False
        context.lesson_store.changed.connect(self._read)

    def enter(self) -> None:
        """Reads again: the date or the verifications may have changed."""
        self._open = True
        self._looked_at = ()
        self._read()

    def _read(self) -> None:
        if not self._open:
            return
        read_checkable(self._work, self.context, self._take)
        self._fill()

    def leave(self) -> None:
        """Cancels the reading."""
        self._open = False
        self._work.cancel()

    def _take(self, result: Result[tuple[Checkable, ...]]) -> None:
        if isinstance(result, Ok):
            self._looked_at = result.value
        self._fill()

    def _fill(self) -> None:
        """Shows broken lessons, then verification findings by urgency, then old lessons."""
        self.findings.show([*self._broken(), *self._found(), *self._old()])
        self.changed.emit()

    def _sentence(self, problem: Problem) -> str:
        return problem_text(problem, self.context.visit.shown_language)

    def _broken(self) -> Iterator[FindingRow]:
        for broken in self.context.lesson_store.library.broken:
            problem = broken.problems[0]
            line = self.context.translator.shown(LINE).replace("%1", str(problem.line))
            sentence = f"{line}: {self._sentence(problem)}"
            yield FindingRow(sentence, broken.path.name)

    def _found(self) -> Iterator[FindingRow]:
        for each in self._looked_at:
            to_do = TO_DO.get(each.verification.standing)
            if to_do:
                shown = self.context.translator.shown
                note = note_of(each.verification, shown)
                yield FindingRow(f"{note}. {shown(to_do)}", self._titled(each.head))

    def _old(self) -> Iterator[FindingRow]:
        """Lessons whose sources are old, without those that were ever verified in the commune."""
        known = {
            each.name
            for each in self._looked_at
            if each.verification.standing is not Standing.UNVERIFIED
        }
        heads = self.context.lesson_store.library.heads
        for name, days in outdated_checks(heads, today()):
            if name not in known:
                problem = problem_at(name, START, "checked_long_ago", days=str(days))
                yield FindingRow(self._sentence(problem), self._titled(heads[name]))

    def _titled(self, head: LessonHead) -> str:
        return f"{head.number}. {self.context.translator.shown(head.title)}"

    busy = _shows(bool, lambda self: self._work.is_busy)
    """Whether the verifications are still being read."""
    count = _shows(int, lambda self: len(self.context.lesson_store.library.heads))


PAGE = LessonsPageModel
