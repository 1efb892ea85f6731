"""The process that records sound: run as `python -m kiosk.ui.sound.sound_recorder`.

The process does not interpret speech: it reports the level, and the samples recorded between
`record` and `end`.

Input (see `kiosk.child_channel`): `{"open": 7, "device": "id"}` ("" for the default),
`{"record": 7}`, `{"end": 7}`, `{"drop": 7}`, `{"close": 7}`.
Output: `{"devices": [{"id": "…", "name": "…"}]}` at start and at every change, default first,
`{"opened": 7}`, `{"level": 7, "rms": 0.02}` every 50 ms,
`{"kept": 7, "rate_hz": 48000, "bytes": 4410}` followed by the samples (16-bit mono),
`{"lost": 7}`.
"""

import time

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QIODevice, QTimer
from PySide6.QtMultimedia import (
    QAudioDevice,
    QAudioFormat,
    QAudioSource,
    QMediaDevices,
    QtAudio,
)

from kiosk.child_channel import Message
from kiosk.ui.sound.sound_process import STALL_LIMIT_S, SoundWorker, run

RATE_HZ = 48_000
MAX_S = 60
"""A recording ends by itself after this time."""
_POLL_MS = 50
_FULL_SCALE = 32768.0
_KINDS = {
    QAudioFormat.SampleFormat.UInt8: "<u1",
    QAudioFormat.SampleFormat.Int16: "<i2",
    QAudioFormat.SampleFormat.Int32: "<i4",
    QAudioFormat.SampleFormat.Float: "<f4",
}


def mono(raw: bytes, kind: str, channels: int) -> NDArray[np.int16]:
    """Mixes the channels of interleaved samples to one, as 16-bit integers."""
    frames = np.frombuffer(raw, dtype=kind).reshape(-1, channels)
    if kind == "<i2" and channels == 1:
        return frames[:, 0].astype(np.int16)
    wave = frames.mean(axis=1, dtype=np.float64)
    if kind == "<u1":
        wave = (wave - 128) / 128
    elif kind != "<f4":
        wave = wave / float(1 << (8 * int(kind[-1]) - 1))
    mixed: NDArray[np.int16] = (np.clip(wave, -1, 1) * (_FULL_SCALE - 1)).round().astype(np.int16)
    return mixed


class Recorder(SoundWorker):
    """Reads one microphone at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._devices = QMediaDevices(self)
        self._devices.audioInputsChanged.connect(self._look_for_devices)
        self._number = 0
        self._device = b""
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._kind, self._channels, self._rate_hz = "<i2", 1, RATE_HZ
        self._rest = b""
        self._kept: list[NDArray[np.int16]] | None = None
        self._moved_s = 0.0
        self._opened = False
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._read)

    def begin(self) -> None:
        """Reports the list of microphones."""
        devices = [{"id": _name(each), "name": each.description()} for each in _microphones()]
        self.sent.emit({"devices": devices}, b"")

    def execute(self, command: Message, data: bytes = b"") -> None:  # noqa: ARG002 - commands have no data
        """Executes a command."""
        if "open" in command:
            self._close()
            self._number = command["open"]
            self._open(command["device"])
        elif self._number not in command.values():
            return
        elif "record" in command:
            self._read()
            self._kept = []
        elif "end" in command:
            self._read()
            self._send_recording()
        elif "drop" in command:
            self._kept = None
        elif "close" in command:
            self._close()

    def _open(self, wanted: str) -> None:
        devices = _microphones()
        device = next((each for each in devices if _name(each) == wanted), None)
        device = device or (devices[0] if devices and not wanted else None)
        if device is None:
            self.sent.emit({"lost": self._number}, b"")
            return
        sound = QAudioFormat()
        sound.setSampleRate(RATE_HZ)
        sound.setChannelCount(1)
        sound.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(sound):
            sound = device.preferredFormat()
        self._kind = _KINDS.get(sound.sampleFormat(), "<i2")
        self._channels, self._rate_hz = sound.channelCount(), sound.sampleRate()
        self._device = bytes(device.id().data())
        self._source = QAudioSource(device, sound, self)
        self._stream = self._source.start()
        self._moved_s = time.monotonic()
        if self._stream is None or self._source.error() != QtAudio.Error.NoError:
            self._lose()
            return
        self._poll.start()

    def _close(self) -> None:
        self._poll.stop()
        self._kept, self._rest, self._opened = None, b"", False
        if self._source is not None:
            self._source.stop()
            self._source.deleteLater()
            self._source = self._stream = None

    def _lose(self) -> None:
        self._close()
        self.sent.emit({"lost": self._number}, b"")

    def _look_for_devices(self) -> None:
        """Reports the devices after one was added or removed; the open one may be lost."""
        self.begin()
        here = {each.id().data() for each in _microphones()}
        if self._source is not None and self._device not in here:
            self._lose()

    def _read(self) -> None:
        """Reads new samples; detects a microphone that has stalled."""
        if self._source is None or self._stream is None:
            return
        raw = self._rest + self._stream.readAll().data()
        frame = np.dtype(self._kind).itemsize * self._channels
        whole = len(raw) - len(raw) % frame
        self._rest = raw[whole:]
        if whole:
            if not self._opened:
                self._opened = True
                self.sent.emit({"opened": self._number}, b"")
            self._moved_s = time.monotonic()
            self._take(mono(raw[:whole], self._kind, self._channels))
        elif self._is_dead():
            self._lose()

    def _is_dead(self) -> bool:
        assert self._source is not None
        stopped = self._source.state() == QtAudio.State.StoppedState
        return stopped or time.monotonic() - self._moved_s > STALL_LIMIT_S

    def _take(self, heard: NDArray[np.int16]) -> None:
        wave = heard / _FULL_SCALE
        rms = float(np.sqrt(np.mean(wave**2)))
        self.sent.emit({"level": self._number, "rms": round(rms, 5)}, b"")
        if self._kept is not None:
            self._kept.append(heard)
            if sum(part.size for part in self._kept) > MAX_S * self._rate_hz:
                self._send_recording()

    def _send_recording(self) -> None:
        if self._kept is None:
            return
        kept, self._kept = self._kept, None
        samples = np.concatenate([np.empty(0, np.int16), *kept]).astype("<i2").tobytes()
        news = {"kept": self._number, "rate_hz": self._rate_hz, "bytes": len(samples)}
        self.sent.emit(news, samples)


def _microphones() -> list[QAudioDevice]:
    """Returns the input devices, the default one first."""
    return sorted(QMediaDevices.audioInputs(), key=lambda each: not each.isDefault())


def _name(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "backslashreplace")


if __name__ == "__main__":
    run(Recorder)
