"""The folders in which speech engines find what they speak with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import kiosk

_ROOT = Path(kiosk.__path__[0]).parent


@dataclass(frozen=True, slots=True)
class Places:
    """What the worker process is told about folders."""

    neural_voices: Path = _ROOT / "media" / "voices"
    """Neural voices: a folder for each language code, in it the files of one or more voices."""
    recordings: Path = _ROOT / "media" / "voice"
    """Sentences by people: a folder for each language code, in it the clips and their index."""
    below: tuple[Path, ...] = ()
    """Further homes with recordings and voices, for what the folders above do not have."""
    prepared: Path | None = None
    """For what an engine makes once and can make again; None where nothing is to be kept."""

    @property
    def recording_folders(self) -> tuple[Path, ...]:
        """Where recordings lie, what counts first."""
        return self.recordings, *(home / "media" / "voice" for home in self.below)

    @property
    def neural_voice_folders(self) -> tuple[Path, ...]:
        """Where neural voices lie, what counts first."""
        return self.neural_voices, *(home / "media" / "voices" for home in self.below)
