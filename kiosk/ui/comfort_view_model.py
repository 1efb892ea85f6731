"""How the person likes to see and hear, as QML sees it."""

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.settings import Contrast, TextSize
from kiosk.player.visit import Comfort

QML_IMPORT_NAME = "TutorialKiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the visit")
class ComfortViewModel(QObject):
    """Letters, colours, and the speed and loudness of the voice."""

    changed = Signal()
    wished = Signal(object)
    """The comfort that was asked for."""
    voiceWished = Signal()
    """Another voice was asked for: let it be heard."""

    def __init__(self, comfort: Comfort, parent: QObject) -> None:
        super().__init__(parent)
        self._comfort = comfort

    def show_comfort(self, comfort: Comfort) -> None:
        """Take what is true from now on."""
        if comfort != self._comfort:
            self._comfort = comfort
            self.changed.emit()

    @Slot(str)
    def chooseTextSize(self, size: str) -> None:
        """Another size of letters."""
        self.wished.emit(replace(self._comfort, text_size=TextSize(size)))

    @Slot(str)
    def chooseContrast(self, contrast: str) -> None:
        """Other colours."""
        self.wished.emit(replace(self._comfort, contrast=Contrast(contrast)))

    @Slot(bool)
    def chooseSlow(self, slow: bool) -> None:  # noqa: FBT001 - called from QML
        """A slow voice, or the usual one."""
        self.wished.emit(replace(self._comfort, slow=slow))
        self.voiceWished.emit()

    @Slot(int)
    def chooseVolume(self, volume: int) -> None:
        """A volume from 1 to 5."""
        self.wished.emit(replace(self._comfort, volume=volume))
        self.voiceWished.emit()

    @Property(str, notify=changed)
    def textSize(self) -> str:
        """One of normal, large and largest."""
        return self._comfort.text_size.value

    @Property(str, notify=changed)
    def contrast(self) -> str:
        """Either warm or high."""
        return self._comfort.contrast.value

    @Property(bool, notify=changed)
    def slow(self) -> bool:
        """Whether the voice is slow."""
        return self._comfort.slow

    @Property(int, notify=changed)
    def volume(self) -> int:
        """The volume, from 1 to 5."""
        return self._comfort.volume
