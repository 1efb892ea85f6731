"""Settings of speech output, and the command line of the worker process."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import kiosk
from kiosk.narration.cache import DEFAULT_LIMIT_BYTES, default_folder
from kiosk.narration.voice_folders import VoiceFolders

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT = Path(kiosk.__path__[0]).parent


@dataclass(frozen=True)
class NarrationSettings:
    """All speech settings of a site."""

    engines: tuple[str, ...] = ("recordings", "piper", "supertonic", "espeak", "pyttsx3")
    """The engines to use, preferred first."""
    voices: Mapping[str, str] = field(default_factory=lambda: {"vi": "vi+f3", "en": "en-gb+f3"})
    """The voice for each language."""
    other_voices: Mapping[str, str] = field(
        default_factory=lambda: {"vi": "vi-vn-x-south+m3", "en": "en-us+m3"}
    )
    """The voice of other speakers (callers in a rehearsal), for each language."""
    words_per_minute: int = 125
    """The engines' speaking rate; 125 is about 170 Vietnamese syllables a minute, with pauses."""
    rates: Mapping[str, int] = field(default_factory=dict)
    """Speaking rates of languages that differ from `words_per_minute`."""
    slow_share: float = 0.76
    """Factor for slow speech: 95 words, or about 113 syllables a minute."""
    translations: Path = _ROOT / "translations"
    cache_folder: Path = field(default_factory=default_folder)
    cache_limit_bytes: int = DEFAULT_LIMIT_BYTES
    neural_voices: Path = VoiceFolders().neural_voices
    """The folder with one subfolder of neural voice files per language."""
    recordings: Path = VoiceFolders().recordings
    """The folder with one subfolder of recorded sentences per language."""
    fallback_homes: tuple[Path, ...] = ()
    """Further home folders, searched for translations, voices and recordings missing above."""
    more_engines: Path | None = None
    """A folder with additional engines, one per file."""
    answer_limit_s: float = 8.0
    """Time limit for one sentence; a worker that exceeds it is killed and restarted."""
    patience_s: float = 12.0
    """A sentence that cannot start within this time is skipped, and staff are notified."""

    @property
    def translation_folders(self) -> tuple[Path, ...]:
        """The folders with pronunciation lists, highest priority first."""
        return self.translations, *(home / "translations" for home in self.fallback_homes)

    def rate_wpm(self, language: str, *, slow: bool) -> int:
        """The speaking rate for the language, in the engines' words per minute."""
        usual = self.rates.get(language, self.words_per_minute)
        return round(usual * self.slow_share) if slow else usual

    @property
    def stretch_percent(self) -> int:
        """Duration of slowed-down recordings, in per cent of the original."""
        return round(100 / self.slow_share)


def worker_arguments(cache_folder: Path, settings: NarrationSettings) -> list[str]:
    """The arguments after `python` that start the worker process."""
    command = ["-m", "kiosk.narration.worker", "--cache", str(cache_folder)]
    command += ["--limit-bytes", str(settings.cache_limit_bytes)]
    command += ["--neural-voices", str(settings.neural_voices)]
    command += ["--recordings", str(settings.recordings)]
    command += [part for home in settings.fallback_homes for part in ("--home", str(home))]
    return command + (["--engines", str(settings.more_engines)] if settings.more_engines else [])
