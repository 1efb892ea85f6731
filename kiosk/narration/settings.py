"""How this kiosk is to speak, and how its worker process is started."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import kiosk
from kiosk.narration.cache import DEFAULT_LIMIT_BYTES, default_folder
from kiosk.narration.places import Places

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT = Path(kiosk.__path__[0]).parent


@dataclass(frozen=True)
class NarrationSettings:
    """Everything a site may decide about the voice."""

    engines: tuple[str, ...] = ("recordings", "piper", "supertonic", "espeak", "pyttsx3")
    """The engines to use, the preferred first."""
    voices: Mapping[str, str] = field(default_factory=lambda: {"vi": "vi+f3", "en": "en-gb+f3"})
    """The voice of each language."""
    other_voices: Mapping[str, str] = field(
        default_factory=lambda: {"vi": "vi-vn-x-south+m3", "en": "en-us+m3"}
    )
    """The voice of somebody else, in each language."""
    words_per_minute: int = 125
    """The engine's rate; 125 is about 170 Vietnamese syllables a minute, pauses included."""
    rates: Mapping[str, int] = field(default_factory=dict)
    """The rate of each language that has one of its own."""
    slow_share: float = 0.76
    """Slow speech as a share of that: 95, or about 113 syllables a minute."""
    translations: Path = _ROOT / "translations"
    cache_folder: Path = field(default_factory=default_folder)
    cache_limit_bytes: int = DEFAULT_LIMIT_BYTES
    neural_voices: Path = Places().neural_voices
    """A folder for each language, in it the files of neural voices."""
    recordings: Path = Places().recordings
    """A folder for each language, in it the recorded sentences."""
    below: tuple[Path, ...] = ()
    """Further homes with translations, voices and recordings, for what those folders lack."""
    more_engines: Path | None = None
    """A folder with further engines, one per file."""
    answer_limit_s: float = 8.0
    """A worker that takes longer than this for one sentence is killed and started anew."""
    patience_s: float = 12.0
    """A sentence that cannot begin within this time is passed over, and staff are told."""

    @property
    def translation_folders(self) -> tuple[Path, ...]:
        """Where lists of spoken words lie, what counts first."""
        return self.translations, *(home / "translations" for home in self.below)

    def rate_wpm(self, language: str, *, slow: bool) -> int:
        """How fast the language is spoken, in the engines' words per minute."""
        usual = self.rates.get(language, self.words_per_minute)
        return round(usual * self.slow_share) if slow else usual

    @property
    def stretch_percent(self) -> int:
        """How long slow speech takes, of what it took a person."""
        return round(100 / self.slow_share)


def worker_arguments(cache_folder: Path, settings: NarrationSettings) -> list[str]:
    """What follows `python` to start the worker process."""
    command = ["-m", "kiosk.narration.worker", "--cache", str(cache_folder)]
    command += ["--limit-bytes", str(settings.cache_limit_bytes)]
    command += ["--neural-voices", str(settings.neural_voices)]
    command += ["--recordings", str(settings.recordings)]
    command += [part for home in settings.below for part in ("--home", str(home))]
    return command + (["--engines", str(settings.more_engines)] if settings.more_engines else [])
