"""What the kiosk says of its centre."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.marked import marked
from kiosk.domain.settings import Settings
from kiosk.qr.payload import wifi_payload
from kiosk.rooms.house import House
from kiosk.rooms.setting_room import SettingRoom

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Line:
    """Something that is written of the centre."""

    name: str
    section: str
    field: str
    icon: str
    title: str
    longest: int
    may_be_empty: bool = True
    plain: bool = False

    def value(self, settings: Settings) -> str:
        """What is written there now."""
        return str(getattr(getattr(settings, self.section), self.field, None) or "")


LINES = (
    Line("name", "centre", "name", "home", marked("Tên trung tâm"), 80, may_be_empty=False),
    Line("hotline", "centre", "hotline", "call", marked("Số để hỏi thêm"), 80),
    Line("call-note", "staff", "call_note", "hand", marked("Lời hiện khi gọi cán bộ"), 200),
    Line("wifi-name", "wifi", "name", "wifi", marked("Tên mạng Wi-Fi"), 32, may_be_empty=False),
    Line("wifi-password", "wifi", "password", "key", marked("Mật khẩu Wi-Fi"), 63, plain=True),
)
BY_NAME = {line.name: line for line in LINES}


@QmlElement
@QmlUncreatable("made when its door is opened")
class CentreRoomModel(SettingRoom):
    """A list of what is written; a touch on a line leads to the keyboard."""

    title = marked("Trung tâm và Wi-Fi")
    icon = "home"
    order = 62

    changed = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        self._line: Line | None = None
        self._draft = ""
        self._saving = False
        house.visit.settingsChanged.connect(self.changed)
        house.desk.changed.connect(self._saved)

    def enter(self) -> None:
        """Begin at the list."""
        super().enter()
        self._show(None)

    def leave(self) -> None:
        """What was typed and not kept is forgotten."""
        self._show(None)

    def go_back(self) -> bool:
        """From the keyboard to the list."""
        was_writing = self._line is not None
        self._show(None)
        return was_writing

    def _show(self, line: Line | None) -> None:
        self._line = line
        self._draft = line.value(self.settings) if line else ""
        self._saving = False
        self.changed.emit()

    @Slot(str)
    def write(self, name: str) -> None:
        """A line of the list was touched."""
        self.house.desk.look()
        self._show(BY_NAME[name])

    @Slot(str)
    def take(self, words: str) -> None:
        """Another letter was typed."""
        self._draft = words
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """What was typed shall be so."""
        line, draft = self._line, self._draft.strip()
        if line is None or not self._may_be_saved(line, draft):
            return
        if draft == line.value(self.settings):
            self._show(None)
            return
        self._saving = True
        self.set(line.section, **{line.field: draft})

    def _saved(self) -> None:
        """The desk has answered: back to the list, unless it has refused."""
        if self._saving and not self.house.desk.told:
            self._show(None)
        self._saving = False

    def _may_be_saved(self, line: Line, draft: str) -> bool:
        return line.may_be_empty or bool(draft)

    @Property(list, notify=changed)
    def lines(self) -> list[dict[str, str]]:
        """The list: `name`, `icon`, `title`, `value`."""
        settings = self.settings
        return [
            {
                "name": line.name,
                "icon": line.icon,
                "title": self.house.translator.shown(line.title),
                "value": line.value(settings),
            }
            for line in LINES
            if settings.wifi or line.name != "wifi-password"
        ]

    @Property(str, notify=changed)
    def wifiCode(self) -> str:
        """What the code of the network says; empty when there is no network."""
        wifi = self.settings.wifi
        return wifi_payload(wifi) if wifi else ""

    @Property(bool, notify=changed)
    def writing(self) -> bool:
        """Whether a line is being written."""
        return self._line is not None

    @Property(str, notify=changed)
    def writingTitle(self) -> str:
        """What is being written."""
        return self.house.translator.shown(self._line.title) if self._line else ""

    @Property(str, notify=changed)
    def draft(self) -> str:
        """What has been typed."""
        return self._draft

    @Property(int, notify=changed)
    def longest(self) -> int:
        """How many letters there may be."""
        return self._line.longest if self._line else 80

    @Property(bool, notify=changed)
    def plain(self) -> bool:
        """Whether only plain letters, digits and signs are wanted."""
        return bool(self._line and self._line.plain)

    @Property(bool, notify=changed)
    def maySave(self) -> bool:
        """Whether what has been typed can be kept."""
        return self._line is not None and self._may_be_saved(self._line, self._draft.strip())


ROOM = CentreRoomModel
