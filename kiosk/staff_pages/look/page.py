"""How the kiosk looks and sounds to each new person."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.settings_page_model import SettingsPageModel


@qml_type
class LookPageModel(SettingsPageModel):
    """Letters, colours and voice at the beginning of each visit; seen and heard at once."""

    title = gettext_noop("Chữ, màu và tiếng lúc đầu")
    icon = "text-size"
    order = 60
    sections = ("display", "voice")

    changed = Signal()

    _shows: Properties["LookPageModel"] = Properties(changed)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(context, parent)
        self._listening = False
        context.visit.settingsChanged.connect(self._take)

    def _take(self) -> None:
        self.changed.emit()
        if self._listening:
            self._listening = False
            self.context.visit.hearAgain()

    def leave(self) -> None:
        """Nothing is waited for any more."""
        self._listening = False

    @Slot(str)
    def chooseTextSize(self, size: str) -> None:
        self.set("display", text_size=size)

    @Slot(str)
    def chooseContrast(self, contrast: str) -> None:
        self.set("display", contrast=contrast)

    @Slot(bool)
    def chooseSlow(self, slow: bool) -> None:  # noqa: FBT001 - called from QML
        """A slow voice, or the usual one; it is heard."""
        self._listening = True
        self.set("voice", slow=slow)

    @Slot(int)
    def chooseVolume(self, volume: int) -> None:
        """A volume from 1 to 5; it is heard."""
        self._listening = True
        self.set("voice", volume=volume)

    textSize = _shows(str, lambda self: self.settings.display.text_size.value)
    """One of normal, large and largest."""
    contrast = _shows(str, lambda self: self.settings.display.contrast.value)
    """Either warm or high."""
    slow = _shows(bool, lambda self: self.settings.voice.slow)
    volume = _shows(int, lambda self: self.settings.voice.volume)
    """The volume, from 1 to 5."""


PAGE = LookPageModel
