"""The files of a Piper voice: a network, and a JSON file with its parameters."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.narration.neural import VoiceFileError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class PiperVoice:
    """The parameters of a voice, read before its network is loaded."""

    language: str
    network: Path
    sample_rate_hz: int
    reading_voice: str
    """The espeak-ng voice that provides the phonemes of the language."""
    numbers: Mapping[str, tuple[int, ...]]
    """The ids of each phoneme in the network."""
    liveliness: float
    """Variation of the sound (Piper's `noise_scale`)."""
    stretch: float
    """Relative duration of the sounds at the native pace (Piper's `length_scale`)."""

    @property
    def name(self) -> str:
        return self.network.stem

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name,)

    @property
    def fingerprint(self) -> int:
        """A fingerprint of the network file."""
        seen = self.network.stat()
        return zlib.crc32(f"{self.network.name} {seen.st_size} {seen.st_mtime_ns}".encode())


def read_voice(network: Path, language: str) -> PiperVoice:
    """Reads the voice that belongs to a network file.

    Raises:
        VoiceFileError: the JSON file is missing, damaged, or of an unsupported kind of voice.
    """
    path = network.with_name(f"{network.name}.json")
    try:
        config = json.loads(path.read_bytes())
        voice = _voice(config, network, language)
        kind, speakers = config.get("phoneme_type", "espeak"), int(config.get("num_speakers", 1))
    except FileNotFoundError:
        raise VoiceFileError(f"Thiếu tệp {path.name} bên cạnh {network.name}.") from None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise VoiceFileError(
            f"Tệp {path.name} không đúng kiểu giọng Piper. Chép lại tệp này."
        ) from error
    if kind != "espeak" or speakers != 1:
        raise VoiceFileError(
            f"Giọng {voice.name} thuộc loại chưa dùng được. Chọn giọng Piper một người đọc."
        )
    return voice


def _voice(config: Mapping[str, Any], network: Path, language: str) -> PiperVoice:
    asked = config.get("inference", {})
    return PiperVoice(
        language,
        network,
        int(config["audio"]["sample_rate"]),
        str(config["espeak"]["voice"]),
        {sound: tuple(map(int, numbers)) for sound, numbers in config["phoneme_id_map"].items()},
        liveliness=float(asked.get("noise_scale", 0.667)),
        stretch=float(asked.get("length_scale", 1)),
    )
