"""How the person likes to see and hear, as QML sees it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.settings import Contrast, TextSize
from kiosk.player.visit import DisplayPreferences
from kiosk.qt.properties import Properties, qml_type


@qml_type
class PreferencesViewModel(QObject):
    """Letters, colours, and the speed and loudness of the voice."""

    changed = Signal()
    requested = Signal(object)
    """The preferences that was asked for."""

    _shows: Properties["PreferencesViewModel"] = Properties(changed)

    def __init__(self, preferences: DisplayPreferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences

    def show_preferences(self, preferences: DisplayPreferences) -> None:
        """Take what is true from now on."""
        if preferences != self._preferences:
            self._preferences = preferences
            self.changed.emit()

    @Slot(str)
    def chooseTextSize(self, size: str) -> None:
        self.requested.emit(replace(self._preferences, text_size=TextSize(size)))

    @Slot(str)
    def chooseContrast(self, contrast: str) -> None:
        self.requested.emit(replace(self._preferences, contrast=Contrast(contrast)))

    @Slot(bool)
    def chooseSlow(self, slow: bool) -> None:  # noqa: FBT001 - called from QML
        """A slow voice, or the usual one."""
        self.requested.emit(replace(self._preferences, slow=slow))

    @Slot(bool)
    def chooseMotion(self, motion: bool) -> None:  # noqa: FBT001 - called from QML
        """Things that move, or that stand still."""
        self.requested.emit(replace(self._preferences, motion=motion))

    @Slot(int)
    def chooseVolume(self, volume: int) -> None:
        """A volume from 1 to 5."""
        self.requested.emit(replace(self._preferences, volume=volume))

    textSize = _shows(str, lambda self: self._preferences.text_size.value)
    """One of normal, large and largest."""
    contrast = _shows(str, lambda self: self._preferences.contrast.value)
    """Either warm or high."""
    motion = _shows(bool, lambda self: self._preferences.motion)
    """Whether things move on the screen."""
    slow = _shows(bool, lambda self: self._preferences.slow)
    volume = _shows(int, lambda self: self._preferences.volume)
    """The volume, from 1 to 5."""
