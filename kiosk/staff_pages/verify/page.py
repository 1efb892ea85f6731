"""Verification of a lesson's facts: each is confirmed or reported as outdated."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.authoring.inspection import today
from kiosk.content.statements import Statement
from kiosk.content.verification import Standing, VerificationEntry, keep_entry
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import Verified
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.standing import Checkable, note_of, read_checkable
from kiosk.ui.background.jobs import NOT_DONE, LatestWork, Ok, Result

LESSONS, NAME, FACT = "lessons", "name", "fact"
NOTHING = Statement("", "", "")
#: In the staff's page where facts are checked: everything in lesson %1 was found right.
ALL_RIGHT = gettext_noop("Đã ghi: bài %1 đúng cả.")
#: In the staff's page where facts are checked: something in lesson %1 is no longer true.
SOMETHING_DIFFERS = gettext_noop("Đã ghi: bài %1 có điều đã khác. Sửa bài, hoặc báo người soạn.")


@dataclass(frozen=True, slots=True)
class VerifyRow:
    """A lesson with a note about its verification."""

    name: str
    title: str
    note: str
    holds: bool


@qml_type
class VerifyPageModel(PageModel):
    """The pages in order: lessons, verifier's name, one fact at a time."""

    title = gettext_noop("Kiểm dữ kiện")
    icon = "check"
    order = 72

    changed = Signal()

    lessons = ShownList(VerifyRow)
    """All lessons with notes about their verification."""

    _shows: Properties["VerifyPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._work = LatestWork(context.jobs)
        self._keeping = LatestWork(context.jobs)
        self._open = False
        self._forget()
        context.lesson_store.changed.connect(self._read)

    def _forget(self) -> None:
        self._page = LESSONS
        self._lessons: tuple[Checkable, ...] = ()
        self._lesson: Checkable | None = None
        self._differing: set[int] = set()
        """The indices of the statements reported as outdated."""
        self._at = 0
        self._by = ""
        self._message = ""
        self._work.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether the verification is being saved."""
        return self._keeping.is_busy

    def enter(self) -> None:
        self._forget()
        self._open = True
        self._read()

    def leave(self) -> None:
        """Clears the verifier's name and an unfinished verification."""
        self._open = False
        self._forget()
        self._refresh()

    def go_back(self) -> bool:
        """Goes to the previous fact; from the first fact and from the name page to the lessons."""
        if self._page == LESSONS:
            return False
        if self._page == FACT and self._at:
            self._at -= 1
            self._differing.discard(self._at)
        else:
            self._page = LESSONS
        self._refresh()
        return True

    def _read(self) -> None:
        if not self._open:
            return
        read_checkable(self._work, self.context, self._take)
        self._refresh()

    def _take(self, result: Result[tuple[Checkable, ...]]) -> None:
        if isinstance(result, Ok):
            self._lessons = result.value
        else:
            self._message = self.context.translator.shown(NOT_DONE)
        self._refresh()

    def _refresh(self) -> None:
        self.lessons.show([self._row(each) for each in self._lessons])
        self.changed.emit()

    def _row(self, lesson: Checkable) -> VerifyRow:
        found = lesson.verification
        shown = self.context.translator.shown
        title = f"{lesson.head.number}. {shown(lesson.head.title)}"
        holds = found.standing is Standing.VERIFIED
        return VerifyRow(lesson.name, title, note_of(found, shown), holds)

    # Slots called by QML.

    @Slot(str)
    def chooseLesson(self, name: str) -> None:
        self._lesson = next(each for each in self._lessons if each.name == name)
        self._at, self._differing, self._message = 0, set(), ""
        self._page = FACT if self._by else NAME
        self._refresh()

    @Slot(str)
    def tellName(self, name: str) -> None:
        """Sets the verifier's name; an empty one is ignored."""
        self._by = " ".join(name.split())
        if self._by:
            self._page = FACT
            self._refresh()

    @Slot()
    def right(self) -> None:
        """Confirms the fact and goes on."""
        self._go_on()

    @Slot()
    def differs(self) -> None:
        """Reports the fact as outdated and goes on."""
        self._differing.add(self._at)
        self._go_on()

    def _go_on(self) -> None:
        if self._lesson is None or self._keeping.is_busy:
            return
        if self._at + 1 < len(self._lesson.statements):
            self._at += 1
        else:
            self._keep(self._lesson)
        self._refresh()

    def _keep(self, lesson: Checkable) -> None:
        entry = VerificationEntry(
            verified=Verified(by=self._by, on=today()),
            digest=lesson.digest,
            differing=tuple(
                each.text for at, each in enumerate(lesson.statements) if at in self._differing
            ),
        )
        folder = self.context.folders.lessons
        done = SOMETHING_DIFFERS if entry.differing else ALL_RIGHT

        def kept(result: Result[None]) -> None:
            shown = self.context.translator.shown
            sentence = shown(done if isinstance(result, Ok) else NOT_DONE)
            self._message = sentence.replace("%1", str(lesson.head.number))
            self._page = LESSONS
            self._read()

        self._keeping.run(
            lambda: keep_entry(folder, lesson.name, entry),
            kept,
            what=gettext_noop("ghi điều đã kiểm"),
        )

    @property
    def _statement(self) -> Statement:
        return self._lesson.statements[self._at] if self._lesson else NOTHING

    page = _shows(str, lambda self: self._page)
    """The page shown: `lessons`, `name` or `fact`."""
    busy = _shows(bool, lambda self: self._work.is_busy or self._keeping.is_busy)
    """Whether lessons are being read or a verification is being saved."""
    message = _shows(str, lambda self: self._message)
    """The message about the last verification; empty for none."""

    @Property(str, notify=changed)
    def lessonTitle(self) -> str:
        head = self._lesson.head if self._lesson else None
        return f"{head.number}. {self.context.translator.shown(head.title)}" if head else ""

    what = _shows(str, lambda self: self.context.translator.shown(self._statement.what))
    """The subject of the fact."""
    value = _shows(str, lambda self: self._statement.value)
    """The fact as the lesson states it."""

    @Property(str, notify=changed)
    def doubt(self) -> str:
        """Who reported the fact as outdated, and when; empty if not reported or confirmed since."""
        if self._lesson is None or not self._lesson.differed(self._statement):
            return ""
        return note_of(self._lesson.verification, self.context.translator.shown)

    source = _shows(str, lambda self: self.context.translator.shown(self._statement.source))
    """The source of the fact."""
    number = _shows(int, lambda self: self._at + 1)
    """The number of the fact, counted from 1."""
    count = _shows(int, lambda self: len(self._lesson.statements) if self._lesson else 0)


PAGE = VerifyPageModel
