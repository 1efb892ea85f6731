"""Settings of text size, contrast and voice at the beginning of each visit."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.gettext_noop import gettext_noop
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.settings_page_model import SettingsPageModel


@qml_type
class LookPageModel(SettingsPageModel):
    """Changes text size, contrast and voice with immediate effect."""

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
        """Cancels the pending replay of the voice."""
        self._listening = False

    @Slot(str)
    def chooseTextSize(self, size: str) -> None:
        self.set("display", text_size=size)

    @Slot(str)
    def chooseContrast(self, contrast: str) -> None:
        self.set("display", contrast=contrast)

    @Slot(bool)
    def chooseSlow(self, slow: bool) -> None:  # noqa: FBT001 - called from QML
        """Chooses the slow or the normal voice and plays it."""
        self._listening = True
        self.set("voice", slow=slow)

    @Slot(int)
    def chooseVolume(self, volume: int) -> None:
        """Sets the volume, from 1 to 5, and plays the voice."""
        self._listening = True
        self.set("voice", volume=volume)

    textSize = _shows(str, lambda self: self.settings.display.text_size.value)
    """`normal`, `large` or `largest`."""
    contrast = _shows(str, lambda self: self.settings.display.contrast.value)
    """`warm` or `high`."""
    slow = _shows(bool, lambda self: self.settings.voice.slow)
    volume = _shows(int, lambda self: self.settings.voice.volume)
    """The volume, from 1 to 5."""


PAGE = LookPageModel
