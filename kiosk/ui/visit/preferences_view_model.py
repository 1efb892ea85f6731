"""The view model of the display preferences."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.settings import Contrast, TextSize
from kiosk.player.visit import DisplayPreferences
from kiosk.qt.properties import Properties, qml_type


@qml_type
class PreferencesViewModel(QObject):
    """Text size, contrast, motion, and speed and volume of the voice."""

    changed = Signal()
    requested = Signal(object)
    """The requested preferences."""

    _shows: Properties["PreferencesViewModel"] = Properties(changed)

    def __init__(self, preferences: DisplayPreferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences

    def show_preferences(self, preferences: DisplayPreferences) -> None:
        """Updates to the current preferences."""
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
        """Requests slow or normal speech."""
        self.requested.emit(replace(self._preferences, slow=slow))

    @Slot(bool)
    def chooseMotion(self, motion: bool) -> None:  # noqa: FBT001 - called from QML
        """Requests animation on or off."""
        self.requested.emit(replace(self._preferences, motion=motion))

    @Slot(int)
    def chooseVolume(self, volume: int) -> None:
        """Requests a volume from 1 to 5."""
        self.requested.emit(replace(self._preferences, volume=volume))

    textSize = _shows(str, lambda self: self._preferences.text_size.value)
    """One of normal, large and largest."""
    contrast = _shows(str, lambda self: self._preferences.contrast.value)
    """Either warm or high."""
    motion = _shows(bool, lambda self: self._preferences.motion)
    """True when animation is on."""
    slow = _shows(bool, lambda self: self._preferences.slow)
    volume = _shows(int, lambda self: self._preferences.volume)
    """The volume, from 1 to 5."""
