"""The process that plays sound: run as `python -m kiosk.ui.sound.sound_player`.

Input (see `kiosk.child_channel`): `{"play": 7, "rate_hz": 22050, "bytes": 4410, "gain": 1.0}`
followed by the samples (16-bit mono), `{"pause": 7}`, `{"resume": 7}`, `{"stop": 7}`,
`{"gain": 0.5}`.
Output: `{"begun": 7}`, `{"heard": 7, "ms": 120}`, `{"ended": 7}`, `{"no_speaker": 7}`,
`{"stuck": 7}`.
"""

import time

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from kiosk.child_channel import Message
from kiosk.ui.sound.sound_process import STALL_LIMIT_S, SoundWorker, run

_POLL_MS = 20
_NEWS_EVERY_S = 0.1


class Player(SoundWorker):
    """Plays one clip at a time on the default sound device."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._sink: QAudioSink | None = None
        self._source: QBuffer | None = None
        self._gain = 1.0
        self._heard_us = 0
        self._moved_s = self._news_s = 0.0
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look)

    def begin(self) -> None:
        """Looks up the sound device before the first clip, as that takes a while."""
        QMediaDevices.defaultAudioOutput()

    def execute(self, command: Message, data: bytes) -> None:
        """Executes a command."""
        if "play" in command:
            self._stop()
            self._number, self._gain = command["play"], command["gain"]
            self._play(command["rate_hz"], data)
        elif "stop" in command:
            self._stop()
        elif "pause" in command:
            self._pause()
        elif "resume" in command:
            self._resume()
        elif "gain" in command:
            self._gain = command["gain"]
            if self._sink is not None:
                self._sink.setVolume(self._gain)

    def _play(self, rate_hz: int, samples: bytes) -> None:
        """Passes the whole clip to the device at once, so that the voice cannot stutter."""
        wanted = QAudioFormat()
        wanted.setSampleRate(rate_hz)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull() or not device.isFormatSupported(wanted):
            self._send("no_speaker")
            return
        self._sink = QAudioSink(device, wanted, self)
        self._sink.setBufferSize(len(samples))
        self._sink.setVolume(self._gain)
        self._source = QBuffer(self._sink)
        self._source.setData(QByteArray(samples))
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._source)
        if self._sink.error() != QtAudio.Error.NoError:
            self._over("no_speaker")
            return
        self._heard_us = 0
        self._moved_s = self._news_s = time.monotonic()
        self._poll.start()
        self._send("begun")

    def _stop(self) -> None:
        """Discards the samples that the device has not played yet."""
        self._poll.stop()
        if self._sink is not None:
            self._sink.reset()
            self._sink.stop()
            self._sink.deleteLater()
            self._sink = self._source = None

    def _pause(self) -> None:
        """Pauses at once and keeps the position."""
        if self._sink is not None:
            self._poll.stop()
            self._sink.suspend()
            self._tell_heard()

    def _resume(self) -> None:
        if self._sink is not None:
            self._moved_s = time.monotonic()
            self._sink.resume()
            self._poll.start()

    def _look(self) -> None:
        """Reports the position; detects the end of the clip and a device that has stalled."""
        assert self._sink is not None
        assert self._source is not None
        state, heard_us, now_s = self._sink.state(), self._sink.processedUSecs(), time.monotonic()
        if heard_us > self._heard_us:
            self._heard_us, self._moved_s = heard_us, now_s
        if state == QtAudio.State.IdleState and self._source.atEnd():
            self._over("ended")
        elif state == QtAudio.State.StoppedState or now_s - self._moved_s > STALL_LIMIT_S:
            self._over("stuck")
        elif now_s - self._news_s >= _NEWS_EVERY_S:
            self._tell_heard()

    def _tell_heard(self) -> None:
        assert self._sink is not None
        self._news_s = time.monotonic()
        self.sent.emit({"heard": self._number, "ms": self._sink.processedUSecs() / 1000}, b"")

    def _over(self, how: str) -> None:
        self._stop()
        self._send(how)

    def _send(self, what: str) -> None:
        self.sent.emit({what: self._number}, b"")


if __name__ == "__main__":
    run(Player)
