"""What the recording session can be doing, and how loud is loud."""

import math
from enum import StrEnum

LEVELS = 12
SILENT_DB, LOUD_DB = -48.0, -8.0


class Doing(StrEnum):
    """What the session does."""

    CLOSED = "closed"
    MISSING = "missing"
    """There is no microphone."""
    OPENING = "opening"
    READY = "ready"
    MUTING = "muting"
    """The button is on; the kiosk has only just fallen silent."""
    WAKING = "waking"
    """The button is on; what is heard is still the touch."""
    RECORDING = "recording"
    WORKING = "working"
    TAKEN = "taken"
    """A recording can be heard, kept or made anew."""


ON_AIR = (Doing.MUTING, Doing.WAKING, Doing.RECORDING)


def level_of(rms: float) -> int:
    """The loudness from 0 to 12, in equal steps for the ear; `rms` is from 0 to 1."""
    db = 20 * math.log10(max(rms, 1e-6))
    return max(0, min(LEVELS, round((db - SILENT_DB) / (LOUD_DB - SILENT_DB) * LEVELS)))
