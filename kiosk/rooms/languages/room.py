"""The languages that are offered, in their order."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.marked import marked
from kiosk.rooms.house import House
from kiosk.rooms.setting_room import SettingRoom

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made when its door is opened")
class LanguagesRoomModel(SettingRoom):
    """Each language is on or off; at least one is on."""

    title = marked("Ngôn ngữ")
    icon = "internet"
    order = 64

    changed = Signal()

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(house, parent)
        self._tongues = house.visit.tongues
        house.visit.settingsChanged.connect(self.changed)
        self._tongues.changed.connect(self.changed)

    def _offered(self) -> list[str]:
        return list(self.settings.languages.in_order(self._tongues.known))

    @Slot(str)
    def toggle(self, code: str) -> None:
        """A language was touched: on or off; the last one that learners see stays."""
        offered, hidden = self._offered(), list(self.settings.languages.hidden)
        if code in hidden:
            hidden.remove(code)
            offered.append(code)
        elif not self._is_last(code, offered):
            offered.remove(code)
            hidden.append(code)
        self.set("languages", offered=tuple(offered), hidden=tuple(hidden))

    def _is_last(self, code: str, offered: list[str]) -> bool:
        """Whether learners would see no language without it."""
        return [each for each in offered if self._tongues.tongue(each).is_worthy] == [code]

    @Slot(str)
    def moveUp(self, code: str) -> None:
        """A language goes before the one that stood before it."""
        offered = self._offered()
        at = offered.index(code) if code in offered else 0
        if at:
            offered[at - 1], offered[at] = offered[at], offered[at - 1]
            self.set("languages", offered=tuple(offered))

    @Property(list, notify=changed)
    def languages(self) -> list[dict[str, object]]:
        """Those that are wanted, then the others: see `_row`."""
        offered = self._offered()
        others = sorted(self._tongues.known.keys() - set(offered))
        return [self._row(code, offered) for code in [*offered, *others]]

    def _row(self, code: str, offered: list[str]) -> dict[str, object]:
        """How much of a language there is, whether it is on, and whether learners see it."""
        tongue = self._tongues.tongue(code)
        coverage = tongue.coverage
        return {
            "code": code,
            "name": tongue.language.name,
            "on": code in offered,
            "seen": tongue.is_worthy,
            "counted": coverage is not None,
            "spoken": coverage.spoken if coverage else 0,
            "written": coverage.written if coverage else 0,
            "total": coverage.total if coverage else 0,
            "mayRise": code in offered[1:],
            "last": self._is_last(code, offered),
        }


ROOM = LanguagesRoomModel
