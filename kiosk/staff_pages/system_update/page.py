"""System updates: the running version, pending updates, and the rollback."""

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
    bundles_on,
    fetched_bundle,
    request_system_action,
    system_state,
)
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.finding_row import FindingRow
from kiosk.staff_pages.refreshing_page_model import RefreshingPageModel
from kiosk.ui.background.jobs import NOT_DONE
from kiosk.usb_import.usb_drives import Stick

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
    """The current state of the system updates."""

    state: SystemState | None
    """None on a machine that was not installed from the disk image."""
    waiting: str
    """The name of an update on a USB stick; empty if there is none."""
    is_fetched: bool
    """Whether a downloaded update will be installed at night."""


def look(folders: Folders, sticks: tuple[Stick, ...]) -> UpdateLook:
    """Reads the current state from the disk and the sticks."""
    waiting = bundles_on(tuple(stick.path for stick in sticks))
    return UpdateLook(
        system_state(folders), waiting[0] if waiting else "", fetched_bundle(folders).is_file()
    )


@qml_type
class SystemUpdatePageModel(RefreshingPageModel):
    """Shows the version and the last update's outcome; requests an installation or a rollback."""

    title = gettext_noop("Cập nhật máy")
    icon = "again"
    order = 47

    changed = Signal()
    findings = ShownList(FindingRow)
    """The messages shown."""

    _known: UpdateLook | None
    _shows: Properties["SystemUpdatePageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent, look, what=gettext_noop("xem bản của máy"))

    def _compare(self, before: UpdateLook | None, now: UpdateLook | None) -> None:
        """Clears the message of the last request once the system has reported an outcome."""
        if before and now and _last(before) != _last(now):
            self._forget_last()

    def _ask(self, wish: Wish, then: str) -> None:
        ask = partial(request_system_action, self.context.folders, wish)
        self._do(ask, then, what=gettext_noop("xin cập nhật máy"))

    @Slot()
    def install(self) -> None:
        """Requests the installation of the pending update now."""
        self._ask(
            Wish.INSTALL,
            gettext_noop("Máy đang kiểm tra và cài. Vài phút nữa máy tự khởi động lại."),
        )

    @Slot()
    def goBack(self) -> None:
        """Requests a rollback to the previous system."""
        self._ask(Wish.BACK, gettext_noop("Máy đang về bản trước và tự khởi động lại."))

    working = _shows(bool, lambda self: self._work.is_busy or self._is_done)
    """Whether a request was made and the system has not reported an outcome yet."""
    canInstall = _shows(
        bool,
        lambda self: bool(
            self._known and self._known.state and (self._known.waiting or self._known.is_fetched)
        ),
    )
    """Whether there is a pending update."""
    canGoBack = _shows(
        bool, lambda self: bool(self._known and self._known.state and self._known.state.before)
    )
    """Whether the previous system still exists."""

    def _show(self) -> None:
        self.findings.show([*self._last_rows(), *self._rows_of(self._known)])
        self.changed.emit()

    def _rows_of(self, known: UpdateLook | None) -> list[FindingRow]:
        if known is None:
            return [self._row(NOT_DONE, ok=False)] if self._has_looked else []
        state = known.state
        if state is None:
            text = gettext_noop(
                "Máy này không cài từ ảnh đĩa. Người phụ trách cập nhật bằng lệnh: "
                "xem docs/deploy.md, phần 9."
            )
            return [self._row(text)]
        rows = []
        if last := state.last:
            text, ok = OUTCOMES[last.outcome], last.outcome in GOOD
            rows.append(self._row(text, ok=ok, version=last.version, problem=last.problem))
        if known.waiting:
            rows.append(self._row(gettext_noop("USB có bản mới: {name}"), name=known.waiting))
        if known.is_fetched:
            rows.append(self._row(gettext_noop("Bản mới đã tải về. Đêm nay máy tự cài.")))
        text = gettext_noop("Máy đang chạy bản {version}.")
        rows.append(self._row(text, version=state.version))
        if state.before:
            text = gettext_noop("Bản trước vẫn còn: {version}.")
            rows.append(self._row(text, version=state.before))
        return rows


def _last(known: UpdateLook) -> LastUpdate | None:
    return known.state.last if known.state else None


PAGE = SystemUpdatePageModel
