"""Trims the silence at the end of a clip."""

from __future__ import annotations

import math
from array import array

from kiosk.narration.engine import EngineError

_QUIET_SAMPLE = 64
_TAIL_KEPT_MS = 160


def without_silent_end(samples: bytes, sample_rate_hz: int) -> bytes:
    """The 16-bit samples up to the last audible one, plus 160 ms.

    Raises:
        EngineError: all samples are silent.
    """
    wave = array("h", samples)
    end = len(wave)
    while end and abs(wave[end - 1]) <= _QUIET_SAMPLE:
        end -= 1
    if not end:
        raise EngineError("there is only silence")
    kept = math.ceil(sample_rate_hz * _TAIL_KEPT_MS / 1000)
    return wave[: end + kept].tobytes()
