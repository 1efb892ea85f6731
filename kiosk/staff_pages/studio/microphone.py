"""The studio's microphone: which one listens, whether it is there, and how loud it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.qt.list_model import ShownList
from kiosk.qt.properties import Properties, qml_type
from kiosk.staff_pages.context import StaffContext
from kiosk.staff_pages.studio.doing import level_of
from kiosk.ui.sound.microphone import Device

RETRY_MS = 2000
MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class MicrophoneRow:
    device: str
    name: str
    chosen: bool


@qml_type
class StudioMicrophone(QObject):
    """The one that was chosen, else the usual one; one that is gone is looked for again."""

    changed = Signal()
    levelChanged = Signal()
    opened = Signal()
    recorded = Signal(object)
    """The clip that was asked for, or all that fits into one."""
    lost = Signal()
    """There is no microphone, or not any more; perhaps it comes back."""

    devices = ShownList(MicrophoneRow)
    """The microphones among which there is a choice."""

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
        """What the one in use is called; empty when it is not there."""
        return next((each.name for each in self._devices if each.id == self._device), "")

    def open(self) -> None:
        """Look for the microphones, and listen to the one that was chosen."""
        self._wanted, self._listening = True, False
        self._microphone.look()

    def choose(self, device: str) -> None:
        """Listen to another one."""
        self._device, self._listening = device, False
        self.changed.emit()
        self._microphone.open(device)

    def close(self) -> None:
        self._wanted = self._listening = False
        self._retry.stop()
        self._microphone.close()
        self._show_level(0)

    def begin(self) -> None:
        """Keep what is heard from now on."""
        self._microphone.begin()

    def end(self) -> None:
        """Hand over what was kept."""
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
    """How loud it is, from 0 to 12."""

    def _made(self) -> list[MicrophoneRow]:
        shown = self._devices[:MOST_SHOWN]
        return [MicrophoneRow(each.id, each.name, each.id == self._device) for each in shown]
