"""The centre's details: name, phone number, Wi-Fi and web address."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.domain.settings import Settings
from kiosk.qr.payload import wifi_payload
from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, Property, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.settings_page_model import SettingsPageModel


@dataclass(frozen=True, slots=True)
class CentreField:
    """A detail of the centre, stored in a field of a settings section."""

    name: str
    section: str
    field: str
    icon: str
    title: str
    longest: int
    may_be_empty: bool = True
    plain: bool = False

    def value(self, settings: Settings) -> str:
        return str(getattr(getattr(settings, self.section), self.field, None) or "")


LINES = (
    CentreField(
        "name", "centre", "name", "home", gettext_noop("Tên trung tâm"), 80, may_be_empty=False
    ),
    CentreField("hotline", "centre", "hotline", "call", gettext_noop("Số để hỏi thêm"), 80),
    CentreField(
        "call-note", "staff", "call_note", "hand", gettext_noop("Lời hiện khi gọi cán bộ"), 200
    ),
    CentreField(
        "wifi-name", "wifi", "name", "wifi", gettext_noop("Tên mạng Wi-Fi"), 32, may_be_empty=False
    ),
    CentreField(
        "wifi-password", "wifi", "password", "key", gettext_noop("Mật khẩu Wi-Fi"), 63, plain=True
    ),
    CentreField(
        "web-address",
        "handout",
        "web_address",
        "internet",
        gettext_noop("Trang học ở nhà"),
        200,
        plain=True,
    ),
)
BY_NAME = {line.name: line for line in LINES}


@dataclass(frozen=True, slots=True)
class LineRow:
    name: str
    icon_name: str
    title: str
    value: str


@qml_type
class CentrePageModel(SettingsPageModel):
    """Lists the centre's details; touching a line opens the keyboard."""

    title = gettext_noop("Trung tâm và Wi-Fi")
    icon = "info"
    order = 62
    sections = ("centre", "staff", "handout", "wifi")

    changed = Signal()

    lines = ShownList(LineRow)
    """The details of the centre."""

    _shows: Properties["CentrePageModel"] = Properties(changed)

    def __init__(
        self, context: StaffContext, parent: QObject, names: Collection[str] = tuple(BY_NAME)
    ) -> None:
        """`names`: the lines that are shown."""
        super().__init__(context, parent)
        self._names = names
        self._line: CentreField | None = None
        self._draft = ""
        self._saving = False
        context.visit.settingsChanged.connect(self._fill)
        context.settings_service.changed.connect(self._saved)

    def enter(self) -> None:
        """Shows the list."""
        super().enter()
        self._show(None)

    def leave(self) -> None:
        """Discards unsaved input."""
        self._show(None)

    def go_back(self) -> bool:
        """Goes from the keyboard to the list."""
        was_writing = self._line is not None
        self._show(None)
        return was_writing

    def _show(self, line: CentreField | None) -> None:
        self._line = line
        self._draft = line.value(self.settings) if line else ""
        self._saving = False
        self._fill()

    @Slot(str)
    def write(self, name: str) -> None:
        self.context.settings_service.look(self.sections)
        self._show(BY_NAME[name])

    @Slot(str)
    def take(self, words: str) -> None:
        self._draft = words
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Saves the typed text."""
        line, draft = self._line, self._draft.strip()
        if line is None or not self._may_be_saved(line, draft):
            return
        if draft == line.value(self.settings):
            self._show(None)
            return
        self._saving = True
        self.set(line.section, **{line.field: draft})

    def _saved(self) -> None:
        """Returns to the list after saving; stays on the keyboard after a refusal."""
        if self._saving and not self.context.settings_service.message:
            self._show(None)
        self._saving = False

    def _may_be_saved(self, line: CentreField, draft: str) -> bool:
        return line.may_be_empty or bool(draft)

    def _fill(self) -> None:
        settings, shown = self.settings, self.context.translator.shown
        self.lines.show(
            [
                LineRow(line.name, line.icon, shown(line.title), line.value(settings))
                for line in LINES
                if line.name in self._names
                if settings.wifi or "wifi" in settings.refused or line.name != "wifi-password"
            ]
        )
        self.changed.emit()

    @Property(str, notify=changed)
    def wifiCode(self) -> str:
        """The content of the Wi-Fi QR code; empty if there is no network or no Wi-Fi line here."""
        wifi = self.settings.wifi
        return wifi_payload(wifi) if wifi and "wifi-name" in self._names else ""

    writing = _shows(bool, lambda self: self._line is not None)
    """Whether a line is being edited."""
    writingTitle = _shows(
        str, lambda self: self.context.translator.shown(self._line.title) if self._line else ""
    )
    """The title of the line being edited."""
    draft = _shows(str, lambda self: self._draft)
    """The typed text."""
    longest = _shows(int, lambda self: self._line.longest if self._line else 80)
    """The maximum number of characters."""
    plain = _shows(bool, lambda self: bool(self._line and self._line.plain))
    """Whether the keyboard offers only ASCII characters."""

    @Property(bool, notify=changed)
    def maySave(self) -> bool:
        """Whether the typed text can be saved."""
        return self._line is not None and self._may_be_saved(self._line, self._draft.strip())


PAGE = CentrePageModel
