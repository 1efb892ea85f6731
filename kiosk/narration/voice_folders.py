"""The folders in which speech engines find voices and recordings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import kiosk

_ROOT = Path(kiosk.__path__[0]).parent


@dataclass(frozen=True, slots=True)
class VoiceFolders:
    """The folders passed to the engines of the worker process."""

    neural_voices: Path = _ROOT / "media" / "voices"
    """Neural voices: one folder per language code, with the files of one or more voices."""
    recordings: Path = _ROOT / "media" / "voice"
    """Recorded sentences: one folder per language code, with the clips and their index."""
    fallback_homes: tuple[Path, ...] = ()
    """Further home folders, searched for recordings and voices missing in the folders above."""
    prepared: Path | None = None
    """Cache folder for files derived from voices; None to keep none."""

    @property
    def recording_folders(self) -> tuple[Path, ...]:
        """The folders with recordings, highest priority first."""
        return self.recordings, *(home / "media" / "voice" for home in self.fallback_homes)

    @property
    def neural_voice_folders(self) -> tuple[Path, ...]:
        """The folders with neural voices, highest priority first."""
        return self.neural_voices, *(home / "media" / "voices" for home in self.fallback_homes)
