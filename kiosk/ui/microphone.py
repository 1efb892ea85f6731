"""Where voices come from: the microphone, listened to by a process of its own."""

import json
import sys
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk.narration.utterance import Clip
from kiosk.ui.own_process import own_process

_ANSWER_LIMIT_MS = 8000
_BURIAL_LIMIT_MS = 1000


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone that can be chosen."""

    id: str
    name: str


class Microphone(Protocol):
    """Listens to one device at a time, and gives nothing away but what was asked for."""

    devicesChanged: Signal
    """The tuple of devices, the usual one first; empty for none."""
    opened: Signal
    levelChanged: Signal
    """How loud it is, from 0 to 1, about twenty times a second."""
    recorded: Signal
    """The clip that was asked for."""
    lost: Signal
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
        self._process: QProcess | None = None
        self._number = 0
        self._awaited: dict[str, Any] | None = None
        """The news whose samples are still on their way."""
        self._devices: tuple[Device, ...] | None = None
        self._patience = QTimer(self, singleShot=True, interval=_ANSWER_LIMIT_MS)
        self._patience.timeout.connect(self._give_up)

    def look(self) -> None:
        """Starts the process, which tells the devices; what is known is told at once."""
        if self._process is None:
            self._start()
            self._patience.start()
        elif self._devices is not None:
            self.devicesChanged.emit(self._devices)

    def open(self, device: str) -> None:
        """Listens to this device instead of another."""
        if self._process is None:
            self._start()
        self._number += 1
        self._patience.start()
        self._send({"open": self._number, "device": device})

    def begin(self) -> None:
        """Has the process keep what it hears."""
        self._send({"record": self._number})

    def end(self) -> None:
        """Asks for what was kept; it comes as `recorded`, or else the microphone is lost."""
        self._patience.start()
        self._send({"end": self._number})

    def drop(self) -> None:
        """Has the process forget."""
        self._send({"drop": self._number})

    def close(self) -> None:
        """Ends the process."""
        self._number += 1
        process = self._process
        self._bury()
        if process is not None:
            process.waitForFinished(_BURIAL_LIMIT_MS)

    def process_id(self) -> int:
        """The process that listens now; 0 when none does."""
        return self._process.processId() if self._process is not None else 0

    def _start(self) -> None:
        process = own_process(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._died)
        process.errorOccurred.connect(self._died)
        self._process, self._awaited, self._devices = process, None, None
        process.start(sys.executable, ["-m", "kiosk.ui.sound_recorder"])

    def _send(self, command: dict[str, Any]) -> None:
        if self._process is not None:
            self._process.write(json.dumps(command).encode() + b"\n")

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process:
            if self._awaited is not None:
                if process.bytesAvailable() < self._awaited["bytes"]:
                    return
                news, self._awaited = self._awaited, None
                samples = process.read(news["bytes"]).data() if news["bytes"] else b""
                self._take_clip(news, samples)
            elif process.canReadLine():
                news = json.loads(process.readLine().data())
                if "bytes" in news:
                    self._awaited = news
                else:
                    self._follow(news)
            else:
                return

    def _follow(self, news: dict[str, Any]) -> None:
        if "devices" in news:
            if self._devices is None:
                self._patience.stop()
            self._devices = tuple(Device(each["id"], each["name"]) for each in news["devices"])
            self.devicesChanged.emit(self._devices)
        elif self._number not in news.values():
            return
        elif "opened" in news:
            self._patience.stop()
            self.opened.emit()
        elif "level" in news:
            self.levelChanged.emit(news["rms"])
        elif "lost" in news:
            self._patience.stop()
            self.lost.emit()

    def _take_clip(self, news: dict[str, Any], samples: bytes) -> None:
        if news["kept"] == self._number:
            self._patience.stop()
            self.recorded.emit(Clip(samples, news["rate_hz"], ()))

    def _died(self) -> None:
        if self.sender() is self._process:
            self._give_up()

    def _give_up(self) -> None:
        """Nothing is to be expected of this process any more."""
        self._bury()
        self.lost.emit()

    def _bury(self) -> None:
        self._patience.stop()
        process, self._process = self._process, None
        if process is None:
            return
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
        else:
            process.finished.connect(process.deleteLater)
            process.kill()


def real_microphone(parent: QObject) -> Microphone:
    """The microphone that hears."""
    return DeviceMicrophone(parent)
