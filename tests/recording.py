"""Recorded sentences for tests."""

import array
import math
from pathlib import Path

from kiosk.narration.recordings.store import Recordings
from kiosk.narration.recordings.take import Take
from kiosk.narration.utterance import Clip


def hum(duration_ms=400) -> Clip:
    """A clip with a tone."""
    rate_hz = 8000
    waves = (int(9000 * math.sin(at / 5)) for at in range(rate_hz * duration_ms // 1000))
    return Clip(array.array("h", waves).tobytes(), rate_hz, ())


def record(folder: Path, language: str, text: str, speaker="H'Bia") -> Take:
    """Stores a take of a sentence in a folder of recordings."""
    return Recordings(folder, language).keep(
        Take(text, speaker, "2026-11-20T09:00:00+07:00"), hum()
    )
