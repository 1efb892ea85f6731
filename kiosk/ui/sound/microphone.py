"""Where voices come from: the microphone, listened to by a process of its own."""

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from kiosk.narration.utterance import Clip
from kiosk.ui.background.child_process import ChildProcess

_ANSWER_LIMIT_MS = 8000


@dataclass(frozen=True, slots=True)
class Device:
    id: str
    name: str


class Microphone(Protocol):
    """Listens to one device at a time, and gives nothing away but what was asked for."""

    @property
    def devicesChanged(self) -> SignalInstance:
        """The tuple of devices, the usual one first; empty for none."""

    @property
    def opened(self) -> SignalInstance:
        """The device that was asked for is listened to."""

    @property
    def levelChanged(self) -> SignalInstance:
        """How loud it is, from 0 to 1, about twenty times a second."""

    @property
    def recorded(self) -> SignalInstance:
        """The clip that was asked for."""

    @property
    def lost(self) -> SignalInstance:
        """The microphone that was open, or could not be opened, is not there any more."""

    def look(self) -> None:
        """Tell which devices there are."""

    def open(self, device: str) -> None:
        """Listen to the device of that id; what is heard is forgotten."""

    def begin(self) -> None:
        """Keep what is heard from now on, a minute at most."""

    def end(self) -> None:
        """Hand over what was kept."""

    def drop(self) -> None:
        """Forget what was kept."""

    def close(self) -> None:
        """Listen no more."""


class DeviceMicrophone(QObject):
    """The computer's microphones, listened to by a process of its own.

    Whatever happens to the sound, the screen goes on: a process that died or stays silent is told
    as a lost microphone, and the next `look` or `open` begins with a new one.
    """

    devicesChanged = Signal(object)
    opened = Signal()
    levelChanged = Signal(float)
    recorded = Signal(object)
    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = ChildProcess(["-m", "kiosk.ui.sound.sound_recorder"], self, watched=True)
        self._recorder.received.connect(self._take)
        self._recorder.ended.connect(self.lost)
        self._number = 0
        self._devices: tuple[Device, ...] | None = None

    def look(self) -> None:
        """Starts the process, which tells the devices; what is known is told at once."""
        if not self._recorder.is_running:
            self._start()
        elif self._devices is not None:
            self.devicesChanged.emit(self._devices)

    def open(self, device: str) -> None:
        """Listens to this device instead of another."""
        if not self._recorder.is_running:
            self._start()
        self._number += 1
        self._recorder.expect_answer(_ANSWER_LIMIT_MS)
        self._recorder.send({"open": self._number, "device": device})

    def begin(self) -> None:
        """Has the process keep what it hears."""
        self._recorder.send({"record": self._number})

    def end(self) -> None:
        """Asks for what was kept; it comes as `recorded`, or else the microphone is lost."""
        self._recorder.expect_answer(_ANSWER_LIMIT_MS)
        self._recorder.send({"end": self._number})

    def drop(self) -> None:
        """Has the process forget."""
        self._recorder.send({"drop": self._number})

    def close(self) -> None:
        self._number += 1
        self._recorder.close()

    def process_id(self) -> int:
        """The process that listens now; 0 when none does."""
        return self._recorder.process_id

    def _start(self) -> None:
        self._devices = None
        self._recorder.start(_ANSWER_LIMIT_MS)

    def _take(self, news: dict[str, Any], samples: bytes) -> None:
        if "kept" in news:
            self._take_clip(news, samples)
        else:
            self._follow(news)

    def _follow(self, news: dict[str, Any]) -> None:
        if "devices" in news:
            self._devices = tuple(Device(each["id"], each["name"]) for each in news["devices"])
            self.devicesChanged.emit(self._devices)
        elif self._number not in news.values():
            return
        elif "opened" in news:
            self._recorder.answered()
            self.opened.emit()
        elif "level" in news:
            self.levelChanged.emit(news["rms"])
        elif "lost" in news:
            self._recorder.answered()
            self.lost.emit()

    def _take_clip(self, news: dict[str, Any], samples: bytes) -> None:
        if news["kept"] == self._number:
            self._recorder.answered()
            self.recorded.emit(Clip(samples, news["rate_hz"], ()))


def real_microphone(parent: QObject) -> Microphone:
    return DeviceMicrophone(parent)
