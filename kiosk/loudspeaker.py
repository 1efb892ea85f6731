"""Whether the loudspeaker that the system has chosen can be heard: mute and volume.

Asked of the sound server by its own command: `pactl` (PulseAudio, or PipeWire in its place), else
`wpctl` (PipeWire's session manager).
"""

import os
import re
import subprocess
from dataclasses import dataclass

PATIENCE_S = 5
AUDIBLE = "80%"
LEAST_PERCENT = 20
"""Sound servers turn the cube of the volume into loudness: below this, 42 dB are missing."""
NO_DEVICE = b"auto_null"
"""What PulseAudio and PipeWire play to where no loudspeaker is plugged in."""
_PERCENT = re.compile(r"(\d+)%")
_WPCTL = re.compile(r"Volume: (\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Loudness:
    """How the sound server has set its loudspeaker."""

    muted: bool
    percent: int
    """The volume of the loudest channel; 100 is full."""

    @property
    def is_heard(self) -> bool:
        """Whether anything can be heard across a counter."""
        return not self.muted and self.percent >= LEAST_PERCENT


def loudness() -> Loudness | None:
    """How the loudspeaker is set; None where no sound server tells."""
    mute = _told("pactl", "get-sink-mute", "@DEFAULT_SINK@")
    volume = _PERCENT.findall(_told("pactl", "get-sink-volume", "@DEFAULT_SINK@"))
    if mute and volume:
        return Loudness(mute.strip().endswith("yes"), max(int(one) for one in volume))
    told = _told("wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@")
    found = _WPCTL.search(told)
    return Loudness("MUTED" in told, round(float(found[1]) * 100)) if found else None


def turn_up() -> None:
    """Have the loudspeaker be heard, where the sound server lets itself be told."""
    _told("pactl", "set-sink-mute", "@DEFAULT_SINK@", "0")
    _told("pactl", "set-sink-volume", "@DEFAULT_SINK@", AUDIBLE)
    now = loudness()
    if now and not now.is_heard:
        _told("wpctl", "set-mute", "@DEFAULT_AUDIO_SINK@", "0")
        _told("wpctl", "set-volume", "@DEFAULT_AUDIO_SINK@", AUDIBLE)


def _told(*command: str) -> str:
    try:
        return subprocess.run(  # noqa: S603 - fixed words
            command,
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=True,
            timeout=PATIENCE_S,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
