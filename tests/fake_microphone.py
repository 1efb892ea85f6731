"""A fake microphone that records what the test provides."""

import math
import random
from array import array

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.narration.utterance import Clip
from kiosk.ui.sound.microphone import Device

RATE_HZ = 16_000
USUAL = Device("usual", "Mi-crô của máy")
HEADSET = Device("headset", "Tai nghe có mi-crô")


def voice(duration_ms=1500, level=0.15):
    """Half a second of hiss, a low tone that rises and falls like syllables, and hiss again."""
    noise = random.Random(7)
    before, spoken = RATE_HZ // 2, duration_ms * RATE_HZ // 1000

    def at(number):
        hiss = noise.uniform(-0.0005, 0.0005)
        since = number - before
        if not 0 <= since < spoken:
            return hiss
        swell = 0.6 + 0.4 * math.sin(2 * math.pi * 4 * since / RATE_HZ)
        tone = level * math.sin(2 * math.pi * 180 * since / RATE_HZ) * swell
        return max(-1.0, min(1.0, tone + hiss))

    samples = array("h", (round(at(each) * 32767) for each in range(2 * before + spoken)))
    return Clip(samples.tobytes(), RATE_HZ, ())


def silence(duration_ms=1500):
    return Clip(bytes(2 * duration_ms * RATE_HZ // 1000), RATE_HZ, ())


class FakeMicrophone(QObject):
    """Replies asynchronously, as the real microphone does."""

    devicesChanged = Signal(object)
    opened = Signal()
    levelChanged = Signal(float)
    recorded = Signal(object)
    lost = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.devices = (USUAL,)
        self.hears = voice()
        self.open_device = ""
        self.keeping = False
        self.began = 0

    def _later(self, tell) -> None:
        QTimer.singleShot(0, self, tell)

    def look(self) -> None:
        self._later(lambda: self.devicesChanged.emit(self.devices))

    def open(self, device: str) -> None:
        here = device in [each.id for each in self.devices]
        self.open_device = device if here else ""
        self._later(self.opened.emit if here else self.lost.emit)

    def begin(self) -> None:
        self.keeping = True
        self.began += 1

    def end(self) -> None:
        self.keeping = False
        self._later(lambda: self.recorded.emit(self.hears))

    def drop(self) -> None:
        self.keeping = False

    def close(self) -> None:
        self.open_device, self.keeping = "", False

    # Events.

    def unplug(self) -> None:
        self.devices, self.open_device, self.keeping = (), "", False
        self.devicesChanged.emit(())
        self.lost.emit()

    def plug_in(self) -> None:
        self.devices = (USUAL,)
        self.devicesChanged.emit(self.devices)
