"""Sounds other than speech, synthesised from sine waves: no files to load, no licences."""

from __future__ import annotations

import math
from array import array
from enum import StrEnum
from functools import cache

from kiosk.narration.utterance import Clip

RATE_HZ = 22050
LOUDEST = 32767
CHIME_PEAK = 0.18
"""About 15 dB below full scale: softer than the voice, but clearly audible."""
RING_PEAK = 0.3
EDGE_MS = 12
ALIKE = 4
"""Number of periods with the same gain: fast to compute, without audible steps."""


class Sound(StrEnum):
    """The sounds other than speech."""

    CHIME = "chime"
    """Two soft notes that call staff."""
    PHONE = "phone"
    """A telephone that rings twice."""
    TOUCH = "touch"
    """A soft click that confirms a touch."""
    RIGHT = "right"
    """Two rising notes after a right touch; a wrong touch has no sound of its own."""


SHORT = frozenset({Sound.TOUCH, Sound.RIGHT})
"""Sounds played before a sentence without delaying it."""


@cache
def clip_of(sound: Sound) -> Clip:
    """The sound as a clip without words."""
    samples = _MADE_BY[sound]()
    return Clip(samples.tobytes(), RATE_HZ, ())


def _chime() -> array[int]:
    """Two bell notes in sequence."""
    return _struck(period=28, length_s=0.45) + _struck(period=35, length_s=0.75)


def _struck(*, period: int, length_s: float) -> array[int]:
    """A bell-like note of whole periods that fades in and out."""
    turn = 2 * math.pi / period
    wave = [(math.sin(turn * at) + 0.25 * math.sin(2 * turn * at)) / 1.25 for at in range(period)]
    steps = round(length_s * RATE_HZ / period / ALIKE)
    note = array("h")
    for step in range(steps):
        gain = LOUDEST * CHIME_PEAK * min(1.0, (step + 1) / 4) * (1 - step / steps) ** 2
        note.extend(array("h", (round(gain * each) for each in wave)) * ALIKE)
    return note


def _ring() -> array[int]:
    """Two bursts of two close frequencies, each of whole periods."""
    pause = array("h", bytes(2 * round(0.35 * RATE_HZ)))
    burst = _burst(0.8)
    return burst + pause + burst


def _burst(length_s: float) -> array[int]:
    period = RATE_HZ // 49
    turn = 2 * math.pi / period
    wave = array(
        "h",
        (
            round(LOUDEST * RING_PEAK * (math.sin(9 * turn * at) + math.sin(10 * turn * at)) / 2)
            for at in range(period)
        ),
    )
    burst = wave * round(length_s * 49)
    edge = RATE_HZ * EDGE_MS // 1000
    for at in range(edge):
        burst[at] = burst[at] * at // edge
        burst[-1 - at] = burst[-1 - at] * at // edge
    return burst


def _touch() -> array[int]:
    """A click too short to have a pitch."""
    return _struck(period=20, length_s=0.02)


def _right() -> array[int]:
    """580 and 788 Hz: a range that elderly people hear well."""
    return _struck(period=38, length_s=0.12) + _struck(period=28, length_s=0.2)


_MADE_BY = {
    Sound.CHIME: _chime,
    Sound.PHONE: _ring,
    Sound.TOUCH: _touch,
    Sound.RIGHT: _right,
}
