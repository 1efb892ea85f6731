"""The espeak-ng engine: small and fast, with exact word times."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from kiosk.narration.engine import EngineError
from kiosk.narration.libespeak import espeak_library
from kiosk.narration.sound_end import without_silent_end
from kiosk.narration.utterance import Clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kiosk.narration.utterance import SpokenWord
    from kiosk.narration.voice_folders import VoiceFolders

_SLOW_BELOW_WPM = 120
_SLOW_GAP_10MS = 2
_UNHURRIED_WPM = 160
_REST_MS_PER_WPM = 5
_RESTS = (".", "!", "?", ";", ":", ",")


class Espeak:
    """Speaks with libespeak-ng; a voice is a language code with an optional timbre like `+f3`."""

    name = "espeak"

    @property
    def version(self) -> str:
        """The version of the library; empty when it is not installed."""
        return espeak_library().version

    def problem(self) -> str | None:
        """Names the missing package; None when usable."""
        return espeak_library().problem()

    def voices(self) -> Mapping[str, tuple[str, ...]]:
        """All voices by language code."""
        voices: dict[str, list[str]] = {}
        for code in espeak_library().voice_files:
            voices.setdefault(code.split("-")[0], []).append(code)
        return {language: tuple(codes) for language, codes in voices.items()}

    def render(
        self, words: Sequence[SpokenWord], language: str, voice: str, words_per_minute: int
    ) -> Clip:
        """Renders with a mark before each word for its time; slow speech gets longer word gaps."""
        library = espeak_library()
        library.use_voice(voice)
        gap = _SLOW_GAP_10MS if words_per_minute < _SLOW_BELOW_WPM else 0
        ssml = _marked(words, words_per_minute)
        samples, starts_ms = library.synthesise(ssml, words_per_minute, gap)
        if len(starts_ms) != len(words):
            raise EngineError(f"{len(starts_ms)} marks for {len(words)} words of {language}")
        rate_hz = library.sample_rate_hz
        return Clip(without_silent_end(samples, rate_hz), rate_hz, tuple(starts_ms))


def engine(_places: VoiceFolders) -> Espeak:
    return Espeak()


def _marked(words: Sequence[SpokenWord], words_per_minute: int) -> str:
    rest_ms = max(0, _UNHURRIED_WPM - words_per_minute) * _REST_MS_PER_WPM
    rest = f'<break time="{rest_ms}ms"/>' if rest_ms else ""
    parts = [
        f'<mark name="{number}"/>{_rested(word.text, rest)}' for number, word in enumerate(words)
    ]
    return f"<speak>{' '.join(parts)}</speak>"


def _rested(text: str, rest: str) -> str:
    return html.escape(text, quote=False) + (f" {rest}" if text.endswith(_RESTS) else "")
