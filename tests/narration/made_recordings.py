"""Synthetic recordings: tones whose pitch identifies the clip."""

import math
from array import array

from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip

RATE_HZ = 16_000
SPOKEN_AT = "2026-11-24T10:00:00+07:00"


def tone(height_hz=180, duration_ms=800):
    samples = (
        round(6000 * math.sin(2 * math.pi * height_hz * at / RATE_HZ))
        for at in range(duration_ms * RATE_HZ // 1000)
    )
    return Clip(array("h", samples).tobytes(), RATE_HZ, ())


def take(text, speaker="H'Bia", **more):
    return Take(text, speaker, SPOKEN_AT, "micro USB", **more)


def record(folder, text, language="rad", height_hz=180, **more):
    return Recordings(folder, language).keep(take(text, **more), tone(height_hz))
