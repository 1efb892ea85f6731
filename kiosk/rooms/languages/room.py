"""The languages that are offered, in their order."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.marked import marked
from kiosk.i18n.languages import find_languages
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
        self._names: dict[str, str] = {}
        house.visit.settingsChanged.connect(self.changed)

    def enter(self) -> None:
        """See which languages there are: a new one is a folder more."""
        super().enter()
        found = find_languages(self.house.folders.translations)
        self._names = {code: language.name for code, language in found.items()}
        self.changed.emit()

    def _offered(self) -> list[str]:
        return [code for code in self.settings.languages.offered if code in self._names]

    @Slot(str)
    def toggle(self, code: str) -> None:
        """A language was touched: on or off; the last one stays."""
        offered = self._offered()
        if code not in offered:
            offered.append(code)
        elif len(offered) > 1:
            offered.remove(code)
        self.set("languages", offered=tuple(offered))

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
        """Those that are offered, then the others: `code`, `name`, `on`, `mayRise`, `last`."""
        offered = self._offered()
        others = sorted(self._names.keys() - set(offered))
        return [
            {
                "code": code,
                "name": self._names[code],
                "on": code in offered,
                "mayRise": code in offered[1:],
                "last": offered == [code],
            }
            for code in [*offered, *others]
        ]


ROOM = LanguagesRoomModel
