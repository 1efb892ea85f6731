"""Signed packs: the installed version, the last synchronisation, and the rollback."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kiosk import __version__
from kiosk.domain.gettext_noop import gettext_noop
from kiosk.durable import write_durably
from kiosk.folders import Folders
from kiosk.packs.on_stick import pack_on
from kiosk.packs.repository_files import utc_now
from kiosk.packs.store import PackStore, SyncReport, Version
from kiosk.packs.sync import GONE, SyncTarget, sync
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.finding_row import FindingRow, problem_text
from kiosk.staff_pages.refreshing_page_model import MAX_WORDS_LENGTH, RefreshingPageModel
from kiosk.ui.background.jobs import NOT_DONE, Result
from kiosk.usb_import.usb_drives import Stick


@dataclass(frozen=True, slots=True)
class Known:
    """The current state of the packs."""

    version: Version | None
    report: SyncReport
    stick: Path | None
    """The path of a published pack on a USB stick; None if there is none."""


def look(folders: Folders, sticks: tuple[Stick, ...]) -> Known:
    """Reads the current state from the disk and the sticks."""
    store = PackStore(folders.packs)
    found = filter(None, (pack_on(stick.path) for stick in sticks))
    return Known(store.current(), store.report(), next(found, None))


def take(folders: Folders, source: Path) -> SyncReport:
    """Synchronises from the pack at `source` on a stick."""
    kiosk = SyncTarget(PackStore(folders.packs), folders, __version__, utc_now())
    return sync(str(source), kiosk)


def go_back(folders: Folders) -> None:
    """Rolls back to the previous pack."""
    PackStore(folders.packs).go_back()


def request_sync(folders: Folders) -> None:
    """Creates the file that makes the networked service synchronise now."""
    folders.packs.mkdir(parents=True, exist_ok=True)
    write_durably(folders.packs / "wanted", f"{datetime.now(UTC).isoformat()}\n".encode())


@qml_type
class PacksPageModel(RefreshingPageModel):
    """Shows the pack in use and the last synchronisation; can roll back."""

    title = gettext_noop("Gói bài của tỉnh")
    icon = "folder"
    order = 46

    changed = Signal()

    findings = ShownList(FindingRow)
    """The messages shown."""

    _known: Known | None
    _shows: Properties["PacksPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent, look, what=gettext_noop("xem gói bài"))
        context.lesson_store.changed.connect(self._show)

    def _take_done(self, then: str, result: Result[object]) -> None:
        self.context.lesson_store.refresh()
        super()._take_done(then, result)

    @Slot()
    def takeFromStick(self) -> None:
        """Synchronises from the pack on the stick."""
        if self._known and self._known.stick and not self._work.is_busy:
            do = partial(take, self.context.folders, self._known.stick)
            self._do(do, "", what=gettext_noop("lấy gói từ USB"))

    @Slot()
    def goBack(self) -> None:
        """Rolls back to the previous pack; the dropped one is not installed again automatically."""
        done = gettext_noop("Đã lùi về gói trước. Gói vừa bỏ không tự về lại.")
        self._do(partial(go_back, self.context.folders), done, what=gettext_noop("lùi gói bài"))

    @Slot()
    def askForNews(self) -> None:
        """Requests that the networked service synchronises now."""
        done = gettext_noop("Đã xin gói mới. Có mạng thì vài phút nữa bài về.")
        self._do(
            partial(request_sync, self.context.folders), done, what=gettext_noop("xin gói bài mới")
        )

    working = _shows(bool, lambda self: self._work.is_busy)
    """Whether an action of this page is running."""
    hasStick = _shows(bool, lambda self: bool(self._known and self._known.stick))
    canGoBack = _shows(bool, lambda self: bool(self._known and self._known.version))
    hasSource = _shows(bool, lambda self: bool(self.context.settings().packs.source))
    """Whether the settings name a source to synchronise from."""

    def _show(self) -> None:
        rows = self._last_rows()
        if self._known:
            rows += self._version_rows(self._known.version)
            rows += self._report_rows(self._known.report)
            rows += self._not_taught()
        elif self._has_looked:
            rows.append(self._row(NOT_DONE, ok=False))
        self.findings.show(rows)
        self.changed.emit()

    def _version_rows(self, version: Version | None) -> list[FindingRow]:
        if version is None:
            return [self._row(gettext_noop("Máy chưa nhận gói nào. Máy dạy các bài có sẵn."))]
        gone = [self._row(GONE, about=title, ok=False, title=title) for title in version.gone]
        text = gettext_noop("Gói số {number}, {count} tệp, nhận lúc {at}.")
        at = _shown(version.installed_at)
        return gone + [
            self._row(text, about=part.title, number=part.number, count=len(part.files), at=at)
            for part in version.parts
        ]

    def _report_rows(self, report: SyncReport) -> list[FindingRow]:
        if not report.at:
            return []
        rows: list[FindingRow] = []
        if report.problem:
            rows.append(FindingRow(self._say(report.problem, **report.values)))
        rows += [FindingRow(why[:MAX_WORDS_LENGTH], who) for who, why in report.refused]
        text = gettext_noop("Lần hỏi gói mới gần nhất: {at}.")
        return [*rows, self._row(text, ok=not report.problem, at=_shown(report.at))]

    def _not_taught(self) -> list[FindingRow]:
        """Lessons of the packs that are broken, with the reason."""
        broken = self.context.lesson_store.library.broken
        packs, language = self.context.folders.packs, self.context.visit.shown_language
        return [
            FindingRow(problem_text(each.worst, language)[:MAX_WORDS_LENGTH], each.path.stem)
            for each in broken
            if each.path.is_relative_to(packs)
        ]


def _shown(at: str) -> str:
    """A timestamp in Vietnamese notation; unchanged if it cannot be parsed."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%H:%M, %d/%m/%Y")
    except ValueError:
        return at


PAGE = PacksPageModel
