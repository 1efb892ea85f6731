"""The verification standing of each lesson's facts, read off the main thread."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.authoring.inspection import today
from kiosk.content.facts import read_facts
from kiosk.content.statements import Statement, digest, statements
from kiosk.content.verification import (
    Standing,
    Verification,
    read_entries,
    verification_of,
)
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.lesson import Lesson, LessonHead
from kiosk.folders import Folders
from kiosk.staff_pages.context import StaffContext
from kiosk.ui.background.jobs import LatestWork, Result

#: In the staff's page where facts are checked, on a lesson: nobody has confirmed its facts.
UNVERIFIED = gettext_noop("Chưa kiểm tại xã")
#: In the staff's page of facts, on a lesson: who (%1) confirmed its facts, and when (%2).
VERIFIED = gettext_noop("%1 kiểm ngày %2")
#: In the staff's page of facts, on a lesson: who (%1) confirmed its facts long ago (%2).
OLD = gettext_noop("Quá 180 ngày: %1 kiểm ngày %2")
#: In the staff's page where facts are checked, on a lesson that was changed since it was confirmed.
CHANGED = gettext_noop("Đã sửa sau khi %1 kiểm ngày %2")
#: In the staff's page of facts, on a lesson: %1 found on %2 that %3 is no longer true.
DIFFERS = gettext_noop("%1 thấy đã khác, ngày %2: %3")
#: In the staff's page of facts, on a lesson: %1 found on %2 that %3 was no longer true; the lesson
#: was corrected since, and nobody has looked again.
MENDED = gettext_noop("Đã sửa điều %1 thấy khác ngày %2, chờ kiểm lại: %3")

URGENT_FIRST = (
    Standing.DIFFERS,
    Standing.MENDED,
    Standing.CHANGED,
    Standing.OLD,
    Standing.UNVERIFIED,
    Standing.VERIFIED,
)
TOLD = {
    Standing.UNVERIFIED: UNVERIFIED,
    Standing.VERIFIED: VERIFIED,
    Standing.OLD: OLD,
    Standing.CHANGED: CHANGED,
    Standing.DIFFERS: DIFFERS,
    Standing.MENDED: MENDED,
}


@dataclass(frozen=True, slots=True)
class Checkable:
    """A lesson with the facts that can be verified and its verification."""

    name: str
    head: LessonHead
    verification: Verification
    statements: tuple[Statement, ...]
    digest: str

    def differed(self, statement: Statement) -> bool:
        """Whether the statement was reported as outdated and has not been confirmed since."""
        found = self.verification
        if found.standing is Standing.MENDED:
            return any(each.startswith(f"{statement.what}: ") for each in found.differing)
        return statement.text in found.differing


def checkable(lessons: Iterable[Lesson], folders: Folders, day: date) -> tuple[Checkable, ...]:
    """All lessons, the most urgent first (`URGENT_FIRST`)."""
    facts = read_facts(*folders.lesson_folders)
    entries = read_entries(*folders.lesson_folders)
    found = [
        Checkable(
            lesson.id,
            lesson.head,
            verification_of(lesson, facts, entries, day),
            statements(lesson, facts),
            digest(lesson, facts),
        )
        for lesson in lessons
    ]
    return tuple(sorted(found, key=lambda each: URGENT_FIRST.index(each.verification.standing)))


def read_checkable(
    work: LatestWork, context: StaffContext, then: Callable[[Result[tuple[Checkable, ...]]], None]
) -> None:
    """Reads all lessons as of today on another thread, then calls `then`."""
    library, folders, day = context.lesson_store.library, context.folders, today()
    work.run(
        lambda: checkable(library.lessons.values(), folders, day),
        then,
        what=gettext_noop("đọc các điều cần kiểm"),
    )


def note_of(found: Verification, shown: Callable[[str], str]) -> str:
    """A sentence that says who verified a lesson's facts, when, and what differed."""
    note = shown(TOLD[found.standing])
    if found.verified:
        day = found.verified.on
        note = note.replace("%1", found.verified.by)
        note = note.replace("%2", f"{day.day}/{day.month}/{day.year}")
        note = note.replace("%3", "; ".join(found.differing))
    return note
