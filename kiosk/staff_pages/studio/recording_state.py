"""The states of a recording session, and the scale of the level meter."""

import math
from enum import StrEnum

LEVELS = 12
SILENT_DB, LOUD_DB = -48.0, -8.0


class RecordingState(StrEnum):
    """The state of a recording session."""

    CLOSED = "closed"
    MISSING = "missing"
    """There is no microphone."""
    OPENING = "opening"
    READY = "ready"
    MUTING = "muting"
    """The button is on; waiting until the loudspeaker is silent."""
    WAKING = "waking"
    """The button is on; sound is dropped while the touch can be heard."""
    RECORDING = "recording"
    WORKING = "working"
    TAKEN = "taken"
    """A recording is available to play, save or record again."""


ON_AIR = (RecordingState.MUTING, RecordingState.WAKING, RecordingState.RECORDING)


def level_of(rms: float) -> int:
    """The level from 0 to 12, in equal steps of decibels; `rms` ranges from 0 to 1."""
    db = 20 * math.log10(max(rms, 1e-6))
    return max(0, min(LEVELS, round((db - SILENT_DB) / (LOUD_DB - SILENT_DB) * LEVELS)))
