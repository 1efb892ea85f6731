"""The files of a Supertonic voice: four networks, their parameters, and speaker styles.

NAME/onnx/duration_predictor.onnx, text_encoder.onnx, vector_estimator.onnx, vocoder.onnx
NAME/onnx/tts.json, unicode_indexer.json
NAME/voice_styles/SPEAKER.json
"""

from __future__ import annotations

import json
import unicodedata
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.narration.neural import VoiceFileError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NETWORKS = ("duration_predictor", "text_encoder", "vector_estimator", "vocoder")
_LETTERS, _SIZES = "unicode_indexer.json", "tts.json"
STYLES = "voice_styles"


@dataclass(frozen=True, slots=True, eq=False)
class SupertonicVoice:
    """The parameters of a voice, read before its networks are loaded."""

    language: str
    folder: Path
    letters: Sequence[int]
    """The id of each character in the networks, indexed by code point; -1 for unknown ones."""
    sample_rate_hz: int
    samples_a_step: int
    """Number of audio samples per latent frame."""
    width: int
    """Number of values per latent frame."""
    speakers: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(f"{self.name}.{speaker}" for speaker in self.speakers)

    @property
    def fingerprint(self) -> int:
        """A fingerprint of the voice's files."""
        seen = ((path.name, path.stat()) for path in sorted(self.folder.glob("*/*")))
        described = " ".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in seen)
        return zlib.crc32(described.encode())

    def network(self, name: str) -> Path:
        return self.folder / "onnx" / f"{name}.onnx"

    def numbers(self, text: str) -> list[int]:
        """The text as ids: decomposed (NFKD) and enclosed in language tags.

        Unknown characters are left out.
        """
        apart = unicodedata.normalize("NFKD", text)
        tagged = f"<{self.language}>{apart}</{self.language}>"
        codes = (ord(letter) for letter in tagged)
        known = (self.letters[code] for code in codes if code < len(self.letters))
        return [number for number in known if number >= 0]

    def style(self, speaker: str) -> dict[str, Any]:
        """The style vectors of a speaker.

        Raises:
            VoiceFileError: the speaker's file is damaged.
        """
        path = self.folder / STYLES / f"{speaker}.json"
        try:
            content = json.loads(path.read_bytes())
            return {name: (content[name]["data"], content[name]["dims"]) for name in _STYLE}
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise VoiceFileError(f"Tệp {path.name} hỏng. Chép lại tệp này.") from error


_STYLE = ("style_ttl", "style_dp")


def is_supertonic(folder: Path) -> bool:
    """Whether the folder has the Supertonic layout."""
    return (folder / "onnx" / _SIZES).is_file()


def read_supertonic(folder: Path, language: str) -> SupertonicVoice:
    """Reads the voice in a folder.

    Raises:
        VoiceFileError: a file is missing or invalid.
    """
    for name in (*(f"{each}.onnx" for each in NETWORKS), _LETTERS, _SIZES):
        if not (folder / "onnx" / name).is_file():
            raise VoiceFileError(f"Giọng {folder.name} thiếu tệp onnx/{name}.")
    speakers = tuple(path.stem for path in sorted((folder / STYLES).glob("*.json")))
    if not speakers:
        raise VoiceFileError(f"Giọng {folder.name} thiếu tệp người đọc trong {STYLES}.")
    try:
        sizes = json.loads((folder / "onnx" / _SIZES).read_bytes())
        letters = [int(each) for each in json.loads((folder / "onnx" / _LETTERS).read_bytes())]
        factor = int(sizes["ttl"]["chunk_compress_factor"])
        return SupertonicVoice(
            language,
            folder,
            letters,
            int(sizes["ae"]["sample_rate"]),
            int(sizes["ae"]["base_chunk_size"]) * factor,
            int(sizes["ttl"]["latent_dim"]) * factor,
            speakers,
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise VoiceFileError(
            f"Giọng {folder.name} không đúng kiểu Supertonic. Chép lại cả thư mục."
        ) from error
