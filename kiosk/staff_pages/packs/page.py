"""Signed packs, as staff see them: what came, what did not, and the way back."""

from collections.abc import Callable
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
from kiosk.packs.problem import PackError
from kiosk.packs.repository_files import utc_now
from kiosk.packs.store import PackStore, SyncReport, Version
from kiosk.packs.sync import GONE, SyncTarget, sync
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.finding_row import FindingRow, problem_told
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.stick.watch import StickWatch
from kiosk.ui.background.jobs import NOT_DONE, Lane, LatestWork, Ok, Result
from kiosk.usb_import.usb_drives import Stick

LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Known:
    """What is true of the packs now."""

    version: Version | None
    report: SyncReport
    stick: Path | None
    """The published pack on a stick that is plugged in."""


def look(folders: Folders, sticks: tuple[Stick, ...]) -> Known:
    """Read what is true now; touches the disk."""
    store = PackStore(folders.packs)
    found = filter(None, (pack_on(stick.path) for stick in sticks))
    return Known(store.current(), store.report(), next(found, None))


def take(folders: Folders, source: Path) -> SyncReport:
    """Fetch from a stick."""
    kiosk = SyncTarget(PackStore(folders.packs), folders, __version__, utc_now())
    return sync(str(source), kiosk)


def go_back(folders: Folders) -> None:
    """Teach from the pack before."""
    PackStore(folders.packs).go_back()


def ask_for_news(folders: Folders) -> None:
    """Have the service that has the network fetch now; it waits for this file."""
    folders.packs.mkdir(parents=True, exist_ok=True)
    write_durably(folders.packs / "wanted", f"{datetime.now(UTC).isoformat()}\n".encode())


@qml_type
class PacksPageModel(PageModel):
    """Tells of the pack in use and of the last fetching, and goes back by one touch."""

    title = gettext_noop("Gói bài của tỉnh")
    icon = "download"
    order = 46

    changed = Signal()

    findings = ShownList(FindingRow)
    """What is to be told."""

    _shows: Properties["PacksPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._work = LatestWork(context.jobs)
        self._watch = StickWatch(context, self)
        self._watch.found.connect(self._look)
        self.changed.connect(self._fill)
        context.lesson_store.changed.connect(self._fill)
        self._known: Known | None = None
        self._has_looked = False
        self._told = ""

    @property
    def is_busy(self) -> bool:
        """While staff wait for something to be done."""
        return self._work.is_busy

    def enter(self) -> None:
        """From now on, look what is true."""
        self._told = ""
        self._watch.start()

    def leave(self) -> None:
        """What is being fetched is fetched to its end; it is whole or not at all."""
        self._watch.stop()
        self._work.cancel()
        self._known, self._has_looked = None, False

    def _look(self, sticks: tuple[Stick, ...]) -> None:
        self.context.jobs.run(
            partial(look, self.context.folders, sticks),
            self._take_look,
            what=gettext_noop("xem gói bài"),
            lane=Lane.USB,
        )

    def _take_look(self, result: Result[Known]) -> None:
        known = result.value if isinstance(result, Ok) else None
        if self._watch.is_on and (known != self._known or not self._has_looked):
            self._known, self._has_looked = known, True
            self.changed.emit()

    def _run(self, do: Callable[[], object], then: str, *, what: str) -> None:
        """Do this away from the window; what came of it is told on the page."""

        def take(result: Result[object]) -> None:
            if isinstance(result, Ok):
                self._told = self._say(then) if then else ""
            elif isinstance(result.error, PackError):
                self._told = self._say(result.error.text, **result.error.values)
            else:
                self._told = self._say(NOT_DONE)
            self.context.lesson_store.refresh()
            self._watch.start()
            self.changed.emit()

        self._work.run(do, take, what=what, expected=(PackError,))
        self.changed.emit()

    @Slot()
    def takeFromStick(self) -> None:
        """Fetch the pack that lies on the stick."""
        if self._known and self._known.stick and not self._work.is_busy:
            do = partial(take, self.context.folders, self._known.stick)
            self._run(do, "", what=gettext_noop("lấy gói từ USB"))

    @Slot()
    def goBack(self) -> None:
        """Teach from the pack before; it does not come again by itself."""
        done = gettext_noop("Đã lùi về gói trước. Gói vừa bỏ không tự về lại.")
        self._run(partial(go_back, self.context.folders), done, what=gettext_noop("lùi gói bài"))

    @Slot()
    def askForNews(self) -> None:
        """Have the service with the network fetch now."""
        done = gettext_noop("Đã xin gói mới. Có mạng thì vài phút nữa bài về.")
        self._run(
            partial(ask_for_news, self.context.folders), done, what=gettext_noop("xin gói bài mới")
        )

    def _say(self, text: str, /, **values: object) -> str:
        return self.context.translator.shown(text).format(**values)[:LONGEST_WORDS]

    working = _shows(bool, lambda self: self._work.is_busy)
    """Whether something is being read or fetched."""
    hasStick = _shows(bool, lambda self: bool(self._known and self._known.stick))
    canGoBack = _shows(bool, lambda self: bool(self._known and self._known.version))
    hasSource = _shows(bool, lambda self: bool(self.context.settings().packs.source))
    """Whether the settings name a place to fetch from."""

    def _fill(self) -> None:
        told = self._told_last()
        if self._known:
            told += self._told_of_version(self._known.version)
            told += self._told_of_report(self._known.report)
            told += self._not_taught()
        elif self._has_looked:
            told.append(_finding("", self._say(NOT_DONE), ok=False))
        self.findings.show(told)

    def _told_last(self) -> list[FindingRow]:
        return [_finding("", self._told)] if self._told else []

    def _told_of_version(self, version: Version | None) -> list[FindingRow]:
        if version is None:
            text = gettext_noop("Máy chưa nhận gói nào. Máy dạy các bài có sẵn.")
            return [_finding("", self._say(text))]
        text = gettext_noop("Gói số {number}, {count} tệp, nhận lúc {at}.")
        gone = [_finding(title, self._say(GONE, title=title), ok=False) for title in version.gone]
        return gone + [
            _finding(
                part.title,
                self._say(
                    text, number=part.number, count=len(part.files), at=_shown(version.installed_at)
                ),
            )
            for part in version.parts
        ]

    def _told_of_report(self, report: SyncReport) -> list[FindingRow]:
        if not report.at:
            return []
        told: list[FindingRow] = []
        if report.problem:
            told.append(_finding("", self._say(report.problem, **report.values), ok=False))
        told += [
            _finding(who, self._say("{why}", why=why), ok=False) for who, why in report.refused
        ]
        text = gettext_noop("Lần hỏi gói mới gần nhất: {at}.")
        told.append(_finding("", self._say(text, at=_shown(report.at)), ok=not report.problem))
        return told

    def _not_taught(self) -> list[FindingRow]:
        """Lessons of the pack whose number or name the centre keeps for one of its own."""
        broken = self.context.lesson_store.library.broken
        packs, language = self.context.folders.packs, self.context.visit.shown_language
        return [
            _finding(each.path.stem, problem_told(each.worst, language)[:LONGEST_WORDS], ok=False)
            for each in broken
            if each.path.is_relative_to(packs)
        ]


def _finding(what: str, sentence: str, *, ok: bool = True) -> FindingRow:
    return FindingRow(sentence, what, ok)


def _shown(at: str) -> str:
    """A time as people here write it."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%H:%M, %d/%m/%Y")
    except ValueError:
        return at


PAGE = PacksPageModel
