"""The microphone, which is read in a separate process."""

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
    """Reads one microphone at a time; samples are delivered only for a requested recording."""

    @property
    def devicesChanged(self) -> SignalInstance:
        """Emits the tuple of devices, the default one first; empty for none."""

    @property
    def opened(self) -> SignalInstance:
        """The requested device is open."""

    @property
    def levelChanged(self) -> SignalInstance:
        """Emits the RMS level, from 0 to 1, about twenty times a second."""

    @property
    def recorded(self) -> SignalInstance:
        """Emits the recorded clip."""

    @property
    def lost(self) -> SignalInstance:
        """The microphone was disconnected or could not be opened."""

    def look(self) -> None:
        """Requests the list of devices, which is emitted by `devicesChanged`."""

    def open(self, device: str) -> None:
        """Opens the device with this ID; samples are discarded until `begin`."""

    def begin(self) -> None:
        """Starts a recording, of a minute at most."""

    def end(self) -> None:
        """Ends the recording and requests its clip."""

    def drop(self) -> None:
        """Discards the recording."""

    def close(self) -> None:
        """Stops reading the microphone."""


class DeviceMicrophone(QObject):
    """The computer's microphones, read in a separate process.

    A sound failure never blocks the window: a process that crashed or does not answer is reported
    as a lost microphone, and the next `look` or `open` starts a new one.
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
        """Starts the process, which reports the devices; emits the list if it is known."""
        if not self._recorder.is_running:
            self._start()
        elif self._devices is not None:
            self.devicesChanged.emit(self._devices)

    def open(self, device: str) -> None:
        """Opens this device and closes the current one."""
        if not self._recorder.is_running:
            self._start()
        self._number += 1
        self._recorder.expect_answer(_ANSWER_LIMIT_MS)
        self._recorder.send({"open": self._number, "device": device})

    def begin(self) -> None:
        """Makes the process record."""
        self._recorder.send({"record": self._number})

    def end(self) -> None:
        """Requests the recording; `recorded` or `lost` follows."""
        self._recorder.expect_answer(_ANSWER_LIMIT_MS)
        self._recorder.send({"end": self._number})

    def drop(self) -> None:
        """Makes the process discard the recording."""
        self._recorder.send({"drop": self._number})

    def close(self) -> None:
        self._number += 1
        self._recorder.close()

    def process_id(self) -> int:
        """The ID of the process; 0 when none runs."""
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
