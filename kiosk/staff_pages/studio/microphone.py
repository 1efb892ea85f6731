"""The studio's microphone: selection, availability and level."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.studio.recording_state import level_of
from kiosk.ui.sound.microphone import Device

RETRY_MS = 2000
MAX_SHOWN = 4


@dataclass(frozen=True, slots=True)
class MicrophoneRow:
    device: str
    name: str
    chosen: bool


@qml_type
class StudioMicrophone(QObject):
    """Uses the chosen microphone, else the first; searches again while none is available."""

    changed = Signal()
    levelChanged = Signal()
    opened = Signal()
    recorded = Signal(object)
    """The recorded clip, after `end` or at the maximum length."""
    lost = Signal()
    """No microphone is available; the search is repeated."""

    devices = ShownList(MicrophoneRow)
    """The microphones to choose from; at most `MAX_SHOWN`."""

    _shows_level: Properties[StudioMicrophone] = Properties(levelChanged)

    def __init__(self, context: StaffContext, parent: QObject) -> None:
        super().__init__(parent)
        self._microphone = context.make_microphone(self)
        self._devices: tuple[Device, ...] = ()
        self._device = ""
        self.devices.follow(self._made, self.changed)
        self._wanted = self._listening = False
        self._level = 0
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._microphone.look)
        self._microphone.devicesChanged.connect(self._take_devices)
        self._microphone.opened.connect(self._take_opened)
        self._microphone.levelChanged.connect(self._take_level)
        self._microphone.recorded.connect(self.recorded)
        self._microphone.lost.connect(self._lose)

    @property
    def name(self) -> str:
        """The name of the microphone in use; empty if it is not available."""
        return next((each.name for each in self._devices if each.id == self._device), "")

    def open(self) -> None:
        """Searches for microphones and opens the chosen one."""
        self._wanted, self._listening = True, False
        self._microphone.look()

    def choose(self, device: str) -> None:
        """Opens another microphone."""
        self._device, self._listening = device, False
        self.changed.emit()
        self._microphone.open(device)

    def close(self) -> None:
        self._wanted = self._listening = False
        self._retry.stop()
        self._microphone.close()
        self._show_level(0)

    def begin(self) -> None:
        """Starts recording."""
        self._microphone.begin()

    def end(self) -> None:
        """Ends the recording; `recorded` follows."""
        self._microphone.end()

    def drop(self) -> None:
        self._microphone.drop()

    def _take_devices(self, devices: tuple[Device, ...]) -> None:
        self._devices = devices
        if not self._wanted:
            return
        if not devices:
            self._lose()
            return
        opens = not self._listening
        if opens and not self.name:
            self._device = devices[0].id
        self.changed.emit()
        if opens:
            self._microphone.open(self._device)

    def _take_opened(self) -> None:
        if self._wanted:
            self._listening = True
            self.opened.emit()

    def _lose(self) -> None:
        if self._wanted:
            self._listening = False
            self._show_level(0)
            self.lost.emit()
            self._retry.start()

    def _take_level(self, rms: float) -> None:
        if self._wanted:
            self._show_level(level_of(rms))

    def _show_level(self, level: int) -> None:
        if level != self._level:
            self._level = level
            self.levelChanged.emit()

    level = _shows_level(int, lambda self: self._level)
    """The level, from 0 to 12."""

    def _made(self) -> list[MicrophoneRow]:
        shown = self._devices[:MAX_SHOWN]
        return [MicrophoneRow(each.id, each.name, each.id == self._device) for each in shown]
