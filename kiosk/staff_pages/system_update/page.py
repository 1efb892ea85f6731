"""Updates of the whole machine, as staff see them: what runs, what waits, and the way back."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.folders import Folders
from kiosk.packs.system_update import (
    LastUpdate,
    Outcome,
    SystemState,
    Wish,
    ask_the_system,
    bundles_on,
    fetched_bundle,
    system_state,
)
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.finding_row import FindingRow
from kiosk.staff_pages.page_model import PageModel
from kiosk.staff_pages.stick.watch import StickWatch
from kiosk.ui.background.jobs import NOT_DONE, Lane, LatestWork, Ok, Result
from kiosk.usb_import.usb_drives import Stick

LONGEST_WORDS = 300
OUTCOMES = {
    Outcome.KEPT: gettext_noop("Bản {version} đã cài xong và dạy tốt."),
    Outcome.TAKEN_BACK: gettext_noop(
        "Bản {version} không dùng được: {problem}. Máy đã tự về bản trước."
    ),
    Outcome.REFUSED: gettext_noop("Tệp {version} không đúng chữ ký, máy không cài."),
    Outcome.WENT_BACK: gettext_noop("Máy đã về bản trước. Bản {version} không tự cài lại."),
    Outcome.INTERRUPTED: gettext_noop("Mất điện khi đang cài bản mới. Máy vẫn dạy bằng bản cũ."),
}
GOOD = (Outcome.KEPT, Outcome.WENT_BACK)


@dataclass(frozen=True, slots=True)
class UpdateLook:
    """What is true of the machine now."""

    state: SystemState | None
    """None on a machine that was not made of the image."""
    waiting: str
    """The name of an update on a stick; empty where there is none."""
    is_fetched: bool
    """Whether an update was fetched and waits for the night."""


def look(folders: Folders, sticks: tuple[Stick, ...]) -> UpdateLook:
    """Read what is true now; touches the disk."""
    waiting = bundles_on(tuple(stick.path for stick in sticks))
    return UpdateLook(
        system_state(folders), waiting[0] if waiting else "", fetched_bundle(folders).is_file()
    )


@qml_type
class SystemUpdatePageModel(PageModel):
    """Tells which version runs and what became of the last update; asks for the next, or back."""

    title = gettext_noop("Cập nhật máy")
    icon = "again"
    order = 47

    changed = Signal()
    findings = ShownList(FindingRow)
    """What is to be told."""

    _shows: Properties["SystemUpdatePageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._work = LatestWork(context.jobs)
        self._watch = StickWatch(context, self)
        self._watch.found.connect(self._look)
        self._known: UpdateLook | None = None
        self._has_looked = False
        self._told = ""
        self._is_asked = False

    @property
    def is_busy(self) -> bool:
        """While staff wait for something to be done."""
        return self._work.is_busy

    def enter(self) -> None:
        """From now on, look what is true."""
        self._told, self._is_asked = "", False
        self._watch.start()

    def leave(self) -> None:
        """What was asked of the system, it does."""
        self._watch.stop()
        self._work.cancel()
        self._known, self._has_looked = None, False

    def _look(self, sticks: tuple[Stick, ...]) -> None:
        self.context.jobs.run(
            partial(look, self.context.folders, sticks),
            self._take_look,
            what=gettext_noop("xem bản của máy"),
            lane=Lane.USB,
        )

    def _take_look(self, result: Result[UpdateLook]) -> None:
        known = result.value if isinstance(result, Ok) else None
        if not self._watch.is_on or (known == self._known and self._has_looked):
            return
        before = self._known
        if before and known and _last(before) != _last(known):
            self._told, self._is_asked = "", False  # the system has answered
        self._known, self._has_looked = known, True
        self._show()

    def _ask(self, wish: Wish, then: str) -> None:
        def take(result: Result[object]) -> None:
            self._is_asked = isinstance(result, Ok)
            self._told = self._say(then if self._is_asked else NOT_DONE)
            self._show()

        do = partial(ask_the_system, self.context.folders, wish)
        self._work.run(do, take, what=gettext_noop("xin cập nhật máy"))
        self.changed.emit()

    @Slot()
    def install(self) -> None:
        """Have the system install what waits, now."""
        self._ask(
            Wish.INSTALL,
            gettext_noop("Máy đang kiểm tra và cài. Vài phút nữa máy tự khởi động lại."),
        )

    @Slot()
    def goBack(self) -> None:
        """Have the system before start."""
        self._ask(Wish.BACK, gettext_noop("Máy đang về bản trước và tự khởi động lại."))

    def _say(self, text: str, /, **values: object) -> str:
        return self.context.translator.shown(text).format(**values)[:LONGEST_WORDS]

    working = _shows(bool, lambda self: self._work.is_busy or self._is_asked)
    """Whether the system was asked and has not answered yet."""
    canInstall = _shows(
        bool,
        lambda self: bool(
            self._known and self._known.state and (self._known.waiting or self._known.is_fetched)
        ),
    )
    """Whether an update waits."""
    canGoBack = _shows(
        bool, lambda self: bool(self._known and self._known.state and self._known.state.before)
    )
    """Whether the system before is still there."""

    def _show(self) -> None:
        told = [FindingRow(self._told, "", ok=True)] if self._told else []
        known = self._known
        if known is None:
            told.append(FindingRow(self._say(NOT_DONE), "", ok=False))
        elif known.state is None:
            text = gettext_noop(
                "Máy này không cài từ ảnh đĩa. Người phụ trách cập nhật bằng lệnh: "
                "xem docs/deploy.md, phần 9."
            )
            told.append(FindingRow(self._say(text), "", ok=True))
        else:
            told += self._told_of(known, known.state)
        self.findings.show(told)
        self.changed.emit()

    def _told_of(self, known: UpdateLook, state: SystemState) -> list[FindingRow]:
        told = []
        if state.last:
            last = state.last
            text = self._say(OUTCOMES[last.outcome], version=last.version, problem=last.problem)
            told.append(FindingRow(text, "", ok=last.outcome in GOOD))
        if known.waiting:
            text = self._say(gettext_noop("USB có bản mới: {name}"), name=known.waiting)
            told.append(FindingRow(text, "", ok=True))
        if known.is_fetched:
            text = self._say(gettext_noop("Bản mới đã tải về. Đêm nay máy tự cài."))
            told.append(FindingRow(text, "", ok=True))
        text = self._say(gettext_noop("Máy đang chạy bản {version}."), version=state.version)
        told.append(FindingRow(text, "", ok=True))
        if state.before:
            text = self._say(gettext_noop("Bản trước vẫn còn: {version}."), version=state.before)
            told.append(FindingRow(text, "", ok=True))
        return told


def _last(known: UpdateLook) -> LastUpdate | None:
    return known.state.last if known.state else None


PAGE = SystemUpdatePageModel
