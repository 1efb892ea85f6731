"""Whether the system's default loudspeaker is audible: mute and volume.

Queries the sound server with `pactl` (PulseAudio or PipeWire), else with `wpctl` (WirePlumber, the
session manager of PipeWire).
"""

import os
import re
import subprocess
from dataclasses import dataclass

PATIENCE_S = 5
AUDIBLE = "80%"
MIN_PERCENT = 20
"""Sound servers map volume cubically to amplitude: below 20 %, the level is under -42 dB."""
NO_DEVICE = b"auto_null"
"""The null sink of PulseAudio and PipeWire, used when there is no loudspeaker."""
_PERCENT = re.compile(r"(\d+)%")
_WPCTL = re.compile(r"Volume: (\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Loudness:
    """The state of the default loudspeaker."""

    muted: bool
    percent: int
    """The volume of the loudest channel; 100 is full."""

    @property
    def is_heard(self) -> bool:
        """Whether it is loud enough to be heard across a counter."""
        return not self.muted and self.percent >= MIN_PERCENT


def loudness() -> Loudness | None:
    """The state of the loudspeaker; None when no sound server answers."""
    mute = _output_of("pactl", "get-sink-mute", "@DEFAULT_SINK@")
    volume = _PERCENT.findall(_output_of("pactl", "get-sink-volume", "@DEFAULT_SINK@"))
    if mute and volume:
        return Loudness(mute.strip().endswith("yes"), max(int(one) for one in volume))
    output = _output_of("wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@")
    found = _WPCTL.search(output)
    return Loudness("MUTED" in output, round(float(found[1]) * 100)) if found else None


def unmute_and_set_volume() -> None:
    """Unmutes the loudspeaker and sets its volume, as far as the sound server allows."""
    _output_of("pactl", "set-sink-mute", "@DEFAULT_SINK@", "0")
    _output_of("pactl", "set-sink-volume", "@DEFAULT_SINK@", AUDIBLE)
    now = loudness()
    if now and not now.is_heard:
        _output_of("wpctl", "set-mute", "@DEFAULT_AUDIO_SINK@", "0")
        _output_of("wpctl", "set-volume", "@DEFAULT_AUDIO_SINK@", AUDIBLE)


def _output_of(*command: str) -> str:
    try:
        return subprocess.run(  # noqa: S603 - fixed arguments
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
